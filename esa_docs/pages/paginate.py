"""True page numbers in Word files, and their PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
        data: the .docx. A number that is not certain is left out.
        pdf: its pages; None where the caller wanted no PDF, or none could be made.
        engine: name of the engine that laid it out; empty where none did.
        passes: how often it was laid out.
        labels: the number of each physical page; empty where the numbers are not known.
        diagnostics: what was noticed.
        bookmarks: physical page, from 1, of each bookmark; empty where they are not known.
    """

    name: str
    data: bytes
    pdf: bytes | None = None
    engine: str = ""
    passes: int = 0
    labels: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    bookmarks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    """A file, what became of it so far, and what was noticed.

    Attributes:
        file: the Word file.
        wanted_bookmarks: bookmarks whose page numbers it prints.
        draft: the file ready to be laid out; None where it need not or cannot be.
        settled: the file with its numbers; None as long as no engine could lay it out.
        engine: name of the engine that laid it out; empty as long as none did.
        diagnostics: what was noticed.
        reason: why it has no numbers, for readers; empty for the reason that this machine has no engine.
    """

    file: WordFile
    wanted_bookmarks: tuple[str, ...]
    draft: Draft | None = None
    settled: Settled | None = None
    engine: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str = ""

    @property
    def has_error(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)

    def with_diagnostics(self, *diagnostics: Diagnostic) -> _Case:
        return replace(self, diagnostics=(*self.diagnostics, *diagnostics))


def paginate(
    files: Sequence[WordFile],
    engines: Sequence[Engine],
    *,
    with_pdf: bool,
    find_fonts: FindFonts = find_layout_fonts,
) -> tuple[Paginated, ...]:
    """Write the true number of its page into every page reference, and make the PDFs.

    The numbers of a file come from the first engine that can lay it out; its PDF comes from an engine that
    draws. A number that is not certain is left out, and a diagnostic reports it.

    Args:
        files: the Word files.
        engines: lay them out, the most trusted first.
        with_pdf: whether the caller wants PDFs.
        find_fonts: returns the faces of a family.

    Returns:
        What became of each file, in the order of ``files``.
    """
    cases: dict[str, _Case] = {}
    for number, file in enumerate(files):
        cases[str(number)] = _open_case(file, find_fonts, with_pdf=with_pdf)
    for engine in engines:
        cases |= _lay_out(cases, engine, with_pdf=with_pdf)
    return tuple(_close_case(case, with_pdf=with_pdf) for case in cases.values())


def _open_case(file: WordFile, find_fonts: FindFonts, *, with_pdf: bool) -> _Case:
    wanted_bookmarks = referred_bookmarks(file.data)
    case = _Case(file, wanted_bookmarks)
    if not wanted_bookmarks and not with_pdf:
        return case
    fonts = find_fonts(file.family)
    can_be_drawn = fonts is not None and fonts.text.has_outlines
    if with_pdf and not can_be_drawn:
        case = case.with_diagnostics(page_diagnostics.missing_family(file))
    if fonts is None:
        return replace(case, reason=page_diagnostics.unknown_family(file))
    draft = Draft(file, fonts, wanted_bookmarks)
    return replace(case, draft=draft)


def _lay_out(cases: Mapping[str, _Case], engine: Engine, *, with_pdf: bool) -> dict[str, _Case]:
    """Lay out cases with an engine; return those that it has dealt with, as they stand after it."""
    drafts: dict[str, Draft] = {}
    for key, case in cases.items():
        if case.draft is None or case.settled is not None:
            continue
        if _is_to_lay_out(engine, case.draft, with_pdf=with_pdf):
            drafts[key] = case.draft
    changed_cases: dict[str, _Case] = {}
    for key, outcome in settle(drafts, engine, with_pdf=with_pdf).items():
        changed_cases[key] = _with_outcome(cases[key], engine, outcome, with_pdf=with_pdf)
    return changed_cases


def _is_to_lay_out(engine: Engine, draft: Draft, *, with_pdf: bool) -> bool:
    """Return whether an engine is to lay out a draft: it can, and the file needs what it makes."""
    has_references = bool(draft.wanted_bookmarks)
    if not engine.draws:
        return has_references
    return draft.fonts.text.has_outlines and (with_pdf or has_references)


def _with_outcome(case: _Case, engine: Engine, outcome: Settled | EngineFault, *, with_pdf: bool) -> _Case:
    if isinstance(outcome, Settled):
        return replace(case, settled=outcome, engine=engine.name)
    is_pdf_lost = with_pdf and engine.draws
    severity = Severity.ERROR if is_pdf_lost else Severity.WARNING
    failure = page_diagnostics.engine_failure(case.file, engine.name, outcome, severity)
    case = case.with_diagnostics(failure)
    return replace(case, reason=page_diagnostics.all_engines_failed())


def _close_case(case: _Case, *, with_pdf: bool) -> Paginated:
    """Return a case as the caller gets it, with a diagnostic for whatever is missing."""
    settled = case.settled
    if settled is None:
        faults = page_diagnostics.no_numbers(case.file, case.wanted_bookmarks, case.reason)
        case = case.with_diagnostics(*faults)
    has_pdf = settled is not None and bool(settled.pages.pdf)
    # An error that is there already says why there is no PDF.
    if with_pdf and not has_pdf and not case.has_error:
        case = case.with_diagnostics(page_diagnostics.no_drawing_engine(case.file))
    if settled is None:
        return _without_numbers(case)
    return _with_numbers(case, settled, with_pdf=with_pdf)


def _without_numbers(case: _Case) -> Paginated:
    data = case.file.data
    if case.wanted_bookmarks:
        data = write_page_numbers(data, {})
    return Paginated(case.file.name, data, diagnostics=case.diagnostics)


def _with_numbers(case: _Case, settled: Settled, *, with_pdf: bool) -> Paginated:
    draft = settled.draft
    omissions = page_diagnostics.left_out_numbers(
        case.file, draft.wanted_bookmarks, draft.numbers, draft.withheld_bookmarks
    )
    pdf = None
    replaced: tuple[Diagnostic, ...] = ()
    if with_pdf and settled.pages.pdf:
        pdf = settled.pages.pdf
        replaced = tuple(page_diagnostics.replaced_fonts(case.file, settled.pages.replaced_fonts))
    return Paginated(
        name=case.file.name,
        data=draft.data,
        pdf=pdf,
        engine=case.engine,
        passes=draft.passes,
        labels=settled.labels,
        diagnostics=(*case.diagnostics, *omissions, *replaced),
        bookmarks=settled.pages.bookmarks,
    )
