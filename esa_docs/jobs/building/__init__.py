"""A build: which documents are made, how, and where their files are put, with nothing lost."""
