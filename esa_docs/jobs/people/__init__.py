"""People of the roster: their ids, where documents mention them, the committees they are in."""
