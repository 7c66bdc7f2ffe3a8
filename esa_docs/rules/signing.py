"""E659: an issued document has a signer, and a signer who acts for another has the post acted for."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.model.signing import Signed


def check_signer(signed: Signed, office: Office) -> Iterator[Problem]:
    """Generate a problem where the signer, or the post that the signer acts for, is not known.

    Content may leave out the signer: the director signs. It may leave out the post acted for: it is that of
    the director.
    """
    if office.director is not None:
        return
    signature = signed.signature
    if signature is None and office.director_terms:
        message = _("it is not said who signs, and office.yaml names no director of that day")
        hint = _("Add 'signature:' with who signs for the director, or correct 'director:' in office.yaml.")
        yield Problem((), "E659", message, hint)
    elif signature is None:
        message = _("it is not said who signs, and office.yaml names no director")
        yield Problem((), "E659", message, _("Add 'signature:', or 'director:' in office.yaml."))
    elif signature.acting and not signature.for_position:
        message = _("it is not said which post is acted for, and office.yaml names no director")
        hint = _("Add 'for_position:', or 'director:' in office.yaml.")
        yield Problem(("signature", "acting"), "E659", message, hint)
