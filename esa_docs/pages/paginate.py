"""True page numbers in Word files, and their PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.pages import page_diagnostics
from esa_docs.pages.engine import Engine, EngineFault
from esa_docs.pages.layout_fonts import FindFonts, find_layout_fonts
from esa_docs.pages.page_references import referred_bookmarks, write_page_numbers
from esa_docs.pages.settling import Draft, Settled, settle
from esa_docs.pages.word_file import WordFile


@dataclass(frozen=True, slots=True)
class Paginated:
    """A Word file with true page numbers.

    Attributes:
        name: the file as readers know it.
        data: the .docx, numbers written where they are true and left out where they are not.
        pdf: its pages; None where none was asked for or none could be made.
        engine: name of what laid it out; empty where nothing was laid out.
        passes: how often it was laid out for it.
        labels: the number of each physical page; empty where they are not known.
        diagnostics: what was noticed.
    """

    name: str
    data: bytes
    pdf: bytes | None = None
    engine: str = ""
    passes: int = 0
    labels: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A file, what became of it so far, and what was noticed."""

    file: WordFile
    wanted: tuple[str, ...]
    draft: Draft | None = None
    settled: Settled | None = None
    engine: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str = ""

    def noting(self, *found: Diagnostic) -> _Case:
        return replace(self, diagnostics=(*self.diagnostics, *found))


def paginate(
    files: Sequence[WordFile],
    engines: Sequence[Engine],
    *,
    with_pdf: bool,
    find_fonts: FindFonts = find_layout_fonts,
) -> tuple[Paginated, ...]:
    """Write the true number of its page into every page reference, and make the PDFs.

    The first engine that can lay out a file gives its numbers; only an engine that draws gives its PDF. Where
    a number cannot be trusted it is left out, and a finding says so.

    Args:
        files: the Word files.
        engines: what lays them out, the most trusted first.
        with_pdf: whether PDFs are wanted.
        find_fonts: gives the faces of a family.

    Returns:
        What became of each file, in the order given.
    """
    cases = {str(number): _open(file, find_fonts, with_pdf=with_pdf) for number, file in enumerate(files)}
    for engine in engines:
        cases |= _lay_out(cases, engine, with_pdf=with_pdf)
    return tuple(_close(case, with_pdf=with_pdf) for case in cases.values())


def _open(file: WordFile, find_fonts: FindFonts, *, with_pdf: bool) -> _Case:
    wanted = referred_bookmarks(file.data)
    case = _Case(file, wanted)
    if not wanted and not with_pdf:
        return case
    fonts = find_fonts(file.family)
    if with_pdf and (fonts is None or not fonts.text.has_outlines):
        case = case.noting(page_diagnostics.missing_family(file))
    if fonts is None:
        return replace(case, reason=page_diagnostics.family_unknown(file))
    return replace(case, draft=Draft(file, fonts, wanted))


def _lay_out(cases: Mapping[str, _Case], engine: Engine, *, with_pdf: bool) -> dict[str, _Case]:
    """Give the cases an engine has dealt with, as they stand after it."""
    drafts = {
        key: case.draft
        for key, case in cases.items()
        if case.draft and not case.settled and _is_for(engine, case.draft, with_pdf=with_pdf)
    }
    answers = settle(drafts, engine, with_pdf=with_pdf)
    return {key: _answered(cases[key], engine, answer, with_pdf=with_pdf) for key, answer in answers.items()}


def _is_for(engine: Engine, draft: Draft, *, with_pdf: bool) -> bool:
    if engine.draws:
        return draft.fonts.text.has_outlines and (with_pdf or bool(draft.wanted))
    return bool(draft.wanted)


def _answered(case: _Case, engine: Engine, answer: Settled | EngineFault, *, with_pdf: bool) -> _Case:
    if isinstance(answer, Settled):
        return replace(case, settled=answer, engine=engine.name)
    weight = Severity.ERROR if with_pdf and engine.draws else Severity.WARNING
    noted = case.noting(page_diagnostics.engine_failed(case.file, engine.name, answer, weight))
    return replace(noted, reason=page_diagnostics.no_engine_could())


def _close(case: _Case, *, with_pdf: bool) -> Paginated:
    """Give what is handed back; what was asked for and is missing is told."""
    case = (
        case
        if case.settled
        else case.noting(*page_diagnostics.no_numbers(case.file, case.wanted, case.reason))
    )
    if with_pdf and not (case.settled and case.settled.laid.pdf):
        has_reason = any(one.is_error for one in case.diagnostics)
        case = case if has_reason else case.noting(page_diagnostics.no_drawing_engine(case.file))
    if case.settled is None:
        data = write_page_numbers(case.file.data, {}) if case.wanted else case.file.data
        return Paginated(case.file.name, data, diagnostics=case.diagnostics)
    draft, laid = case.settled.draft, case.settled.laid
    told = (
        *case.diagnostics,
        *page_diagnostics.left_out(draft.file, draft.wanted, draft.numbers, draft.withheld),
    )
    pdf = laid.pdf if with_pdf and laid.pdf else None
    return Paginated(case.file.name, draft.data, pdf, case.engine, draft.passes, case.settled.labels, told)
