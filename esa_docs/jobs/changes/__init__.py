"""Changes of a project and of files: under a lock, compared before they are replaced, all or none."""
