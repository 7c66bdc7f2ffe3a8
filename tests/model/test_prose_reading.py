"""Marks in texts, as people type them and as they are read."""

from __future__ import annotations

import pickle
import time
from itertools import pairwise

import prose_corpus as corpus
import pytest
from growth import is_linear

from esa_docs.model.prose.literal import as_literal
from esa_docs.model.prose.plain_text import in_plain_text
from esa_docs.model.prose.prose import FieldValue, Link, Mark, Note, Prose, Reference, Style
from esa_docs.model.prose.reading import read_marks, read_prose

WITH_MARKS = (*corpus.THAI, *corpus.SIGNS, *corpus.LATIN, *corpus.LITERAL, *corpus.LINKS_AND_NOTES)
LETTER_OF_STYLE = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.SUPERSCRIPT: "^",
    Style.SUBSCRIPT: "~",
}


def words_of(mark: Mark) -> str:
    """Return a mark as the corpus names it."""
    match mark:
        case Style():
            return LETTER_OF_STYLE[mark]
        case Link():
            return f"link {mark.address}"
        case Note():
            return f"note {mark.text}"
        case Reference():
            return f"ref {mark.id}"
        case FieldValue():
            return f"field {mark.column}"


def pieces_of(prose: Prose) -> tuple[corpus.Piece, ...]:
    """Return a text in pieces, as the corpus has them; what stands between letters is a piece without any."""
    places = {0, len(prose)}
    for span in prose.spans:
        places.update((span.start, span.end))
    pieces: list[corpus.Piece] = []
    for start, end in [(0, 0), *pairwise(sorted(places))]:
        if start < end:
            marks = [words_of(span.mark) for span in prose.spans if span.start < end and span.end > start]
            letters = str(prose)[start:end]
            piece = (letters, *marks) if marks else letters
            pieces.append(piece)
        pieces.extend(("", words_of(span.mark)) for span in prose.spans if span.start == span.end == end)
    return tuple(pieces)


@pytest.mark.parametrize(("source", "pieces"), [(source, pieces) for source, *pieces in WITH_MARKS])
def test_marks_are_read(source: str, pieces: list[corpus.Piece]) -> None:
    reading = read_marks(source)
    assert (pieces_of(reading.prose), reading.faults) == (tuple(pieces), ())
    assert reading.prose.source == source


@pytest.mark.parametrize("source", corpus.OTHER_SENSE)
def test_signs_of_another_sense_stay(source: str) -> None:
    reading = read_marks(source)
    assert (str(reading.prose), reading.prose.spans, reading.faults) == (source, (), ())


@pytest.mark.parametrize(
    ("source", "faults", "pieces"), [(source, faults, pieces) for source, faults, *pieces in corpus.FAULTY]
)
def test_faulty_marks_are_told(source: str, faults: tuple[str, ...], pieces: list[corpus.Piece]) -> None:
    reading = read_marks(source)
    told_faults = tuple(f"{fault.sort} {fault.start} {fault.text}" for fault in reading.faults)
    assert (told_faults, pieces_of(reading.prose)) == (faults, tuple(pieces))


def test_the_corpus_is_large_enough() -> None:
    sources = {row[0] for row in (*WITH_MARKS, *corpus.FAULTY)} | set(corpus.OTHER_SENSE)
    assert len(sources) >= 140


@pytest.mark.parametrize("source", [row[0] for row in (*WITH_MARKS, *corpus.FAULTY)])
def test_a_literal_text_is_printed_as_it_was_typed(source: str) -> None:
    reading = read_marks(as_literal(source))
    assert (str(reading.prose), reading.prose.spans) == (source, ())


@pytest.mark.parametrize("source", [row[0] for row in WITH_MARKS])
def test_a_worker_process_gets_the_marks(source: str) -> None:
    prose = read_prose(source)
    copy = pickle.loads(pickle.dumps(prose))  # noqa: S301 our own bytes
    assert (type(copy), copy, copy.source, copy.spans) == (Prose, prose, prose.source, prose.spans)


def test_words_beside_a_text_move_its_marks() -> None:
    prose = read_prose("ก**ข**^[ค]").with_words("โดย", "นั้น")
    assert pieces_of(prose) == ("โดยก", ("ข", "b"), ("", "note ค"), "นั้น")
    assert prose.source == "ก**ข**^[ค]"


def test_lines_keep_their_marks() -> None:
    lines = read_prose("ก**ข**^[ค]\n*ง* จ\n").lines()
    assert [pieces_of(line) for line in lines] == [
        ("ก", ("ข", "b"), ("", "note ค")),
        (("ง", "i"), " จ"),
        (),
    ]


def test_a_part_of_a_text_keeps_its_marks() -> None:
    prose = read_prose("กข**คง**จ")
    assert [pieces_of(prose.cut(3)), pieces_of(prose.cut(0, 3))] == [
        (("ง", "b"), "จ"),
        ("กข", ("ค", "b")),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "**ก** ",
        "*ก ",
        "__ก",
        "^[ก",
        "[ก",
        "[ก](https://a.th) ",
        "[ ](https://a.th) ",
        "^[ก] ",
        "x^2 ",
        "\\",
        "{ref:",
        "~ก",
        "](",
        "***ก",
        "***ก** ",
        "https://a.th/x*ก",
        "^oo",
        "*.ก*.a",
        "https://a.th/(x",
        "https://a.th/?q=**b",
        "**ก****ข",
    ],
)
def test_reading_is_linear(piece: str) -> None:
    assert is_linear(lambda size: read_marks(piece * size), 200, 16)


@pytest.mark.parametrize("ending", ["", "ก", "[ก", "*ก"])
def test_many_backslashes_are_read_in_time(ending: str) -> None:
    # A search by a pattern is one call, however long it takes: growth.py does not count it.
    start = time.process_time()
    reading = read_marks("\\" * 200_000 + ending)
    assert time.process_time() - start < 2
    assert reading.prose.spans == ()


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        (r"\\[ก](https://a.th)", ("\\", ("ก", "link https://a.th"))),
        (r"\\\[ก](https://a.th)", (r"\[ก](https://a.th)",)),
        (r"\\\\[ก](https://a.th)", (r"\\", ("ก", "link https://a.th"))),
        ("[ก\\ข](https://a.th)", (("ก\\ข", "link https://a.th"),)),
    ],
)
def test_an_odd_backslash_makes_a_bracket_literal(source: str, pieces: tuple[corpus.Piece, ...]) -> None:
    assert pieces_of(read_prose(source)) == pieces


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("ก**ข**ค", "กขค"),
        ("ตามระเบียบ^[ดู **ข้อ 5**]แล้ว", "ตามระเบียบ (ดู ข้อ 5)แล้ว"),
        ("[สพฐ.](https://a.th) และ [https://b.th](https://b.th)", "สพฐ. (https://a.th) และ https://b.th"),
    ],
)
def test_in_plain_text_notes_and_addresses_stand_in_brackets(source: str, text: str) -> None:
    assert in_plain_text(read_prose(source)) == text
