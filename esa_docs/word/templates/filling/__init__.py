"""A compiled template is filled in: sandbox, bounds, and what a template needs afterwards."""
