"""The bodies of the shipped Word templates, one kind a module; `pieces` are what they are made of."""
