"""Numbers and pages brought to agree, with engines made up for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import page_files
import pytest
from page_files import FAMILY, family_of_letters, paragraph, part_of, section, texts, word_file

from esa_docs.diagnostics import Diagnostic
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.pages.layout_fonts import LayoutFonts
from esa_docs.pages.paginate import Paginated, paginate
from esa_docs.pages.word_file import WordFile

FONTS = LayoutFonts(family_of_letters(), family_of_letters("Digits"))
Pages = Callable[[list[str]], Mapping[str, int]]


@dataclass
class Made:
    """An engine that puts bookmarks on pages by what the paragraphs say; it notes what it was given."""

    pages: Pages
    draws: bool = True
    fault: EngineFault | None = None
    faulty: frozenset[str] = frozenset()
    calls: list[list[list[str]]] = field(default_factory=list)
    name: str = "made up"
    identity: str = "made up"
    limits: str = ""

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        said = {key: texts(part_of(copy.data)) for key, copy in copies.items()}
        self.calls.append(list(said.values()))
        return {key: self._answer(copy, said[key], with_pdf=with_pdf) for key, copy in copies.items()}

    def _answer(self, copy: LayoutCopy, said: list[str], *, with_pdf: bool) -> LaidOut | EngineFault:
        if self.fault:
            return self.fault
        starts = {one.bookmark: 1 for one in copy.sections}
        pdf = "|".join(said).encode() if with_pdf and self.draws else b""
        return LaidOut({**starts, **self.pages(said)}, 9, pdf)


def fixed(_said: list[str]) -> Mapping[str, int]:
    return {"a": 2, "b": 3}


def file(name: str = "งาน.docx", *bookmarks: str) -> WordFile:
    """Give a file that prints the page of each bookmark in a paragraph of its own."""
    named = bookmarks or ("a", "b")
    body = "".join(paragraph(before=page_files.field(f"PAGEREF {one}")) for one in named)
    return WordFile(name, word_file(body + section()), FAMILY)


def settled(
    one: WordFile, *engines: Made, with_pdf: bool = False, fonts: LayoutFonts | None = FONTS
) -> Paginated:
    (result,) = paginate([one], engines, with_pdf=with_pdf, find_fonts=lambda _family: fonts)
    return result


def told(result: Paginated) -> list[tuple[str, str]]:
    return [(one.code, str(one.severity)) for one in result.diagnostics]


def numbers(result: Paginated) -> list[str]:
    return texts(part_of(result.data))


def test_numbers_are_written_and_looked_at_again() -> None:
    engine = Made(fixed)
    result = settled(file(), engine, with_pdf=True)
    assert (numbers(result), result.passes, result.engine, told(result)) == (["2", "3"], 2, "made up", [])
    assert engine.calls == [[["", ""]], [["2", "3"]]]
    assert result.labels == tuple("123456789")


def test_the_pdf_is_of_exactly_the_file_given_back() -> None:
    """The contents grow by a page as soon as numbers stand in them."""
    grows = Made(lambda said: {"a": 2 + bool(said[0]), "b": 3 + bool(said[0])})
    result = settled(file(), grows, with_pdf=True)
    assert (numbers(result), result.pdf, result.passes) == (["3", "4"], b"3|4", 3)


def test_only_files_that_still_move_are_laid_out_again() -> None:
    engine = Made(lambda said: {"a": 2 + bool(said[0]), "b": 3} if len(said) == 2 else {"a": 5})
    first, second = paginate(
        [file("1"), file("2", "a")], [engine], with_pdf=False, find_fonts=lambda _family: FONTS
    )
    assert [len(call) for call in engine.calls] == [2, 2, 1]
    assert (numbers(first), first.passes) == (["3", "3"], 3)
    assert (numbers(second), second.passes) == (["5"], 2)


def test_a_number_that_never_stands_still_is_left_out_the_others_stay() -> None:
    swings = Made(lambda said: {"a": 3 if said[0] == "2" else 2, "b": 7})
    result = settled(file(), swings, with_pdf=True)
    assert numbers(result) == ["", "7"]
    assert result.pdf == b"|7"
    assert result.passes == 4
    assert told(result) == [("E724", "warning")]
    assert "1" in result.diagnostics[0].message
    assert "a" in result.diagnostics[0].message


def test_where_all_numbers_chase_each_other_none_is_printed() -> None:
    """One number moves for good at first, and as soon as it is left out the other does."""
    counted = iter(range(1, 100))
    result = settled(file(), Made(lambda _said: {"a": next(counted), "b": next(counted)}), with_pdf=True)
    assert (numbers(result), result.pdf, told(result)) == (["", ""], b"|", [("E724", "warning")])
    assert result.passes <= 5


def test_a_bookmark_without_a_page_is_left_out_and_told() -> None:
    result = settled(file("x", "a", "lost"), Made(fixed))
    assert (numbers(result), told(result)) == (["2", ""], [("E723", "warning")])
    assert "lost" in result.diagnostics[0].message


def test_a_number_format_nobody_knows_is_left_out_and_told() -> None:
    body = paragraph(before=page_files.field("PAGEREF a")) + section(numbering='w:fmt="chicago"')
    result = settled(WordFile("x", word_file(body), FAMILY), Made(fixed))
    assert (numbers(result), told(result)) == ([""], [("E723", "warning")])


def test_numbers_that_stood_in_the_file_are_not_believed() -> None:
    old = "<w:r><w:rPr><w:b/></w:rPr><w:t>99</w:t></w:r>"
    body = paragraph(before=page_files.field("PAGEREF a", old)) + paragraph(
        before=page_files.field("PAGEREF lost", old)
    )
    engine = Made(fixed)
    result = settled(WordFile("x", word_file(body + section()), FAMILY), engine)
    assert (engine.calls[0], numbers(result)) == ([["", ""]], ["2", ""])
    assert len(page_files.select(part_of(result.data), "//w:r[w:t]/w:rPr/w:b")) == 1


def test_a_file_without_references_is_laid_out_only_for_its_pdf() -> None:
    plain = WordFile("x", word_file(paragraph("ก") + section()), FAMILY)
    engine = Made(fixed)
    assert settled(plain, engine) == Paginated("x", plain.data)
    assert engine.calls == []
    result = settled(plain, engine, with_pdf=True)
    assert (result.data, result.pdf, result.passes) == (plain.data, "ก".encode(), 1)


BROKEN = EngineFault("Error: out of memory")


def test_when_one_engine_fails_the_next_gives_the_numbers() -> None:
    result = settled(file(), Made(fixed, fault=BROKEN), Made(fixed, draws=False, name="second"))
    assert (numbers(result), result.engine, told(result)) == (["2", "3"], "second", [("E721", "warning")])
    assert "out of memory" in result.diagnostics[0].message


def test_a_pdf_that_was_asked_for_and_failed_is_an_error() -> None:
    result = settled(file(), Made(fixed, fault=BROKEN), Made(fixed, draws=False), with_pdf=True)
    assert (numbers(result), result.pdf, told(result)) == (["2", "3"], None, [("E721", "error")])


def test_other_fonts_have_a_code_of_their_own() -> None:
    fault = EngineFault("DejaVuSans", "E722")
    result = settled(file(), Made(fixed, fault=fault), with_pdf=True)
    assert (numbers(result), told(result)) == (["", ""], [("E722", "error"), ("E723", "warning")])


def test_when_all_engines_fail_no_number_is_printed() -> None:
    result = settled(file(), Made(fixed, fault=BROKEN), Made(fixed, draws=False, fault=BROKEN))
    assert (numbers(result), result.engine) == (["", ""], "")
    assert told(result) == [("E721", "warning"), ("E721", "warning"), ("E723", "warning")]


@pytest.mark.parametrize(
    ("with_pdf", "expected"),
    [(False, [("E723", "warning")]), (True, [("E723", "warning"), ("E726", "error")])],
)
def test_without_an_engine_nothing_is_printed(with_pdf: bool, expected: list[tuple[str, str]]) -> None:
    result = settled(file(), with_pdf=with_pdf)
    assert (numbers(result), result.pdf, told(result)) == (["", ""], None, expected)


def test_an_engine_that_draws_nothing_makes_no_pdf() -> None:
    result = settled(file(), Made(fixed, draws=False), with_pdf=True)
    assert (numbers(result), result.pdf, told(result)) == (["2", "3"], None, [("E726", "error")])


def test_faces_without_outlines_are_for_numbers_only() -> None:
    numbers_only = LayoutFonts(replace(FONTS.text, has_outlines=False), FONTS.page_digits)
    drawing, quick = Made(fixed), Made(fixed, draws=False, name="second")
    result = settled(file(), drawing, quick, with_pdf=True, fonts=numbers_only)
    assert (numbers(result), result.engine, result.pdf) == (["2", "3"], "second", None)
    assert told(result) == [("E906", "error")]
    assert drawing.calls == []


@pytest.mark.parametrize(
    ("with_pdf", "expected"),
    [(False, [("E723", "warning")]), (True, [("E906", "error"), ("E723", "warning")])],
)
def test_an_unknown_family_has_no_numbers(with_pdf: bool, expected: list[tuple[str, str]]) -> None:
    unknown = replace(file(), family="Comic Sans MS")
    engine = Made(fixed)
    result = settled(unknown, engine, with_pdf=with_pdf, fonts=None)
    assert (numbers(result), told(result), engine.calls) == (["", ""], expected, [])
    assert "Comic Sans MS" in str(result.diagnostics)


def test_what_is_told_names_the_file_and_a_cure() -> None:
    found: list[Diagnostic] = []
    for engine in (Made(fixed, fault=BROKEN), Made(lambda _said: {})):
        found += settled(file("คู่มือ.docx"), engine, with_pdf=True).diagnostics
    assert {one.location.path for one in found} == {"คู่มือ.docx"}
    assert [one for one in found if not one.hint] == []
    assert len(found) == 3
