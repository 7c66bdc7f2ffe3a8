"""Prose: text that may bear marks, such as bold words, links and notes, and how it is read."""
