"""Pieces of XML that macros and blocks hold: each stands as a short key in the values of tags.

A macro of several runs, or of whole paragraphs, gives XML. A tag prints it where such a piece can stand;
every other use of it (a filter that counts letters, an attribute, a field) is refused. So no XML is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Final

from esa_docs.word.runs import escape, unescape
from esa_docs.word.templates.faults.piece_faults import (
    cut_piece,
    misplaced,
    more_than_words,
    text_between_paragraphs,
)
from esa_docs.word.templates.tags.block_places import BLOCKS_CLOSE, BLOCKS_OPEN
from esa_docs.word.templates.tags.piece_levels import BLOCKS, RUNS, level_of

_OPEN: Final = "\ufdd4"
_CLOSE: Final = "\ufdd5"
"""Noncharacters around a key; content and templates hold none."""
OWN_SIGNS: Final = _OPEN + _CLOSE + BLOCKS_OPEN + BLOCKS_CLOSE
_KEY: Final = re.compile(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?P<blank>tab|br|cr)(?: [^>]*)?/>")
_TEXTS: Final = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")

_PIECES: ContextVar[list[str] | None] = ContextVar("pieces", default=None)


@contextmanager
def holding() -> Iterator[None]:
    """Keep the pieces of one document, from none on."""
    token = _PIECES.set([])
    try:
        yield
    finally:
        _PIECES.reset(token)


def held(text: str) -> str:
    """Return a text of Jinja as it is, and a piece of XML as its key.

    Values are escaped, so a ``<`` is that of an element.
    """
    pieces = _PIECES.get()
    if pieces is None or "<" not in text:
        return text
    pieces.append(text)
    return f"{_OPEN}{len(pieces) - 1}{_CLOSE}"


def has_piece(value: object) -> bool:
    """Return whether a value is a text with a key in it."""
    return isinstance(value, str) and (_OPEN in value or _CLOSE in value)


def released(text: str) -> str:
    """Return the XML of the keys in a text of them, such as a whole part."""
    if not has_piece(text):
        return text
    return "".join(map(_xml_of, _KEY.findall(text)))


def placed(text: str, level: str) -> str:
    """Return the XML of what a block gives that stands between paragraphs, rows or cells.

    Args:
        text: keys of pieces.
        level: the level that each piece must have.

    Raises:
        HeldPieceError: it gives text, or pieces of another level.
    """
    xml_of_keys = []
    for key, between in _parts(text):
        if between.strip():
            raise text_between_paragraphs()
        if not key:
            continue
        xml = _xml_of(key)
        if level_of(xml) != level:
            raise misplaced(level_of(xml))
        xml_of_keys.append(xml)
    return "".join(xml_of_keys)


def writing_pieces(write_runs: Callable[[str], str]) -> Callable[..., str]:
    """Return a run writer that also writes pieces.

    The second argument of the new one says whether the text is all that stands in its paragraph.
    """

    @wraps(write_runs)
    def write(text: str, is_alone: int = 0) -> str:
        if _OPEN not in text and _CLOSE not in text:
            return write_runs(text)
        if is_alone and _is_blocks(text):
            return f"{BLOCKS_OPEN}{released(text)}{BLOCKS_CLOSE}"
        return "".join(_runs_of(text, write_runs))

    return write


def _is_blocks(text: str) -> bool:
    """Return whether a text is pieces of paragraphs and tables alone."""
    for key, between in _parts(text):
        if between.strip() or (key and level_of(_xml_of(key)) != BLOCKS):
            return False
    return True


def _runs_of(text: str, write_runs: Callable[[str], str]) -> Iterator[str]:
    for key, between in _parts(text):
        if between:
            yield write_runs(between)
        if key:
            xml = _xml_of(key)
            level = level_of(xml)
            if level != RUNS:
                raise misplaced(level)
            yield xml


def plain_text(text: str) -> str:
    """Return a text, escaped as it is, with the words of its pieces.

    Raises:
        HeldPieceError: a piece holds more than words.
    """
    if not has_piece(text):
        return text
    words = []
    for key, between in _parts(text):
        words.append(between)
        if key:
            words.append(_words_of(_xml_of(key)))
    return "".join(words)


def with_changed_texts(text: str, change: Callable[[str], str]) -> str:
    """Return a text with keys, every text of whose pieces is changed; codes of signs stay codes."""

    def changed(escaped_text: str) -> str:
        return escape(change(unescape(escaped_text)))

    pieces = []
    for key, between in _parts(text):
        pieces.append(changed(between))
        if key:
            xml = _TEXTS.sub(lambda match: match[1] + changed(match[2]), _xml_of(key))
            pieces.append(held(xml))
    return "".join(pieces)


def _words_of(xml: str) -> str:
    if level_of(xml) != RUNS or _has_more_than_words(xml):
        raise more_than_words()
    return "".join([match[1] or " " for match in _TEXT.finditer(xml)])


def _has_more_than_words(xml: str) -> bool:
    return re.search(r"<w:(?:drawing|pict|object|\w+Reference|fldChar|fldSimple|sdt)\b", xml) is not None


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Generate each key of a text with what stands before it, and an empty key for the end."""
    place = 0
    for match in _KEY.finditer(text):
        yield match[1], _without_signs(text[place : match.start()])
        place = match.end()
    yield "", _without_signs(text[place:])


def _without_signs(text: str) -> str:
    if _OPEN in text or _CLOSE in text:
        raise cut_piece()
    return text


def _xml_of(key: str) -> str:
    pieces = _PIECES.get() or []
    if int(key) >= len(pieces):
        raise cut_piece()
    return pieces[int(key)]
