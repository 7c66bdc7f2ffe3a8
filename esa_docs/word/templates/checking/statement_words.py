"""The words with which the statements of a template begin."""

from __future__ import annotations

from typing import Final

OPENERS: Final = ("for", "if", "filter", "with", "macro", "call", "autoescape", "set", "block")
"""Words that open a block; ``set`` opens one only where it has no sign of equality."""
MIDDLES: Final = ("else", "elif")
ENDS: Final = tuple(f"end{word}" for word in OPENERS)
CELL_WORDS: Final = ("cellbg", "colspan", "hm", "vm")
"""Statements of docxtpl for a cell."""
WORDS: Final = (*OPENERS, *MIDDLES, *ENDS, "do", "include", "import", "from", "extends", *CELL_WORDS)
"""Every word."""
WORDS_OF_OTHERS: Final = {"elseif": "elif", "elsif": "elif", "foreach": "for", "endforeach": "endfor"}
"""Words of other languages of templates, and those that are meant."""
