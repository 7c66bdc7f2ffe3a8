"""Exact numbers, and what a report still lacks. Pure. The scores themselves stand with their kinds."""
