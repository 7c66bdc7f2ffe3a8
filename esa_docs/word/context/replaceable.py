"""Words that a template of an office may print otherwise, or leave out."""

from __future__ import annotations


class ReplaceableWords(str):
    """Words that the check for lost texts passes over: an own template may have another heading."""

    __slots__ = ()
