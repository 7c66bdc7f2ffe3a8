"""The text of a PDF, mended so that it is copied and searched as it was written.

Three things are mended here, and a fourth in the faces (``fonts.sara_am``).

- No-break spaces become plain ones. They serve line breaks alone, and whoever searches types a plain space.
- Page numbers whose face draws Thai digits get the text of Thai digits.
- Each piece of a line gets its own text. rdocx gives the first piece the text of the whole line and the
  other pieces an empty text; PDFium, the viewer of Chrome and Edge, then reads the line twice.
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
"""A block of mappings from glyph codes to texts, in the table ``/ToUnicode`` of a font."""
_MAPPING: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_PLAIN_SPACES: Final = {b"00A0": b"0020"}
_THAI_DIGITS: Final = {b"003%d" % digit: b"0E5%d" % digit for digit in range(10)}
"""Texts of glyphs and the texts that replace them, as UTF-16 in hexadecimal digits."""
_ACTUAL_TEXT: Final = "/ActualText"

Operation = tuple[Any, bytes]
"""Operands and operator; pypdf's operands are a list, or a dictionary for an image."""
Texts = Mapping[bytes, str]
"""The texts of a font by glyph code."""


def mend_page_texts(writer: PdfWriter, thai_digits_in: str = "") -> None:
    """Mend the text of every page, so that it is copied and searched as it was written.

    Args:
        writer: the PDF.
        thai_digits_in: family whose faces draw ๐-๙ where the text says 0-9; empty for none.
    """
    for page in writer.pages:
        text_tables: dict[str, StreamObject] = {}
        for name, font in _fonts(page).items():
            text_table = font.get("/ToUnicode", NullObject()).get_object()
            if isinstance(text_table, StreamObject):
                text_tables[name] = text_table
                changes = _changes(font_name(font), thai_digits_in)
                _replace_texts(text_table, changes)
        _mend_pieces(page, text_tables, writer)


def _fonts(page: PageObject) -> dict[str, DictionaryObject]:
    """Return the fonts of a page, by the names that its content uses."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return {name: font.get_object() for name, font in fonts.items()}


def _changes(font: str, thai_digits_in: str) -> Mapping[bytes, bytes]:
    """Return the texts to replace in a font, as UTF-16 in hexadecimal digits, with their new texts."""
    # The name of a font in a PDF has no spaces.
    shows_thai_digits = thai_digits_in != "" and font.startswith(thai_digits_in.replace(" ", ""))
    return _PLAIN_SPACES | _THAI_DIGITS if shows_thai_digits else _PLAIN_SPACES


def _replace_texts(text_table: StreamObject, changes: Mapping[bytes, bytes]) -> None:
    data = text_table.get_data()
    mended_data = _MAPPINGS.sub(lambda block: _change_mappings(block[0], changes), data)
    if mended_data != data:
        text_table.set_data(mended_data)


def _change_mappings(block: bytes, changes: Mapping[bytes, bytes]) -> bytes:
    return _MAPPING.sub(lambda mapping: _change_mapping(mapping, changes), block)


def _change_mapping(mapping: re.Match[bytes], changes: Mapping[bytes, bytes]) -> bytes:
    code, text = mapping.groups()
    new_text = changes.get(text.upper(), text)
    return b"<%s> <%s>" % (code, new_text)


def _mend_pieces(page: PageObject, text_tables: Mapping[str, StreamObject], writer: PdfWriter) -> None:
    """Write its own text into each marked piece of a page, if any piece has an empty text."""
    contents = page.get_contents()
    if contents is None or _ACTUAL_TEXT.encode() not in contents.get_data():
        return
    stream = ContentStream(contents, writer)
    operations: list[Operation] = stream.operations
    has_empty_text = any(_replacement_text(operation) == "" for operation in operations)
    if has_empty_text:
        texts = {name: _read_texts(text_table) for name, text_table in text_tables.items()}
        stream.operations = _with_own_texts(operations, texts)
        page.replace_contents(stream)
        page.compress_content_streams()


def _read_texts(text_table: StreamObject) -> Texts:
    texts: dict[bytes, str] = {}
    for block in _MAPPINGS.findall(text_table.get_data()):
        for code_digits, text_digits in _MAPPING.findall(block):
            code = bytes.fromhex(code_digits.decode())
            text = bytes.fromhex(text_digits.decode())
            texts[code] = text.decode("utf-16-be")
    return texts


def _with_own_texts(old_operations: Iterable[Operation], texts: Mapping[str, Texts]) -> list[Operation]:
    """Return the operations of a page with each marked piece carrying its own text.

    Args:
        old_operations: the operations.
        texts: the texts of each font, by its name on the page.
    """
    operations = list(old_operations)
    pieces = _find_pieces(operations, texts)
    for piece, next_piece in pairwise(pieces):
        if next_piece.text.isspace() and next_piece.font == piece.font:
            _join_space(operations, piece, next_piece)
    for piece in pieces:
        properties = DictionaryObject({NameObject(_ACTUAL_TEXT): TextStringObject(piece.text)})
        operations[piece.mark_index] = [NameObject("/Span"), properties], b"BDC"
    return operations


@dataclass(slots=True)
class _Piece:
    """A marked piece of text.

    Attributes:
        mark_index: index of the operation that begins its mark.
        glyphs_index: index of the last operation that shows its glyphs; -1 where none does.
        font: name of its font on the page.
        text: its own text.
    """

    mark_index: int
    glyphs_index: int = -1
    font: str = ""
    text: str = ""


def _find_pieces(operations: Iterable[Operation], texts: Mapping[str, Texts]) -> list[_Piece]:
    """Return the marked pieces of a page, each with the text of its glyphs."""
    pieces: list[_Piece] = []
    font = ""
    is_in_piece = False
    for index, operation in enumerate(operations):
        operands, operator = operation
        if operator == b"Tf":
            font = operands[0]
        elif operator == b"TJ" and is_in_piece:
            piece = pieces[-1]
            piece.glyphs_index = index
            piece.font = font
            piece.text += _text_of_glyphs(operands[0], texts.get(font, {}))
        elif _replacement_text(operation) is not None:
            pieces.append(_Piece(index))
            is_in_piece = True
        elif operator == b"EMC":
            is_in_piece = False
    return pieces


def _join_space(operations: list[Operation], piece: _Piece, space: _Piece) -> None:
    """Move a space that is a piece of its own to the end of the piece before it."""
    # PDFium passes over a space that is drawn alone.
    glyphs = [*_glyphs(operations, piece), *_glyphs(operations, space)]
    operations[piece.glyphs_index] = [ArrayObject(glyphs)], b"TJ"
    operations[space.glyphs_index] = [ArrayObject()], b"TJ"
    piece.text += space.text
    space.text = ""


def _glyphs(operations: list[Operation], piece: _Piece) -> ArrayObject:
    operands, _operator = operations[piece.glyphs_index]
    glyphs: ArrayObject = operands[0]
    return glyphs


def _text_of_glyphs(glyphs: ArrayObject, texts: Texts) -> str:
    """Return the text of glyphs: strings of glyph codes, with distances between them."""
    strings = [item for item in glyphs if isinstance(item, TextStringObject | ByteStringObject)]
    codes = b"".join(string.original_bytes for string in strings)
    # All codes of a font are of the same length.
    any_code = next(iter(texts), b" ")
    size = len(any_code)
    text = ""
    for start in range(0, len(codes), size):
        code = codes[start : start + size]
        text += texts.get(code, "")
    return text


def _replacement_text(operation: Operation) -> object:
    """Return the text that stands in for marked text; None for an operation that begins no such mark."""
    operands, operator = operation
    if operator == b"BDC" and isinstance(operands[1], DictionaryObject):
        return operands[1].get(_ACTUAL_TEXT)
    return None
