"""Registers of numbers: the files of ``registers/`` and the numbers of all papers."""
