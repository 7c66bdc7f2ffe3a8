"""No inline mark is added by half: each style is read, escaped, found in its file, printed and documented."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

from esa_docs.diagnostics import Location
from esa_docs.model.problem import Spot
from esa_docs.model.prose.literal import as_literal
from esa_docs.model.prose.mark_signs import MARK_CHARACTERS, PLACED_MARKS, SIGNS_OF_STYLE
from esa_docs.model.prose.prose import Span, Style
from esa_docs.model.prose.reading import read_marks, read_prose
from esa_docs.source.yaml_files.mark_hints import backslash_hint
from esa_docs.source.yaml_files.places_in_texts import may_hold_marks, place_of_spot
from esa_docs.source.yaml_files.tree import Scalar
from esa_docs.word import prose_signs
from esa_docs.word.blocks import signs as block_signs
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.marked_runs import MarkedRuns
from esa_docs.word.prose_signs import OWN_SIGNS, STYLE_OF_BEGINNING, STYLE_OF_END, with_signs
from esa_docs.word.runs import RunStyle

DOCS: Final = Path(__file__).parents[2] / "docs" / "content.md"
EVERY_STYLE: Final = pytest.mark.parametrize("style", Style, ids=lambda style: style.name)


def marked(style: Style) -> str:
    """Return a text with one word in a style."""
    signs = SIGNS_OF_STYLE[style]
    return f"กข{signs}คง{signs}จฉ"


@EVERY_STYLE
def test_a_style_is_read(style: Style) -> None:
    reading = read_marks(marked(style))

    assert (str(reading.prose), reading.faults) == ("กขคงจฉ", ())
    assert reading.prose.spans == (Span(2, 4, style),)


@EVERY_STYLE
def test_a_backslash_makes_a_style_literal(style: Style) -> None:
    text = marked(style)
    literal = as_literal(text)

    assert literal != text
    assert (str(read_prose(literal)), read_prose(literal).spans) == (text, ())
    character = SIGNS_OF_STYLE[style][0]
    assert f"'ก \\{character}ข'" in backslash_hint(f'- "ก \\{character}ข"')


@EVERY_STYLE
def test_a_style_is_found_in_its_file(style: Style) -> None:
    text = marked(style)
    # In the file the text stands in quotes, with an escape of four signs for its first letter.
    typed = '"' + text.replace("ก", "\\u0e01") + '"'
    scalar = Scalar(text, Location("a.yaml", 3, 7), typed=typed)
    end = text.rindex(SIGNS_OF_STYLE[style])

    assert may_hold_marks(text)
    # One column for the quote, five for the rest of the escape.
    assert place_of_spot(scalar, Spot(text, end)) == Location("a.yaml", 3, 7 + 1 + 5 + end)


@EVERY_STYLE
def test_a_style_is_printed(style: Style) -> None:
    runs = MarkedRuns(RunStyle(), "thai", MarkStyles())
    plain_xml = runs.write("กขคงจฉ")
    xml = runs.write(with_signs(read_prose(marked(style))))

    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml) == ["กข", "คง", "จฉ"]
    beginning, word, end = re.findall(r"<w:rPr>(.*?)</w:rPr>", xml)
    assert (beginning, end) == (*re.findall(r"<w:rPr>(.*?)</w:rPr>", plain_xml), beginning)
    assert word != beginning


@EVERY_STYLE
def test_a_style_is_documented(style: Style) -> None:
    signs = re.escape(SIGNS_OF_STYLE[style])
    assert re.search(rf"`[^`\n]*{signs}[^`\n*_^~]+{signs}[^`\n]*`", DOCS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PLACED_MARKS)
def test_a_mark_that_stands_for_a_value_is_documented(name: str) -> None:
    assert f"`{{{name}:" in DOCS.read_text(encoding="utf-8")


def test_no_two_styles_have_the_same_signs() -> None:
    assert len(set(SIGNS_OF_STYLE.values())) == len(Style)
    # Signs are read as many alike as stand together.
    assert [signs for signs in SIGNS_OF_STYLE.values() if len(set(signs)) != 1] == []
    assert set("*_^~[]{}") <= set(MARK_CHARACTERS)


def test_no_sign_in_a_text_stands_for_two_things() -> None:
    names = ("LINK", "LINK_END", "NOTE", "REFERENCE", "FIELD", "BLOCK")
    places = [getattr(prose_signs, name) for name in names]
    names_of_blocks = [name for name in vars(block_signs) if name.isupper()]
    of_blocks = [getattr(block_signs, name) for name in names_of_blocks]
    assert len(of_blocks) == 5

    signs = list(chain(STYLE_OF_BEGINNING, STYLE_OF_END, places, of_blocks))
    assert len(set(signs)) == 2 * len(Style) + len(places) + len(of_blocks)
    assert set(signs) <= set(OWN_SIGNS)
    # Styles that are added take the places behind the last one: room for twice as many.
    last_style = max(map(ord, chain(STYLE_OF_BEGINNING, STYLE_OF_END)))
    next_signs = set(map(chr, range(last_style + 1, last_style + 1 + 2 * len(Style))))
    assert not next_signs & {*places, *of_blocks}
