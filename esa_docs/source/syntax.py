"""What is said of a file that is not YAML: the first fault, at the place where the clerk should look."""

from __future__ import annotations

import yaml

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.source.text import place_in


def template_mark_hint() -> str:
    """Say what to do about a template mark in content."""
    return _("Template marks belong in the Word template; delete them here.")


def syntax_fault(fault: yaml.MarkedYAMLError, text: str, file_label: str) -> Diagnostic:
    """Tell one fault of PyYAML."""
    mark = fault.problem_mark or fault.context_mark
    if mark and fault.context_mark and mark.index >= len(text):
        mark = fault.context_mark
    template_mark = _template_mark(fault, text)
    if template_mark >= 0:
        message = _("text is expected, found a template mark such as '{{'")
        place = Location(file_label, *place_in(text, template_mark))
        return Diagnostic("E208", message, place, template_mark_hint())
    end = len(text.rstrip())  # libyaml names a line below the last one when the file ends too early
    line, column = place_in(text, min(mark.index, end)) if mark else (1, 1)
    message = _("well-formed YAML is expected, it cannot be read on from here")
    return Diagnostic("E106", message, Location(file_label, line, column), _syntax_hint(text, line, column))


def _template_mark(fault: yaml.MarkedYAMLError, text: str) -> int:
    """Find the template mark that broke the syntax: where PyYAML began, or on the line where it stopped."""
    begun, stopped = fault.context_mark, fault.problem_mark
    if begun and text.startswith(TEMPLATE_MARKS, begun.index):
        return int(begun.index)
    if not stopped:
        return -1
    start = text.rfind("\n", 0, stopped.index) + 1
    found = [text.find(mark, start, stopped.index + len(mark)) for mark in TEMPLATE_MARKS]
    return min((index for index in found if index >= 0), default=-1)


def _syntax_hint(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    above = lines[line - 2] if line > 1 else ""
    if "\t" in here[: max(column, 1)] or here[: len(here) - len(here.lstrip())].count("\t"):
        return _("Use spaces instead of the tab at the beginning of the line.")
    if any(": " in part.partition(": ")[2] for part in (here, above)):
        return _("A text that contains ': ' goes in quotes.")
    if any(part.count('"') % 2 or part.count("'") % 2 for part in (here, above)):
        return _("A quotation mark is not closed, here or on the line above.")
    return _("Look at the indentation and the ':' of this line and the line above.")
