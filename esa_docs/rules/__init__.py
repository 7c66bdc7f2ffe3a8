"""What is wrong with content that its schema alone cannot see: one rule a module."""
