"""Reports filled in with Excel: out to those who will not edit YAML, and back into the content files."""
