"""Comments that keep what the sections of annexes need until the file is finished."""

from __future__ import annotations

import re
from typing import Final

ANNEX_MARK: Final = re.compile(r"<!--esa annex (?P<number>[0-9]+)-->")
"""Stands where an annex begins."""
_OWN_SECTION: Final = re.compile(r"<!--esa annex section (?P<section>.*?)-->", re.DOTALL)


def section_mark(section: str) -> str:
    """Return what says how the paper ends before its annexes, or how an annex ends.

    Args:
        section: XML of the properties of its last section, where that is not the usual one.
    """
    return f"<!--esa annex section {section}-->"


def without_section_mark(xml: str) -> tuple[str, str]:
    """Return XML without the mark of its last section, and that section; empty where no mark stands."""
    mark = _OWN_SECTION.search(xml)
    if mark is None:
        return xml, ""
    return xml[: mark.start()] + xml[mark.end() :], mark["section"]
