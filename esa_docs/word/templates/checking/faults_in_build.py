"""What a build tells of a template that does not fit: words of `template check`, and the command for more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.check import check_template
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

_SAID_BY_THE_CHECK: Final = frozenset({"E303", "E312", "E316"})
"""What compiling tells of tags: the check tells it of each, with more of its place."""
_WORDS_OF_THE_CHECK: Final = frozenset({"E303", "E328", "E329"})
_MACHINE: Final = "E301"
_OF_TEMPLATES: Final = ("E3", "E703", "E704")
"""Beginnings of the codes whose cure is in the template."""


@lru_cache(maxsize=32)
def faults_of_template(data: bytes, file_label: str, look: Look) -> tuple[Diagnostic, ...]:
    """Return why a template cannot be compiled, in the words of `template check`; empty where it can.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.
        look: font, sizes and digits.
    """
    try:
        compile_template(data, file_label, look)
    except ContentError as fault:
        diagnostics = fault.diagnostics
    else:
        return ()
    if all(diagnostic.code not in _SAID_BY_THE_CHECK for diagnostic in diagnostics):
        return tuple(diagnostics)
    checked = check_template(data, file_label, None)
    better_words = [line for line in checked if line.is_error and line.code in _WORDS_OF_THE_CHECK]
    if not better_words:
        return tuple(diagnostics)
    further = [line for line in diagnostics if line.code not in _SAID_BY_THE_CHECK]
    return (*better_words, *further)


def with_command(diagnostics: Sequence[Diagnostic], template: str) -> tuple[Diagnostic, ...]:
    """Return diagnostics, the last that a template is the cause of with the command that tells more.

    Args:
        diagnostics: what is wrong with a paper.
        template: label of the office's own template of it.
    """
    places = [place for place, diagnostic in enumerate(diagnostics) if _is_of_template(diagnostic)]
    if not places:
        return tuple(diagnostics)
    last = diagnostics[places[-1]]
    command = f"esa-docs template check {command_word(template)}"
    words = _("All that is wrong with the template tells: {command}").format(command=command)
    last_with_command = replace(last, hint=f"{last.hint} {words}".strip())
    return (*diagnostics[: places[-1]], last_with_command, *diagnostics[places[-1] + 1 :])


def _is_of_template(diagnostic: Diagnostic) -> bool:
    is_of_machine = diagnostic.code == _MACHINE
    return diagnostic.is_error and diagnostic.code.startswith(_OF_TEMPLATES) and not is_of_machine
