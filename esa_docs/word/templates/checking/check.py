"""All that is wrong with a template: its tags, what they ask for and do not print, its styles and fonts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic, Severity, has_errors, sort_diagnostics
from esa_docs.fonts.families import SHIPPED_FONT
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape
from esa_docs.word.templates.checking.blocks import read_blocks
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.misplaced_blocks import check_places_of_blocks
from esa_docs.word.templates.checking.not_printed import check_printed
from esa_docs.word.templates.checking.pdf_fonts import check_pdf_fonts
from esa_docs.word.templates.checking.reading import TagReader
from esa_docs.word.templates.checking.styles import check_fonts, check_styles
from esa_docs.word.templates.checking.syntax import ANYTHING, ReadPart, read_part
from esa_docs.word.templates.checking.syntax_names import filters_and_tests
from esa_docs.word.templates.checking.tag_places import check_pairs, check_tags
from esa_docs.word.templates.checking.thai_words import check_thai_words
from esa_docs.word.templates.checking.trial import faults_of_trial
from esa_docs.word.templates.checking.values import ValueReader
from esa_docs.word.templates.cleaning.preparing import prepare_part
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.templates.faults.paragraphs import paragraphs_of
from esa_docs.word.templates.filling.compiled_template import CompiledTemplate
from esa_docs.word.templates.filling.sandbox import TemplateEnvironment
from esa_docs.word.templates.reading.template_parts import TemplateParts, read_parts
from esa_docs.word.templates.tags.own_names import OFFICE_FILTERS, OWN_FILTERS
from esa_docs.word.templates.tags.tags import has_tag
from esa_docs.word.theme import Look

_LOOK: Final = Look(SHIPPED_FONT, "arabic")
_OF_BLOCKS: Final = frozenset({"E328", "E329"})
_BROKEN_TAGS: Final = frozenset({"E303", *_OF_BLOCKS})
_TOLD_WITH_THEM: Final = frozenset({"E303", "E312", "E316"})
"""What compiling says of such tags, with less of their place."""


def check_template(
    data: bytes, file_label: str, top: Shape | None, names_with_blocks: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a template, sorted by code.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.
        top: the variables of its form; None where nobody declares them, and none is compared.
        names_with_blocks: names of the fields of its content that may hold blocks.

    Raises:
        ContentError: it is no Word file (E302).
    """
    checker = _Checker(read_parts(data, file_label), top, names_with_blocks)
    findings = list(checker.findings())
    diagnostics = [finding.as_diagnostic(file_label) for finding in findings]
    compiled, faults_of_compiling = _compile(data, file_label, diagnostics)
    diagnostics += faults_of_compiling
    if compiled is not None and top is not None:
        diagnostics += _new_faults(faults_of_trial(compiled, top), diagnostics)
    return sort_diagnostics(diagnostics)


def _compile(
    data: bytes, file_label: str, diagnostics: Sequence[Diagnostic]
) -> tuple[CompiledTemplate | None, list[Diagnostic]]:
    """Return the compiled template, and why there is none where the check has not said it already."""
    try:
        return compile_template(data, file_label, _LOOK), []
    except ContentError as fault:
        is_told = any(diagnostic.code in _BROKEN_TAGS for diagnostic in diagnostics if diagnostic.is_error)
        new_faults = [
            diagnostic
            for diagnostic in fault.diagnostics
            if not is_told or diagnostic.code not in _TOLD_WITH_THEM
        ]
        if new_faults or has_errors(diagnostics):
            return None, new_faults
        return None, list(fault.diagnostics)


def _new_faults(faults: Iterable[Diagnostic], diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate the faults of the trial in whose places the check has found none itself."""
    places_of_errors = {diagnostic.field for diagnostic in diagnostics if diagnostic.is_error}
    for fault in faults:
        if fault.field not in places_of_errors - {""}:
            yield fault


class _Checker:
    def __init__(self, parts: TemplateParts, top: Shape | None, names_with_blocks: Collection[str]) -> None:
        self._parts = parts
        self._top = top
        self._names_with_blocks = names_with_blocks
        self._environment = TemplateEnvironment(())
        self._printed: set[str] = set()
        self._has_unread_part = False
        self._has_tags = False

    def findings(self) -> Iterator[Finding]:
        """Generate the findings in all parts, then those of the template as a whole."""
        roots, text_parts = self._parts.roots, self._parts.text_parts
        for name in text_parts:
            prepare_part(roots[name], _LOOK.numerals, frozenset())
            yield from self._findings_in_part(name, roots[name])
        yield from check_styles(roots, text_parts)
        yield from check_fonts(roots, text_parts)
        yield from check_pdf_fonts(roots, text_parts)
        if self._top is not None:
            yield from self._findings_of_whole(self._top)

    def _findings_of_whole(self, top: Shape) -> Iterator[Finding]:
        if not self._has_tags:
            yield _without_tags()
        elif not self._has_unread_part:
            yield from check_printed(top, self._printed)

    def _findings_in_part(self, name: str, root: Any) -> Iterator[Finding]:
        paragraphs = [paragraph for paragraph in paragraphs_of(root, name) if not paragraph.is_copy]
        reader = TagReader(paragraphs)
        yield from reader.findings
        tags = reader.tags
        self._has_tags |= any(has_tag(paragraph.source) for paragraph in paragraphs)
        blocks = read_blocks(tags)
        yield from blocks.findings
        yield from check_tags(tags)
        yield from check_pairs(blocks.pairs)
        yield from check_thai_words(tags)
        part = read_part(tags, blocks, self._environment)
        yield from part.findings
        yield from self._findings_in_tree(name, part)

    def _findings_in_tree(self, name: str, part: ReadPart) -> Iterator[Finding]:
        """Generate what is wrong with the names in the tags of a part."""
        if part.tree is None:
            self._has_unread_part = True
            return
        yield from self._unknown_filters(part)
        if self._top is None:
            return
        findings: list[Finding] = []

        def report(line: int, code: str, message: str, hint: str) -> None:
            tag = part.tags[line - 1]
            findings.append(Finding(code, message, hint, tag.paragraph, tag.text))

        value_reader = ValueReader(self._top, [*self._environment.globals, ANYTHING], report)
        value_reader.walk(part.tree)
        self._printed |= value_reader.printed.keys()
        yield from findings
        tag_of_path = {path: part.tags[line - 1] for path, line in value_reader.printed.items()}
        yield from check_places_of_blocks(name, tag_of_path, self._names_with_blocks)

    def _unknown_filters(self, part: ReadPart) -> Iterator[Finding]:
        tree = part.tree
        known_names = {
            "filter": list(OFFICE_FILTERS),
            "test": list(self._environment.tests),
        }
        messages = {
            "filter": _("there is no filter '{name}'"),
            "test": _("there is no test '{name}'"),
        }
        if tree is None:
            return
        for sort, name, line in filters_and_tests(tree):
            is_own = sort == "filter" and OWN_FILTERS.fullmatch(name) is not None
            if name not in known_names[sort] and not is_own:
                hint = nearest_hint(name, sorted(known_names[sort]))
                tag = part.tags[line - 1]
                yield Finding("E303", messages[sort].format(name=name), hint, tag.paragraph, tag.text)


def _without_tags() -> Finding:
    message = _("the file has no tags at all: it is a finished paper, or prints the same for each")
    hint = _("Check a paper with 'esa-docs verify'. A template begins with 'esa-docs template copy'.")
    return Finding("E341", message, hint, severity=Severity.WARNING)
