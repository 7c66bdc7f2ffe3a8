"""Whether all that holds numbers can be read: the folders of years, registers/ and issued/.

A number that stands where nobody can look may be any number. So no number is given then, and no next free
number is named as certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.source.disk import read_bytes
from esa_docs.source.files import ContentFile, path_label
from esa_docs.source.named_files import list_folder
from esa_docs.source.parts import ParsedFile
from esa_docs.source.register_text import REGISTERS_FOLDER
from esa_docs.source.text import salvage_text
from esa_docs.source.unread import (
    HIDDEN_ENDING,
    diagnose_hidden_ending,
    diagnose_workbook_register,
)

_NUMBER_KEY: Final = re.compile(r"^[ \t]*(?:\{.*)?[\"']?number[\"']?[ \t]*:", re.MULTILINE)
_CODES_OF_READING: Final = ("E1", "E435", "E436", "E437")
"""Beginnings of the codes of a file that cannot be read, decoded or opened."""
_TAKEN_TWICE: Final = "E605"
"""Code of the finding whose hint names the next free number."""


def check_registers(root: Path, series: Iterable[str]) -> Iterator[Diagnostic]:
    """Generate what cannot be read of registers/ (E435 to E437), and registers that are not read (E439).

    Args:
        root: project folder.
        series: names of the register files, without folder and ending.
    """
    entries = list_folder(root, root / REGISTERS_FOLDER)
    yield from entries
    names = set(series)
    for entry in entries.value or []:
        file_label = path_label(entry.path)
        if entry.path.name.removesuffix(f".csv{HIDDEN_ENDING}") in names:
            yield diagnose_hidden_ending(entry.path, file_label)
        if entry.path.name.removesuffix(".xlsx") in names:
            yield diagnose_workbook_register(entry.path, file_label)


def unread_files(files: Mapping[ContentFile, Checked[ParsedFile]]) -> Iterator[Diagnostic]:
    """Generate the faults of content files that may hold a number which nobody can read.

    Args:
        files: the content files as parsed.
    """
    for file, checked in files.items():
        if checked.value is None and (file.is_outside or _may_hold_number(file.path)):
            yield from errors_in(checked)


def unread_registers(root: Path, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate the faults of register files that cannot be read as a whole.

    Args:
        root: project folder.
        diagnostics: what was noticed of numbers.
    """
    folder_label = path_label(root / REGISTERS_FOLDER)
    for diagnostic in diagnostics:
        is_of_register = diagnostic.location.path.startswith(f"{folder_label}/")
        if is_of_register and diagnostic.is_error and diagnostic.code.startswith(_CODES_OF_READING):
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


def without_next_number(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate diagnostics, those of doubled numbers without the next free one: it is not known."""
    for diagnostic in diagnostics:
        if diagnostic.code == _TAKEN_TWICE:
            hint = _("The next free number is not known: not everything that holds numbers can be read.")
            yield replace(diagnostic, hint=hint)
        else:
            yield diagnostic
