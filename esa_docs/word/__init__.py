"""From a document's content to the bytes of a Word file, and the rules such a file must pass."""
