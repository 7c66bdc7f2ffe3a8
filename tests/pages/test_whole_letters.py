"""Text of Word files whose fonts a machine lacks: laid out once more in the font of the paper."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from page_files import family_without_fonts, paragraph, part_of, section, values, word_file

from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.foreign_fonts import with_family
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.pages.whole_letters import Answers, with_whole_letters

FONTS = family_without_fonts()
RUN = (
    '<w:p><w:r><w:rPr><w:rFonts w:ascii="calibri" w:hAnsi="Wingdings" w:cs="Angsana New"'
    ' w:eastAsia="Times New Roman"/></w:rPr><w:t>ก</w:t></w:r></w:p>'
)
LACKING = ("Angsana New", "Calibri", "Wingdings")
FIRST = LaidOut({}, 1, b"first", LACKING)
SECOND = LaidOut({}, 2, b"second")


def families_in(data: bytes) -> list[str]:
    """Return the values of the fonts of the run, by the names of their places."""
    root = part_of(data)
    return [values(root, f"//w:rFonts/@w:{slot}")[0] for slot in ("ascii", "hAnsi", "cs", "eastAsia")]


def test_a_family_takes_the_place_of_others_but_not_of_fonts_of_signs() -> None:
    data = with_family(word_file(RUN + section()), LACKING, "ก")
    assert families_in(data) == ["ก", "Wingdings", "ก", "Times New Roman"]


@pytest.mark.parametrize("families", [(), ("Wingdings",), ("Arial",)])
def test_a_file_in_which_nothing_gives_way_stays_byte_for_byte(families: tuple[str, ...]) -> None:
    data = word_file(RUN + section())
    assert with_family(data, families, "ก") == data


class Engine:
    """Lays out copies: keeps what it got, and gives each the same answer."""

    def __init__(self, answer: LaidOut | EngineFault) -> None:
        self.answer = answer
        self.copies: dict[str, LayoutCopy] = {}

    def convert(self, copies: Mapping[str, LayoutCopy]) -> Answers:
        self.copies |= copies
        return dict.fromkeys(copies, self.answer)


def copy_of(body: str) -> LayoutCopy:
    return LayoutCopy(word_file(body + section()), (), {}, (FONTS,))


def test_a_paper_that_lacks_fonts_is_laid_out_once_more_and_names_them_all_the_same() -> None:
    engine = Engine(SECOND)
    copies = {"a": copy_of(RUN), "b": copy_of(RUN), "c": copy_of(paragraph("ก"))}
    fault = EngineFault("x")
    answers = with_whole_letters(copies, {"a": FIRST, "b": fault, "c": SECOND}, engine.convert)
    assert answers == {"a": LaidOut({}, 2, b"second", LACKING), "b": fault, "c": SECOND}
    assert list(engine.copies) == ["a"]
    assert families_in(engine.copies["a"].data)[0] == FONTS.name


def test_the_first_pages_stay_where_the_second_layout_fails() -> None:
    answers = with_whole_letters({"a": copy_of(RUN)}, {"a": FIRST}, Engine(EngineFault("x")).convert)
    assert answers == {"a": FIRST}


def test_a_paper_that_lacks_fonts_of_signs_alone_is_laid_out_once() -> None:
    engine = Engine(SECOND)
    first = LaidOut({}, 1, b"first", ("Wingdings",))
    assert with_whole_letters({"a": copy_of(RUN)}, {"a": first}, engine.convert) == {"a": first}
    assert engine.copies == {}


def test_the_families_of_the_paper_itself_are_not_told_as_lacking() -> None:
    digits = family_without_fonts("Digits")
    data = word_file(RUN.replace("calibri", digits.name) + section())
    copy = LayoutCopy(data, (), {}, (FONTS, digits), bears_files=True)
    assert copy.replaced_fonts([]) == ("Angsana New", "Wingdings")
