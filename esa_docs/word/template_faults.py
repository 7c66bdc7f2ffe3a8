"""Diagnostics of a template that cannot be compiled or filled in."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _

_XML_AND_FILTERS: Final = re.compile(r"<[^>]+>|\{% (filter|endfilter).*?%\}")
"""What the compiler puts around the text and the tags of a template."""
_LONGEST_QUOTE: Final = 60


def no_word_file(file_label: str) -> Diagnostic:
    """Return that a template is no Word file (E302)."""
    message = _("a Word file (.docx) is expected as template")
    hint = _("Open it in Word and save it as .docx.")
    return Diagnostic("E302", message, Location(file_label), hint)


def wrong_tag(source: str, fault: TemplateSyntaxError, file_label: str) -> Diagnostic:
    """Return that a tag is badly written (E303), with the words around it; ``source`` is the Jinja source."""
    line = source.split("\n")[fault.lineno - 1]
    words = _XML_AND_FILTERS.sub("", line).split()
    near = " ".join(words)[:_LONGEST_QUOTE]
    message = _("the template has a wrong tag near '{near}' ({reason})").format(
        near=near, reason=fault.message
    )
    return Diagnostic("E303", message, Location(file_label), _compare_hint())


def unsupported_tag(tag: str, file_label: str) -> Diagnostic:
    """Return that a tag of docxtpl is refused (E305)."""
    message = _("the tag '{tag}' is not supported").format(tag=tag)
    hint = _("Use a plain tag with two braces; the formatting of the tag is kept.")
    return Diagnostic("E305", message, Location(file_label), hint)


def filling_fault(fault: Exception, file_label: str) -> Diagnostic:
    """Return why a template cannot be filled in (E304, E306 or E307)."""
    if isinstance(fault, UndefinedError):
        code = "E304"
        message = _("the template asks for something the content does not have: {reason}")
    elif isinstance(fault, SecurityError):
        code = "E306"
        message = _("the template asks for something that is not allowed: {reason}")
    else:
        code = "E307"
        message = _("the template cannot be filled in: {reason}")
    return Diagnostic(code, message.format(reason=fault), Location(file_label), _compare_hint())


def _compare_hint() -> str:
    return _("Compare the tags with the shipped template.")
