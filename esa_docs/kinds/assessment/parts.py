"""Lines of YAML that the new part files of all self-assessments hold.

What is to be filled in stands behind ``#``: what is empty in a new file counts as missing, not as nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

TEXT: Final = "ข้อความตัวอย่าง"
DOTS: Final = "." * 20
"""What stands in the place of a name that no source gives."""
TABLE: Final = f"{{title: {TEXT}, columns: [รายการ, ผล], rows: [[รายการตัวอย่าง, '80']]}}"
_CONCLUSIONS: Final = (("strengths", TEXT), ("improve", TEXT), ("plan", f"{{text: {TEXT}, time: {TEXT}}}"))


def evidence_lines(code: str) -> tuple[str, ...]:
    """Return a list with one piece of evidence."""
    return list_of_one("evidence", f"{{code: {code}, name: หลักฐานตัวอย่าง}}")


def conclusion_lines() -> tuple[str, ...]:
    """Return what follows from the results, behind ``#``."""
    lines: list[str] = []
    for key, example in _CONCLUSIONS:
        lines.extend(list_of_one(key, example))
    return switched_off(lines)


def list_of_one(key: str, example: str) -> tuple[str, ...]:
    """Return a list with one item."""
    return (f"{key}:", f"  - {example}")


def switched_off(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines behind ``#``."""
    return tuple(f"# {line}" for line in lines)
