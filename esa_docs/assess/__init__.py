"""Exact numbers, and what a report still lacks: pure; the scores themselves stand with their kinds."""
