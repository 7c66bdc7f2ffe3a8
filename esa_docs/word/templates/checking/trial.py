"""A template filled in with example values before there is a paper: what a build would say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import TemplateRuntimeError

from esa_docs.diagnostics import ContentError, Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape
from esa_docs.word.templates.checking.blanked import (
    UNKNOWN,
    UNKNOWN_VALUE,
    has_tag_in_attribute,
    without_tags,
)
from esa_docs.word.templates.checking.both_ways import with_all_branches
from esa_docs.word.templates.checking.examples import empty_example, full_example
from esa_docs.word.templates.faults.faults import FillingError
from esa_docs.word.templates.faults.filling_words import MissingMemberError
from esa_docs.word.templates.faults.paragraphs import BEHIND_ALL
from esa_docs.word.templates.filling.compiled_template import CompiledTemplate
from esa_docs.word.verify import verify

_MOST_FAULTS: Final = 30
"""Faults of one trial: a template with more is mended by and by."""
_PROPERTIES: Final = {"title": "x", "creator": "x"}
_OF_TAGS: Final = (TypeError, AttributeError, TemplateRuntimeError, TemplateNotFound)
"""Faults that a tag has whatever the values of a paper are; not that something is missing."""


def faults_of_trial(template: CompiledTemplate, top: Shape) -> Iterator[Diagnostic]:
    """Generate what a build would say of a template, whatever its paper.

    Args:
        template: the template.
        top: the variables of its form.
    """
    full_trial = _Trial(template, full_example(top))
    for cause, diagnostic in full_trial.faults():
        if isinstance(cause, MissingMemberError):
            yield _as_warning(diagnostic)
        else:
            yield diagnostic
    yield from full_trial.faults_of_file()
    yield from _faults_of_tags(_Trial(template, empty_example(top)))
    # A branch is filled in here with values that its own condition may exclude.
    for diagnostic in _faults_of_tags(_Trial(template, full_example(top), takes_all_branches=True)):
        yield _as_warning(diagnostic)


def _faults_of_tags(trial: _Trial) -> Iterator[Diagnostic]:
    """Generate the faults that a tag has whatever the values of a paper are."""
    for cause, diagnostic in trial.faults():
        if isinstance(cause, _OF_TAGS) and not isinstance(cause, UndefinedError):
            yield diagnostic


def _as_warning(diagnostic: Diagnostic) -> Diagnostic:
    """Return a fault that some papers have and others not, as a build would tell it of the first."""
    message = _("{fault}; only papers in which this is filled in are refused")
    return replace(diagnostic, severity=Severity.WARNING, message=message.format(fault=diagnostic.message))


def _cause_of(fault: ContentError) -> BaseException:
    """Return what Jinja raised; the fault itself where Jinja raised nothing."""
    return fault.__cause__ or fault


class _Trial:
    """A template that is filled in again and again, each time without the tag that raised a fault.

    Args:
        template: the template.
        values: the example values.
        takes_all_branches: whether all branches of its conditions are filled in.
    """

    def __init__(
        self, template: CompiledTemplate, values: Mapping[str, Any], *, takes_all_branches: bool = False
    ) -> None:
        self._template = template
        self._values = {**values, UNKNOWN: UNKNOWN_VALUE}
        self._takes_all_branches = takes_all_branches
        self._data: bytes | None = None
        self._lacks_attribute = False
        if takes_all_branches:
            for name, source in template.sources.items():
                self._put(name, source.source)

    def faults(self) -> Iterator[tuple[BaseException, Diagnostic]]:
        """Generate what the template raises, and what is said of it."""
        for _number in range(_MOST_FAULTS):
            fault = self._fill_in()
            if fault is None:
                return
            for diagnostic in fault.diagnostics:
                yield _cause_of(fault), diagnostic
            if not self._blank(fault):
                return

    def _fill_in(self) -> ContentError | None:
        """Fill the template in; return why it cannot be, None where it can."""
        try:
            self._data = self._template.render(self._values, _PROPERTIES)
        except ContentError as fault:
            return fault
        return None

    def faults_of_file(self) -> Iterator[Diagnostic]:
        """Generate the errors of the file that was made; none where none was made."""
        if self._data is None or self._lacks_attribute:
            return
        for diagnostic in verify(self._data, self._template.file_label):
            if diagnostic.is_error:
                yield replace(diagnostic, position=BEHIND_ALL)

    def _blank(self, fault: ContentError) -> bool:
        """Take the tag of a fault away; return whether there was one."""
        if not isinstance(fault, FillingError):
            return False
        source = self._template.sources[fault.part].source
        self._lacks_attribute |= has_tag_in_attribute(source, fault.line)
        new_source = without_tags(source, fault.line)
        if new_source == source:
            return False
        self._put(fault.part, new_source)
        return True

    def _put(self, name: str, source: str) -> None:
        """Put a source in place of that of a part."""
        template = self._template
        environment = template.parts[name].environment
        tree = environment.parse(source)
        if self._takes_all_branches:
            tree = with_all_branches(tree)
        new_part = environment.from_string(tree)
        new_source = replace(template.sources[name], source=source)
        self._template = replace(
            template,
            parts={**template.parts, name: new_part},
            sources={**template.sources, name: new_source},
        )
