"""Whether all that holds numbers can be read: the folders of years, registers/ and issued/.

A number that stands where nobody can look may be any number. So no number is given then, and no next free
number is named as certain, in the series that the place may hold numbers of (`hidden_numbers.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import ContentFile, path_label
from esa_docs.source.folders.named_files import list_folder
from esa_docs.source.loading.parts import ParsedFile
from esa_docs.source.registers.register_names import check_register_names
from esa_docs.source.registers.register_text import REGISTERS_FOLDER
from esa_docs.source.yaml_files.text import salvage_text

_NUMBER_KEY: Final = re.compile(r"^[ \t]*(?:\{.*)?[\"']?number[\"']?[ \t]*:", re.MULTILINE)
ABOUT_WHO_HAS_A_NUMBER: Final = frozenset({"E605", "E696", "E697"})
"""Codes of errors of a register that hide no number: they only say who has it."""
_CONFLICT_COPY: Final = "E433"
_NAMING_NEXT_NUMBER: Final = frozenset({"E605", "E697"})
"""Codes of the findings whose hints name the next free number: a number stands twice, or was cancelled."""


def check_registers(root: Path, registers: Sequence[str] | None) -> Iterator[Diagnostic]:
    """Generate what cannot be read of registers/ (E435 to E437), and what lies there unread (E439).

    Args:
        root: project folder.
        registers: names of the register files, without folder and ending. None where they are not known,
            because office.yaml has errors.
    """
    entries = list_folder(root, root / REGISTERS_FOLDER)
    yield from entries
    if entries.value and registers is not None:
        yield from check_register_names(entries.value, registers)


def unread_files(files: Mapping[ContentFile, Checked[ParsedFile]]) -> Iterator[Diagnostic]:
    """Generate the faults of content files that may hold a number which nobody can read.

    Args:
        files: the content files as parsed.
    """
    for file, checked in files.items():
        if checked.value is None and (file.is_outside or _may_hold_number(file.path)):
            yield from errors_in(checked)


def unread_registers(root: Path, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate the errors of register files that hide a number: of a file or of a line.

    Args:
        root: project folder.
        diagnostics: what was noticed of numbers.
    """
    folder_label = path_label(root / REGISTERS_FOLDER)
    for diagnostic in diagnostics:
        is_of_register = diagnostic.location.path.startswith(f"{folder_label}/")
        if is_of_register and diagnostic.is_error and diagnostic.code not in ABOUT_WHO_HAS_A_NUMBER:
            yield diagnostic


def conflict_copies(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate the errors of conflict copies among diagnostics: unread, they may hold any number."""
    for diagnostic in diagnostics:
        if diagnostic.is_error and diagnostic.code == _CONFLICT_COPY:
            yield diagnostic


def _may_hold_number(path: Path) -> bool:
    """Return whether a file that cannot be parsed holds the key of a number, or cannot be read at all."""
    try:
        read_bytes(path)
    except OSError:
        return True
    return bool(_NUMBER_KEY.search(salvage_text(path)))


def errors_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the errors among diagnostics."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.is_error]


def without_next_number(
    diagnostics: Iterable[Diagnostic], uncertain: Collection[Diagnostic]
) -> Iterator[Diagnostic]:
    """Generate diagnostics, some of those of doubled numbers without the next free one: it is not known.

    Args:
        diagnostics: what was noticed.
        uncertain: those in whose series a number may stand that nobody can read.
    """
    for diagnostic in diagnostics:
        if diagnostic.code in _NAMING_NEXT_NUMBER and diagnostic in uncertain:
            hint = _("The next free number is not known: not everything that holds numbers can be read.")
            yield replace(diagnostic, hint=hint)
        else:
            yield diagnostic
