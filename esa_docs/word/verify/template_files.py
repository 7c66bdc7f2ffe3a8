"""A template in the place of a finished paper: said once, with the command that checks templates."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.word.verify import verify
from esa_docs.word.verify.opening import open_word_file
from esa_docs.word.verify.parsed_file import ParsedWordFile

_LEFTOVER: Final = "E703"
_TAG: Final = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_BLOCK: Final = re.compile(r"\{%-?(?:p|tr|tc)?\s*(?:for|if)\s")
_FEWEST_TAGS: Final = 3
"""Tags of a template, of which one opens a block; a paper with a slip of its template has fewer."""


def verify_paper(data: bytes, file_label: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a Word file, as `verify` does; of a template alone that it is one (E703)."""
    diagnostics = verify(data, file_label)
    if all(diagnostic.code != _LEFTOVER for diagnostic in diagnostics):
        return diagnostics
    document = open_word_file(data, file_label).value
    tag_count = _count_tags(document) if document else 0
    if document is None or tag_count == 0:
        return diagnostics
    return (_told_as_template(tag_count, file_label, is_ours=document.is_ours),)


def _count_tags(document: ParsedWordFile) -> int:
    """Return how many tags a template has; 0 of a file that is no template."""
    text = "\n".join(part.text for part in document.printed_stories)
    count = len(_TAG.findall(text))
    is_template = count >= _FEWEST_TAGS and _BLOCK.search(text) is not None
    return count if is_template else 0


def _told_as_template(count: int, file_label: str, *, is_ours: bool) -> Diagnostic:
    """Return that a file is a template (E703): nothing else of it is that of a paper.

    Args:
        count: how many tags it has.
        file_label: how diagnostics name it.
        is_ours: whether it was made here: what is wrong in another file weighs less.
    """
    message = _("this is a template, no finished paper: it has {count} tags").format(count=count)
    command = f"esa-docs template check {command_word(file_label)}"
    hint = _("Check it with '{command}'; build makes papers with it.").format(command=command)
    severity = Severity.ERROR if is_ours else Severity.WARNING
    return Diagnostic(_LEFTOVER, message, Location(file_label), hint, severity)
