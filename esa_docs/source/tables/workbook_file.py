"""Opening Excel workbooks: what is no workbook is told with its cure, before openpyxl looks at it.

E621 the file cannot be read as a workbook · E472 a workbook with two sheets of one name, or a sheet without
its part.
"""

from __future__ import annotations

import importlib
import struct
import warnings
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, Final, TypeVar
from zipfile import BadZipFile, ZipFile

from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import open_file
from esa_docs.source.tables.workbook_parts import is_strict, sheet_parts
from esa_docs.source.yaml_files.text import unreadable

T = TypeVar("T")

_UNREADABLE: Final = (
    BadZipFile,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What openpyxl raises on a file that is broken, encrypted or no workbook at all."""
_OLD_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office up to 2003 begin, and those that are locked with a password."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_LARGEST_BOOK: Final = 400 * 1024 * 1024
"""Bytes of a workbook when it is unpacked, at most: a small file may unpack to more than a machine holds."""
_BINARY_PART: Final = "xl/workbook.bin"
_STYLES_PART: Final = "xl/styles.xml"


def take_from_workbook(
    path: Path, file_label: str, take: Callable[[ModuleType, BinaryIO], T], hint: str = ""
) -> Checked[T]:
    """Return what a function takes from an Excel workbook.

    Args:
        path: the workbook.
        file_label: how diagnostics name it.
        take: the function, called with openpyxl and the open file.
        hint: what to do where openpyxl is not on this machine.
    """
    lacks_styles = False
    try:
        package = load_openpyxl(file_label, hint)
        with open_file(path) as file, warnings.catch_warnings():
            fault = _other_file(file, file_label)
            if fault:
                return Checked(None, (fault,))
            with ZipFile(file) as book:
                fault = _oversize(book, file_label) or _faulty_sheets(book, file_label)
                lacks_styles = _STYLES_PART not in book.namelist()
            if fault:
                return Checked(None, (fault,))
            file.seek(0)
            # openpyxl warns of drawings and of lists to choose from, which we do not read.
            warnings.simplefilter("ignore")
            return Checked(take(package, file))
    except MachineError as fault_of_machine:
        return Checked(None, fault_of_machine.diagnostics)
    except OSError as fault_of_file:
        return Checked(None, (unreadable(fault_of_file, Location(file_label)),))
    except _UNREADABLE:
        return Checked(None, (_no_workbook(file_label, lacks_styles=lacks_styles),))


def load_openpyxl(file_label: str, hint: str = "") -> ModuleType:
    """Return the package that reads and writes workbooks.

    Args:
        file_label: how the diagnostic names the file.
        hint: what to do where the package is not on this machine; a general hint where this is empty.

    Raises:
        MachineError: it is not on this machine (E911).
    """
    # An office without Excel files need not have it: it comes with the extra "excel".
    try:
        return importlib.import_module("openpyxl")
    except ImportError as fault:
        message = _("to read Excel files, the package {name} is needed, which is not on this machine")
        message = message.format(name="openpyxl")
        if not hint:
            hint = _('In the folder of the program: pip install ".[excel]".')
        raise MachineError([Diagnostic("E911", message, Location(file_label), hint)]) from fault


def _other_file(file: BinaryIO, file_label: str) -> Diagnostic | None:
    """Return that a file is one of another program or locked; None where it may be a workbook."""
    start = file.read(len(_OLD_FILE))
    if start != _OLD_FILE:
        file.seek(0)
        return None
    is_locked = _LOCKED in file.read()
    file.seek(0)
    if is_locked:
        message = _("the workbook is locked with a password")
        cure = _("In Excel choose File, Info, Protect Workbook, Encrypt with Password; clear it and save.")
    else:
        message = _("this is a workbook of Excel 97-2003 (.xls), whatever its name ends in")
        cure = _("Open it in Excel and save it as Excel Workbook (.xlsx).")
    return Diagnostic("E621", message, Location(file_label), cure)


def _oversize(book: ZipFile, file_label: str) -> Diagnostic | None:
    size = sum(info.file_size for info in book.infolist())
    if size <= _LARGEST_BOOK:
        return None
    message = _("the workbook is far too large: unpacked it has {size} MB")
    text = message.format(size=size // (1024 * 1024))
    cure = _("Copy the cells that are needed into a new workbook.")
    return Diagnostic("E621", text, Location(file_label), cure)


def _faulty_sheets(book: ZipFile, file_label: str) -> Diagnostic | None:
    """Return that sheets have one name, or that one lacks its part (E472); or that there are none (E621)."""
    names = book.namelist()
    if "mimetype" in names or _BINARY_PART in names:
        message = _("this is a workbook of another format (.ods, .xlsb), whatever its name ends in")
        cure = _("Open it in Excel or LibreOffice and save it as .xlsx.")
        return Diagnostic("E621", message, Location(file_label), cure)
    if is_strict(book):
        message = _("the workbook is saved as Strict Open XML, which this program does not read")
        cure = _("Open it in Excel, choose Save As and the type Excel Workbook (.xlsx), not Strict.")
        return Diagnostic("E621", message, Location(file_label), cure)
    sheets = sheet_parts(book)
    counts = Counter(sheet.title.casefold() for sheet in sheets)
    for sheet in sheets:
        place = Location(f"{file_label}!{sheet.title}")
        if counts[sheet.title.casefold()] > 1:
            message = _("two sheets have the name '{sheet}'").format(sheet=sheet.title)
            return Diagnostic("E472", message, place, _("Give each sheet a name of its own."))
        if sheet.part not in names:
            message = _("the sheet '{sheet}' is named in the workbook and is not in it")
            cure = _("Open it in Excel, look whether anything is lost, and save it.")
            return Diagnostic("E472", message.format(sheet=sheet.title), place, cure)
    return None


def _no_workbook(file_label: str, *, lacks_styles: bool) -> Diagnostic:
    message = _("an Excel workbook (.xlsx) is expected, the file cannot be read as one")
    cure = _("Open it in Excel and save it as .xlsx, without a password.")
    if lacks_styles:
        message = _("the workbook lacks the formats of its cells (styles.xml)")
        cure = _("Open it in Excel, look whether dates and numbers are right, and save it.")
    return Diagnostic("E621", message, Location(file_label), cure)
