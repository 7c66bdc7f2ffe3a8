"""Diagnostics of links that are not let through, such as javascript: or a place on one machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from esa_docs.hints import long_address_words
from esa_docs.i18n import gettext as _
from esa_docs.source.binding.reference_faults import Context, FaultText


def tell_link_scheme(context: Context) -> FaultText:
    """Return the fault of a link of another scheme than those of web pages and e-mail addresses."""
    message = _("a link to a web page or an e-mail address is expected, found '{scheme}:'")
    hint = _("Write it as https://…, http://… or mailto:…; name a file of the project at 'file:'.")
    return "E479", message.format(scheme=context["scheme"]), hint


def tell_link_place(context: Context) -> FaultText:
    """Return the fault of a link that is a path: of a drive, a share or a folder."""
    message = _("a link to a web page is expected, found a place on one machine: {link}")
    return "E227", message.format(link=context["link"]), put_into_evidence()


def put_into_evidence() -> str:
    """Return the cure of evidence that lies on one machine, outside the project folder."""
    return _("Put the file into the folder 'evidence/' of the project, and name it at 'file:'.")


def tell_link_not_whole(context: Context) -> FaultText:
    """Return the fault of a link that does not open as it stands: a QR code holds nothing but it."""
    message = _("the whole address of a web page or of an e-mail is expected, found '{link}'")
    hint = _("Write it as https://…, http://… or mailto:…, without blanks and without words beside it.")
    return "E479", message.format(link=context["link"]), hint


def tell_link_too_long(context: Context) -> FaultText:
    """Return the fault of a link that is too long for a QR code."""
    return "E231", *long_address_words(context["count"], context["most"])


LINK_TELLERS: Final[dict[str, Callable[[Context], FaultText]]] = {
    "link_scheme": tell_link_scheme,
    "link_place": tell_link_place,
    "link_not_whole": tell_link_not_whole,
    "link_too_long": tell_link_too_long,
}
"""What describes each fault of a link, by the type of the error."""
