"""Signs that blocks leave in the XML until the whole part is known; content and templates have none."""

from __future__ import annotations

from typing import Final

PAGE_BREAK: Final = "\ue1f0"
"""Stands where a page begins, until the paragraph behind it begins it."""
TABLE_EDGE: Final = "\ue1f1"
"""Stands at both ends of a table, until a paragraph parts it from another table beside it."""
SPACE: Final = "\ue1f4"
"""Stands behind a table of content, until the paragraph behind it stands off it."""
LYING_START, LYING_END = "\ue1f2", "\ue1f3"
"""Stand around landscape pages, until sections are made of them."""
