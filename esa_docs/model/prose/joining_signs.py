"""The signs of joined cells: what a cell says that belongs to another one."""

from __future__ import annotations

from typing import Final

TO_THE_LEFT: Final = "<"
"""Says a cell that belongs to the cell at its left."""
ABOVE: Final = "^"
"""Says a cell that belongs to the one above."""
