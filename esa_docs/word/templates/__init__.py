"""Word templates: read, made plain, compiled once in a process, and filled in."""
