"""A document as the bytes of a Word file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.word.context import printed_texts
from esa_docs.word.kinds import WORD_KINDS
from esa_docs.word.template import compile_template
from esa_docs.word.template_file import template_of


def render(document: Document, *, today: dt.date) -> bytes:  # noqa: ARG001 no kind prints it yet
    """Make the Word file of a document. Equal documents give equal bytes.

    Args:
        document: what to print; nothing else is looked up.
        today: the day on which it is made, for kinds that print it.

    Raises:
        ContentError: the template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    kind = WORD_KINDS[document.kind]
    path = template_of(document)
    template = compile_template(
        _read_template(path), path.as_posix(), document.office.font, _numerals(document)
    )
    properties = {"title": kind.title(document), "creator": document.office.name}
    return template.render(kind.build_context(document), properties)


def texts_of(document: Document) -> tuple[str, ...]:
    """Give every text of a document's content as it must stand in its file, white space evened out.

    The office's own facts are left out: a template prints those it needs.
    """
    context = WORD_KINDS[document.kind].build_context(document)
    content = [value for name, value in context.items() if name != "office"]
    return printed_texts(content, _numerals(document))


def _numerals(document: Document) -> thai.Numerals:
    numerals: thai.Numerals = getattr(document.office.numerals, document.kind)
    return numerals


def _read_template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        message = _("the template cannot be read: {reason}").format(reason=fault.strerror)
        raise ContentError([Diagnostic("E301", message, Location(path.as_posix()))]) from fault
