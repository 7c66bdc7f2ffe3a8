"""Faults of a template in words, with the paragraph in which they stand."""
