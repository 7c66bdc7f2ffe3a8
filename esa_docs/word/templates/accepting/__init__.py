"""Tracked changes, taken as accepted."""
