"""JSON Schemas of content files, for editors."""
