"""The diagnostic of a file that is not YAML: its first fault, at the place where the clerk should look."""

from __future__ import annotations

from typing import Final

import yaml

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.source.yaml_files.flow_slips import begin_of_flow, find_flow_slip
from esa_docs.source.yaml_files.syntax_hints import surest_hint, syntax_hint
from esa_docs.source.yaml_files.syntax_places import Slip, find_slip
from esa_docs.source.yaml_files.text import place_in

_FLOW: Final = "flow"
"""What PyYAML says it was reading, where that was a list or keys between brackets."""


def template_mark_hint() -> str:
    """Return what to do about a template mark in content."""
    return _("Template marks belong in the Word template; delete them here.")


def syntax_fault(fault: yaml.MarkedYAMLError, text: str, file_label: str) -> Diagnostic:
    """Return the diagnostic of a fault that PyYAML raised: a template mark (E208) or broken syntax (E106)."""
    template_mark = _index_of_template_mark(fault, text)
    if template_mark is not None:
        message = _("text is expected, found a template mark such as '{{'")
        place = Location(file_label, *place_in(text, template_mark))
        return Diagnostic("E208", message, place, template_mark_hint())
    line, column = place_in(text, _fault_index(fault, text))
    message = _("the file cannot be read on from here: a sign or the indentation is not as it must be")
    hint_of_text = surest_hint(text, line, column)
    slip = None if hint_of_text else _slip(fault, text, line)
    if slip:
        return Diagnostic("E106", message, Location(file_label, slip.line, slip.column), slip.hint)
    hint = hint_of_text or syntax_hint(text, line)
    return Diagnostic("E106", message, Location(file_label, line, column), hint)


def _slip(fault: yaml.MarkedYAMLError, text: str, line: int) -> Slip | None:
    """Return the slip that stopped YAML, where its place is known better than where YAML stopped."""
    mark = fault.problem_mark or fault.context_mark
    stop = int(mark.index) if mark else 0
    if fault.context_mark is not None and _FLOW in (fault.context or ""):
        begin: int | None = int(fault.context_mark.index)
    else:
        begin = begin_of_flow(text, stop)
    slip = None if begin is None else find_flow_slip(text, begin, stop)
    return slip or find_slip(text, line, _begin(fault))


def _begin(fault: yaml.MarkedYAMLError) -> int | None:
    """Return the line at which the construct begins that PyYAML was reading; None where that is not known."""
    return int(fault.context_mark.line) + 1 if fault.context_mark else None


def _fault_index(fault: yaml.MarkedYAMLError, text: str) -> int:
    """Return the index at which a fault is shown: where PyYAML stopped.

    Where it stopped only at the end of the text, the fault is shown where the unfinished construct begins.
    """
    mark = fault.problem_mark or fault.context_mark
    if mark is None:
        return 0
    if fault.context_mark and mark.index >= len(text):
        mark = fault.context_mark
    # libyaml names a line below the last one when the file ends too early.
    end = len(text.rstrip())
    return min(int(mark.index), end)


def _index_of_template_mark(fault: yaml.MarkedYAMLError, text: str) -> int | None:
    """Return the index of the template mark that broke the syntax; None where none did.

    It stands where PyYAML began with a construct, or on the line where it stopped.
    """
    construct, stop = fault.context_mark, fault.problem_mark
    if construct and text.startswith(TEMPLATE_MARKS, construct.index):
        return int(construct.index)
    if not stop:
        return None
    line_start = text.rfind("\n", 0, stop.index) + 1
    indices = [text.find(mark, line_start, stop.index + len(mark)) for mark in TEMPLATE_MARKS]
    return min((index for index in indices if index >= 0), default=None)
