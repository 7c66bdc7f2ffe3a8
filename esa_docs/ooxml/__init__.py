"""Word's file format: its package and the vocabulary of its XML. Knows nothing of documents' meaning."""
