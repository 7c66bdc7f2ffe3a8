"""What a document says: frozen values, one document kind per file. Knows nothing of YAML or Word."""
