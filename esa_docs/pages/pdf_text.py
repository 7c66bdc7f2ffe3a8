"""Text of a PDF that copies and searches as the source: what the engines write, mended.

Three things are mended here, a fourth in the faces (``fonts.sara_am``). Spaces that hold words together
are there for line breaks alone: whoever searches types a plain one. Page numbers that are Thai by their
face say so in their text too. And rdocx lets the first piece of a line carry the text of the whole line
and the other pieces an empty one, so that PDFium, the viewer of Chrome and Edge, reads the line twice:
each gets its own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from esa_docs.pages.pdf_reading import font_name

_MAPPINGS: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_MAPPING: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_PLAIN_SPACES: Final = {b"00A0": b"0020"}
_THAI_DIGITS: Final = {b"%04X" % (0x30 + digit): b"%04X" % (0xE50 + digit) for digit in range(10)}
_ACTUAL_TEXT: Final = "/ActualText"

Operation = tuple[Any, bytes]
"""Operands and operator; pypdf's operands are a list, or a dictionary for an image."""
Texts = Mapping[bytes, str]
"""Text by glyph code of one font."""


def mend_text(writer: PdfWriter, thai_digits_in: str = "") -> None:
    """Let every page's text copy and search as its source.

    Args:
        writer: the PDF.
        thai_digits_in: family whose faces draw ๐-๙ where the text says 0-9; empty for none.
    """
    for page in writer.pages:
        tables: dict[str, StreamObject] = {}
        for name, font in _fonts(page).items():
            table = font.get("/ToUnicode", NullObject()).get_object()
            if isinstance(table, StreamObject):
                tables[name] = table
                _replace_texts(table, _changes(font_name(font), thai_digits_in))
        _mend_pieces(page, tables, writer)


def _fonts(page: PageObject) -> dict[str, DictionaryObject]:
    """Give the fonts of a page by their names there."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return {name: font.get_object() for name, font in fonts.items()}


def _changes(font: str, thai_digits_in: str) -> Mapping[bytes, bytes]:
    shows_thai_digits = thai_digits_in and font.startswith(thai_digits_in.replace(" ", ""))
    return _PLAIN_SPACES | _THAI_DIGITS if shows_thai_digits else _PLAIN_SPACES


def _replace_texts(table: StreamObject, changes: Mapping[bytes, bytes]) -> None:
    """Let glyphs that stand for one text stand for another."""

    def replaced(pair: re.Match[bytes]) -> bytes:
        return b"<%s> <%s>" % (pair[1], changes.get(pair[2].upper(), pair[2]))

    data = table.get_data()
    mended = _MAPPINGS.sub(lambda block: _MAPPING.sub(replaced, block[0]), data)
    if mended != data:
        table.set_data(mended)


def _mend_pieces(page: PageObject, tables: Mapping[str, StreamObject], writer: PdfWriter) -> None:
    """Give each marked piece its own text, on a page where one has an empty text."""
    contents = page.get_contents()
    if contents is None or _ACTUAL_TEXT.encode() not in contents.get_data():
        return
    stream = ContentStream(contents, writer)
    operations: list[Operation] = stream.operations
    if any(_replacement(operation) == "" for operation in operations):
        texts = {name: _texts(table) for name, table in tables.items()}
        stream.operations = _with_own_texts(operations, texts)
        page.replace_contents(stream)
        page.compress_content_streams()


def _texts(table: StreamObject) -> Texts:
    """Read which text each glyph code stands for."""
    blocks = _MAPPINGS.findall(table.get_data())
    pairs = [pair for block in blocks for pair in _MAPPING.findall(block)]
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs
    }


def _with_own_texts(given: Iterable[Operation], texts: Mapping[str, Texts]) -> list[Operation]:
    operations = list(given)
    pieces = _pieces(operations, texts)
    for before, piece in pairwise(pieces):
        if piece.text.isspace() and piece.font == before.font:
            _join_space(operations, before, piece)
    for piece in pieces:
        marks = DictionaryObject({NameObject(_ACTUAL_TEXT): TextStringObject(piece.text)})
        operations[piece.begin] = [NameObject("/Span"), marks], b"BDC"
    return operations


@dataclass(slots=True)
class _Piece:
    """Marked text: where its mark begins and where it is shown last, its font's name and its text."""

    begin: int
    shown: int = -1
    font: str = ""
    text: str = ""


def _pieces(operations: Iterable[Operation], texts: Mapping[str, Texts]) -> list[_Piece]:
    pieces: list[_Piece] = []
    font = ""
    inside = False
    for index, (operands, operator) in enumerate(operations):
        if operator == b"Tf":
            font = operands[0]
        elif operator == b"TJ" and inside:
            piece = pieces[-1]
            piece.shown, piece.font = index, font
            piece.text += _text_of_glyphs(operands[0], texts.get(font, {}))
        elif _replacement((operands, operator)) is not None:
            pieces.append(_Piece(index))
            inside = True
        elif operator == b"EMC":
            inside = False
    return pieces


def _join_space(operations: list[Operation], before: _Piece, space: _Piece) -> None:
    """Show a space that is a piece of its own with the piece before it: PDFium passes over lone spaces."""
    glyphs = [*operations[before.shown][0][0], *operations[space.shown][0][0]]
    operations[before.shown] = [ArrayObject(glyphs)], b"TJ"
    operations[space.shown] = [ArrayObject()], b"TJ"
    before.text += space.text
    space.text = ""


def _text_of_glyphs(shown: ArrayObject, font: Texts) -> str:
    """Spell out what is shown: strings of glyph codes, with distances between them."""
    strings = [one for one in shown if isinstance(one, TextStringObject | ByteStringObject)]
    codes = b"".join(one.original_bytes for one in strings)
    size = len(next(iter(font), b" "))
    return "".join(font.get(codes[at : at + size], "") for at in range(0, len(codes), size))


def _replacement(operation: Operation) -> object:
    operands, operator = operation
    if operator == b"BDC" and isinstance(operands[1], DictionaryObject):
        return operands[1].get(_ACTUAL_TEXT)
    return None
