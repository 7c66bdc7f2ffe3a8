"""Editions of assessment schemes as data: each file names its source and what in it is not certain."""
