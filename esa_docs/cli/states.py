"""The states of papers in the reader's language."""

from __future__ import annotations

from esa_docs.i18n import gettext as _
from esa_docs.model.life import State


def state_word(state: State) -> str:
    """Return the word for a state."""
    words = {
        State.DRAFT: _("draft"),
        State.FOR_SIGNATURE: _("for signature"),
        State.ISSUED: _("issued"),
        State.SENT: _("sent"),
    }
    return words[state]
