"""Annexes in a Word file: headings, content and Word files behind the paper, each in sections of its own.

The templates know nothing of them. What is content is put in while the template is filled in, before the
properties of its last section; Word files are put in when all else of the file is made. The paper itself is
text all the way: only the files that are put in are parsed.
"""
