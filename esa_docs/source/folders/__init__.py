"""Looking at folders: which files are content, what cannot be read, what looks like a copy."""
