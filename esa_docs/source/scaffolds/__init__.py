"""New content files, ready to be filled in."""
