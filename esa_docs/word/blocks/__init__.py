"""Blocks of a text in a Word file: tables, lists, steps, quotes, page breaks, with their captions.

A block is a sign in the text of its paragraph; when the template is filled in, the paragraph gives way to it.
"""
