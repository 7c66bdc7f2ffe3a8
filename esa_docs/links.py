"""Addresses of links: which are let through, in content, in Word files and in PDFs alike.

A scheme is told as a browser tells it: control characters and blanks do not count, nor does its case. Only
web pages and addresses of e-mail are let through; everything else runs something, or leads to a file that
one machine has.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_UNSEEN_BY_BROWSERS: Final = re.compile(r"[\x00-\x20\x7f]")
_SCHEME: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):")
_PLACE: Final = re.compile(r"\s*(?:[A-Za-z]:|[Ff][Ii][Ll][Ee]:|\\|/|~[\\/]|\.{1,2}[\\/]|[^:/?#]*\\)")
"""A drive, ``file:``, a share, or a path of one machine."""
_HOST_WITH_PORT: Final = re.compile(
    r"\s*(?:localhost|[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+):\d{1,5}(?:[/?#]|\s*\Z)"
)
_REMARK: Final = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.\-]*:\s")
"""A word, a colon and a blank, such as ``AMSS: หนังสือรับที่ 12``."""
_SCHEMES_THAT_RUN: Final = frozenset({"javascript", "vbscript", "data", "blob", "about", "view-source"})
"""Schemes that a blank behind the colon does not stop in a browser."""


class LinkSort(StrEnum):
    """What sort of address a link has."""

    SAFE = "safe"
    PLAIN = "plain"
    PLACE = "place"
    OTHER = "other"


def is_safe_address(address: str) -> bool:
    """Return whether an address has the scheme of a web page or of an e-mail."""
    return scheme_of(address) in SAFE_SCHEMES


def scheme_of(address: str) -> str:
    """Return the scheme of an address in small letters; empty where it has none."""
    match = _SCHEME.match(_UNSEEN_BY_BROWSERS.sub("", address))
    return match["scheme"].lower() if match else ""


def sort_of_link(address: str) -> LinkSort:
    """Return the sort of an address as somebody typed it.

    A word before a colon and a blank, and a host with a port, are plain: they have no scheme.
    """
    scheme = scheme_of(address)
    if scheme in SAFE_SCHEMES:
        return LinkSort.SAFE
    if _PLACE.match(address):
        return LinkSort.PLACE
    is_remark = _REMARK.match(address) is not None and scheme not in _SCHEMES_THAT_RUN
    if not scheme or is_remark or _HOST_WITH_PORT.match(address):
        return LinkSort.PLAIN
    return LinkSort.OTHER
