"""E659: an issued document has a signer, and a signer who acts for another has the post acted for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Protocol

from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.model.signing import Signature, Signed


class SignedPaper(Protocol):
    """A paper with a date that somebody signs."""

    @property
    def date(self) -> dt.date | None:
        """Its date; None while it has none."""

    @property
    def signature(self) -> Signature | None:
        """Who signs; None for the director of the office."""


def check_signer_of_day(paper: SignedPaper, office: Office) -> Iterator[Problem]:
    """Generate a problem of a paper that the director would sign, on a day without one.

    A paper that has no date yet may leave the signer open, and so may one of an office without directors.
    """
    is_left_out = paper.signature is None and paper.date is not None
    if is_left_out and office.director is None and office.director_terms:
        yield _no_director_of_day()


def _no_director_of_day() -> Problem:
    message = _("it is not said who signs, and office.yaml names no director of that day")
    hint = _("Add 'signature:' with who signs for the director, or correct 'director:' in office.yaml.")
    return Problem((), "E659", message, hint)


def check_signer(signed: Signed, office: Office) -> Iterator[Problem]:
    """Generate a problem where the signer, or the post that the signer acts for, is not known.

    Content may leave out the signer: the director signs. It may leave out the post acted for: it is that of
    the director.
    """
    if office.director is not None:
        return
    signature = signed.signature
    if signature is None and office.director_terms:
        yield _no_director_of_day()
    elif signature is None:
        message = _("it is not said who signs, and office.yaml names no director")
        yield Problem((), "E659", message, _("Add 'signature:', or 'director:' in office.yaml."))
    elif signature.acting and not signature.for_position:
        message = _("it is not said which post is acted for, and office.yaml names no director")
        hint = _("Add 'for_position:', or 'director:' in office.yaml.")
        yield Problem(("signature", "acting"), "E659", message, hint)
