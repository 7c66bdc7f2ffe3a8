"""The parts of a workbook as they stand in its file, for what openpyxl does not tell."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Python's expat bounds what entities may grow to.
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from esa_docs import thai

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>(?P<text>[^<]*))")
_ROW_OR_CELL = re.compile(
    rb"<(?:\w+:)?(?P<kind>row)(?:\s[^>]*)?>"
    rb"|<(?P<prefix>(?:\w+:)?)c(?:\s[^>]*)?(?:/>|(?<!/)>(?P<content>.*?)</(?P=prefix)c>)",
    re.DOTALL,
)
_LETTERS_OF_COLUMNS = 26
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""\s(?P<name>[\w:]+)\s*=\s*["'](?P<value>[^"']*)["']""")
_TRUE = frozenset({b"1", b"true"})
_WORKBOOK_TYPE = "/officeDocument"
_RELATION = "/relationships}id"
"""End of the name of the attribute by which a sheet names its relationship."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, and the name of its part in the zip file."""

    title: str
    part: str


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What is seen of a sheet and not said by its cells.

    Attributes:
        hidden_rows: numbers of the rows that are not shown.
        hidden_columns: numbers of the columns that are not shown.
        merged_cells: ranges of merged cells, such as A3:A5.
        formulas: names of the cells with a formula, such as C7.
        unsaved_formulas: names of those that no program has worked out: not even an empty text was saved.
    """

    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged_cells: tuple[str, ...] = ()
    formulas: frozenset[str] = frozenset()
    unsaved_formulas: frozenset[str] = frozenset()


def sheet_parts(book: ZipFile) -> list[SheetPart]:
    """Return the sheets of a workbook in order, charts among them.

    Raises:
        LookupError: the workbook lacks a part or a relationship.
        SyntaxError: a part is no XML.
    """
    workbook_part = _workbook_part(book)
    relations = _relations(book, workbook_part)
    root = ET.fromstring(book.read(workbook_part))  # noqa: S314 see the import
    sheets: list[SheetPart] = []
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        for name, value in sheet.attrib.items():
            if name.endswith(_RELATION):
                sheets.append(SheetPart(sheet.get("name", ""), relations[value]))
    return sheets


def look_at_sheet(part: bytes) -> SheetLook:
    """Return what is seen of a sheet, from its part."""
    hidden_rows: list[int] = []
    hidden_columns: list[int] = []
    if b"hidden" in part:
        for attributes in _tags(_ROW, part):
            if attributes.get(b"hidden") in _TRUE:
                hidden_rows.append(_number(attributes.get(b"r")))
        for attributes in _tags(_COLUMN, part):
            if attributes.get(b"hidden") in _TRUE:
                first, last = _number(attributes.get(b"min")), _number(attributes.get(b"max"))
                hidden_columns += range(first, min(last, first + 100) + 1)
    merged_cells = [
        attributes.get(b"ref", b"").decode("ascii", "ignore") for attributes in _tags(_MERGED, part)
    ]
    formulas = dict(_formulas(part)) if _FORMULA.search(part) else {}
    unsaved_formulas = frozenset(name for name, has_value in formulas.items() if not has_value)
    return SheetLook(
        tuple(hidden_rows), tuple(hidden_columns), tuple(merged_cells), frozenset(formulas), unsaved_formulas
    )


def _formulas(part: bytes) -> Iterator[tuple[str, bool]]:
    """Generate the name of each cell with a formula, and whether a value was saved with it.

    Some programs write no names: then rows and cells are counted.
    """
    row_number = column = 0
    for match in _ROW_OR_CELL.finditer(part):
        attributes = dict(_ATTRIBUTE.findall(match[0].partition(b">")[0]))
        reference = attributes.get(b"r", b"").decode("ascii", "ignore")
        if match["kind"] == b"row":
            row_number, column = thai.whole_number(reference) or row_number + 1, 0
            continue
        column = column_number(reference) or column + 1
        content = match["content"] or b""
        if _FORMULA.search(content):
            yield f"{column_letters(column)}{row_number}", _has_value(attributes, content)


def _has_value(attributes: dict[bytes, bytes], content: bytes) -> bool:
    """Return whether a value was saved with a formula. Of a text the value may be empty."""
    match = _VALUE.search(content)
    if match is None:
        return False
    return attributes.get(b"t") == b"str" or bool(match["text"])


def column_letters(column: int) -> str:
    """Return the name that Excel gives a column, counted from 1: A, B, …, Z, AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS_OF_COLUMNS)
        name = chr(ord("A") + letter) + name
    return name


def column_number(reference: str) -> int:
    """Return the column of a cell such as C7, counted from 1; 0 where it names none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * _LETTERS_OF_COLUMNS + ord(letter) - ord("A") + 1
    return number


def is_strict(book: ZipFile) -> bool:
    """Return whether a workbook is in Strict Open XML, which few programs read.

    Raises:
        KeyError: it has no list of sheets.
    """
    return _STRICT in book.read(_workbook_part(book))


def _tags(pattern: re.Pattern[bytes], part: bytes) -> Iterator[dict[bytes, bytes]]:
    """Generate the attributes of each tag of a kind."""
    for tag in pattern.finditer(part):
        yield {match["name"]: match["value"] for match in _ATTRIBUTE.finditer(tag[0])}


def _number(text: bytes | None) -> int:
    figures = (text or b"").decode("ascii", "ignore")
    return thai.whole_number(figures) or 0


def _workbook_part(book: ZipFile) -> str:
    for kind, target in _typed_relations(book, ""):
        if kind.endswith(_WORKBOOK_TYPE):
            return target
    raise KeyError(_WORKBOOK_TYPE)


def _relations(book: ZipFile, part_name: str) -> dict[str, str]:
    """Return the targets of the relationships of a part by their ids."""
    root = _relations_root(book, part_name)
    folder = posixpath.dirname(part_name)
    return {relation.get("Id", ""): _target(folder, relation) for relation in root}


def _typed_relations(book: ZipFile, part_name: str) -> Iterator[tuple[str, str]]:
    """Generate type and target of each relationship of a part."""
    for relation in _relations_root(book, part_name):
        yield relation.get("Type", ""), _target("", relation)


def _relations_root(book: ZipFile, part_name: str) -> ET.Element:
    folder, name = posixpath.split(part_name)
    part = book.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    return ET.fromstring(part)  # noqa: S314 see the import


def _target(folder: str, relation: ET.Element) -> str:
    target = relation.get("Target", "")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
