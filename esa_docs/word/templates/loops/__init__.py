"""What a loop copies: ids, links, notes and lists that may not stand twice."""
