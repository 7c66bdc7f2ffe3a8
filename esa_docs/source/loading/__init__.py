"""A project as a whole: its documents, bound and checked."""
