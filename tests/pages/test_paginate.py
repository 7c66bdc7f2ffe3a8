"""Numbers that agree with the pages, with engines made up for the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import page_files
import pytest
from page_files import FAMILY, family_without_fonts, paragraph, part_of, section, texts, word_file

from esa_docs.diagnostics import Diagnostic
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.pages.layout_fonts import LayoutFonts
from esa_docs.pages.paginate import Paginated, paginate
from esa_docs.pages.word_file import WordFile

FONTS = LayoutFonts(family_without_fonts(), family_without_fonts("Digits"))
Pages = Callable[[list[str]], Mapping[str, int]]


@dataclass
class FakeEngine:
    """An engine that chooses the pages of bookmarks by the texts of the paragraphs.

    Attributes:
        pages: returns the page of each bookmark, from the texts of a file.
        draws: whether it makes PDFs, which are the texts.
        fault: the answer to every file; None lets it lay them out.
        calls: the texts of the files of each call so far.
    """

    pages: Pages
    draws: bool = True
    fault: EngineFault | None = None
    calls: list[list[list[str]]] = field(default_factory=list)
    name: str = "made up"
    identity: str = "made up"
    limits: str = ""

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        answers: dict[str, LaidOut | EngineFault] = {}
        texts_of_files: list[list[str]] = []
        for key, copy in copies.items():
            copy_texts = texts(part_of(copy.data))
            texts_of_files.append(copy_texts)
            answers[key] = self._answer(copy, copy_texts, with_pdf=with_pdf)
        self.calls.append(texts_of_files)
        return answers

    def _answer(self, copy: LayoutCopy, copy_texts: list[str], *, with_pdf: bool) -> LaidOut | EngineFault:
        if self.fault:
            return self.fault
        bookmarks = {part.bookmark: 1 for part in copy.sections}
        bookmarks.update(self.pages(copy_texts))
        pdf = b""
        if with_pdf and self.draws:
            pdf = "|".join(copy_texts).encode()
        return LaidOut(bookmarks, 9, pdf)


def fixed(_texts: list[str]) -> Mapping[str, int]:
    return {"a": 2, "b": 3}


def file(name: str = "งาน.docx", bookmarks: Sequence[str] = ("a", "b")) -> WordFile:
    """Return a file that prints the page of each bookmark in a paragraph of its own."""
    body = ""
    for bookmark in bookmarks:
        body += paragraph(before=page_files.field(f"PAGEREF {bookmark}"))
    return WordFile(name, word_file(body + section()), FAMILY)


def paginated(
    word: WordFile, *engines: FakeEngine, with_pdf: bool = False, fonts: LayoutFonts | None = FONTS
) -> Paginated:
    (result,) = paginate([word], engines, with_pdf=with_pdf, find_fonts=lambda _family: fonts)
    return result


def codes(result: Paginated) -> list[tuple[str, str]]:
    """Return code and severity of each diagnostic."""
    return [(diagnostic.code, str(diagnostic.severity)) for diagnostic in result.diagnostics]


def numbers(result: Paginated) -> list[str]:
    return texts(part_of(result.data))


def test_numbers_are_written_and_looked_at_again() -> None:
    engine = FakeEngine(fixed)
    result = paginated(file(), engine, with_pdf=True)
    assert numbers(result) == ["2", "3"]
    assert result.passes == 2
    assert result.engine == "made up"
    assert codes(result) == []
    assert engine.calls == [[["", ""]], [["2", "3"]]]
    assert result.labels == tuple("123456789")


def test_the_pdf_is_of_exactly_the_file_given_back() -> None:
    growing = FakeEngine(growing_contents)
    result = paginated(file(), growing, with_pdf=True)
    assert numbers(result) == ["3", "4"]
    assert result.pdf == b"3|4"
    assert result.passes == 3


def growing_contents(paragraph_texts: list[str]) -> Mapping[str, int]:
    """Put the bookmarks a page lower as soon as numbers stand in the contents."""
    has_numbers = paragraph_texts[0] != ""
    return {"a": 3, "b": 4} if has_numbers else {"a": 2, "b": 3}


def test_only_files_that_still_move_are_laid_out_again() -> None:
    engine = FakeEngine(moving_only_in_a_file_of_two)
    files = [file("1"), file("2", ["a"])]
    first, second = paginate(files, [engine], with_pdf=False, find_fonts=lambda _family: FONTS)
    assert [len(call) for call in engine.calls] == [2, 2, 1]
    assert numbers(first) == ["3", "3"]
    assert first.passes == 3
    assert numbers(second) == ["5"]
    assert second.passes == 2


def moving_only_in_a_file_of_two(paragraph_texts: list[str]) -> Mapping[str, int]:
    if len(paragraph_texts) == 1:
        return {"a": 5}
    has_numbers = paragraph_texts[0] != ""
    return {"a": 3, "b": 3} if has_numbers else {"a": 2, "b": 3}


def test_a_number_that_never_stands_still_is_left_out_the_others_stay() -> None:
    result = paginated(file(), FakeEngine(swinging), with_pdf=True)
    assert numbers(result) == ["", "7"]
    assert result.pdf == b"|7"
    assert result.passes == 4
    assert codes(result) == [("E724", "warning")]
    assert "1" in result.diagnostics[0].message
    assert "a" in result.diagnostics[0].message


def swinging(paragraph_texts: list[str]) -> Mapping[str, int]:
    """Put the first bookmark on another page than the one whose number stands in the file."""
    first_text = paragraph_texts[0]
    return {"a": 3, "b": 7} if first_text == "2" else {"a": 2, "b": 7}


def test_where_all_numbers_chase_each_other_none_is_printed() -> None:
    pages = count(1)
    engine = FakeEngine(lambda _texts: {"a": next(pages), "b": next(pages)})
    result = paginated(file(), engine, with_pdf=True)
    assert numbers(result) == ["", ""]
    assert result.pdf == b"|"
    assert codes(result) == [("E724", "warning")]
    assert result.passes <= 5


def test_a_bookmark_without_a_page_is_left_out_and_told() -> None:
    result = paginated(file("x", ["a", "lost"]), FakeEngine(fixed))
    assert numbers(result) == ["2", ""]
    assert codes(result) == [("E723", "warning")]
    assert "lost" in result.diagnostics[0].message


def test_a_number_format_nobody_knows_is_left_out_and_told() -> None:
    body = paragraph(before=page_files.field("PAGEREF a")) + section(numbering='w:fmt="chicago"')
    result = paginated(WordFile("x", word_file(body), FAMILY), FakeEngine(fixed))
    assert numbers(result) == [""]
    assert codes(result) == [("E723", "warning")]


def test_numbers_that_stood_in_the_file_are_not_believed() -> None:
    old = "<w:r><w:rPr><w:b/></w:rPr><w:t>99</w:t></w:r>"
    first = paragraph(before=page_files.field("PAGEREF a", old))
    second = paragraph(before=page_files.field("PAGEREF lost", old))
    body = first + second
    engine = FakeEngine(fixed)
    result = paginated(WordFile("x", word_file(body + section()), FAMILY), engine)
    assert engine.calls[0] == [["", ""]]
    assert numbers(result) == ["2", ""]
    assert len(page_files.select(part_of(result.data), "//w:r[w:t]/w:rPr/w:b")) == 1


def test_a_file_without_references_is_laid_out_only_for_its_pdf() -> None:
    plain = WordFile("x", word_file(paragraph("ก") + section()), FAMILY)
    engine = FakeEngine(fixed)
    assert paginated(plain, engine) == Paginated("x", plain.data)
    assert engine.calls == []
    result = paginated(plain, engine, with_pdf=True)
    assert result.data == plain.data
    assert result.pdf == "ก".encode()
    assert result.passes == 1


BROKEN = EngineFault("Error: out of memory")


def test_when_one_engine_fails_the_next_gives_the_numbers() -> None:
    result = paginated(file(), FakeEngine(fixed, fault=BROKEN), FakeEngine(fixed, draws=False, name="second"))
    assert numbers(result) == ["2", "3"]
    assert result.engine == "second"
    assert codes(result) == [("E721", "warning")]
    assert "out of memory" in result.diagnostics[0].message


def test_a_pdf_that_was_asked_for_and_failed_is_an_error() -> None:
    result = paginated(file(), FakeEngine(fixed, fault=BROKEN), FakeEngine(fixed, draws=False), with_pdf=True)
    assert numbers(result) == ["2", "3"]
    assert result.pdf is None
    assert codes(result) == [("E721", "error")]


def test_other_fonts_have_a_code_of_their_own() -> None:
    fault = EngineFault("DejaVuSans", "E722")
    result = paginated(file(), FakeEngine(fixed, fault=fault), with_pdf=True)
    assert numbers(result) == ["", ""]
    assert codes(result) == [("E722", "error"), ("E723", "warning")]


def test_when_all_engines_fail_no_number_is_printed() -> None:
    result = paginated(file(), FakeEngine(fixed, fault=BROKEN), FakeEngine(fixed, draws=False, fault=BROKEN))
    assert numbers(result) == ["", ""]
    assert result.engine == ""
    assert codes(result) == [("E721", "warning"), ("E721", "warning"), ("E723", "warning")]


@pytest.mark.parametrize(
    ("with_pdf", "expected"),
    [(False, [("E723", "warning")]), (True, [("E723", "warning"), ("E726", "error")])],
)
def test_without_an_engine_nothing_is_printed(with_pdf: bool, expected: list[tuple[str, str]]) -> None:
    result = paginated(file(), with_pdf=with_pdf)
    assert numbers(result) == ["", ""]
    assert result.pdf is None
    assert codes(result) == expected


def test_an_engine_that_draws_nothing_makes_no_pdf() -> None:
    result = paginated(file(), FakeEngine(fixed, draws=False), with_pdf=True)
    assert numbers(result) == ["2", "3"]
    assert result.pdf is None
    assert codes(result) == [("E726", "error")]


def test_faces_without_outlines_are_for_numbers_only() -> None:
    numbers_only = LayoutFonts(replace(FONTS.text, has_outlines=False), FONTS.page_digits)
    drawing, quick = FakeEngine(fixed), FakeEngine(fixed, draws=False, name="second")
    result = paginated(file(), drawing, quick, with_pdf=True, fonts=numbers_only)
    assert numbers(result) == ["2", "3"]
    assert result.engine == "second"
    assert result.pdf is None
    assert codes(result) == [("E906", "error")]
    assert drawing.calls == []


@pytest.mark.parametrize(
    ("with_pdf", "expected"),
    [(False, [("E723", "warning")]), (True, [("E906", "error"), ("E723", "warning")])],
)
def test_an_unknown_family_has_no_numbers(with_pdf: bool, expected: list[tuple[str, str]]) -> None:
    unknown = replace(file(), family="Comic Sans MS")
    engine = FakeEngine(fixed)
    result = paginated(unknown, engine, with_pdf=with_pdf, fonts=None)
    assert numbers(result) == ["", ""]
    assert codes(result) == expected
    assert engine.calls == []
    assert "Comic Sans MS" in str(result.diagnostics)


def test_what_is_told_names_the_file_and_a_cure() -> None:
    diagnostics: list[Diagnostic] = []
    for engine in (FakeEngine(fixed, fault=BROKEN), FakeEngine(lambda _texts: {})):
        diagnostics += paginated(file("คู่มือ.docx"), engine, with_pdf=True).diagnostics
    assert {diagnostic.location.path for diagnostic in diagnostics} == {"คู่มือ.docx"}
    assert [diagnostic for diagnostic in diagnostics if not diagnostic.hint] == []
    assert len(diagnostics) == 3
