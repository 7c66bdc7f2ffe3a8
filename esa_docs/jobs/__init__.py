"""From a project to files on disk: plan what to make, make it, put it in place whole, say what happened."""
