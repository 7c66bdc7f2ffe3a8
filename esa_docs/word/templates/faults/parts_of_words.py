"""Parts of a template that print words alone: heads, feet, notes, comments."""

from __future__ import annotations

from esa_docs.i18n import gettext as _


def place_of_words(part_name: str) -> str | None:
    """Return how a part is called that prints words alone; None of a part that takes blocks too."""
    for word, words in _places_of_parts().items():
        if word in part_name:
            return words
    return None


def _places_of_parts() -> dict[str, str]:
    """Return how a part is called, by what stands in its name."""
    return {
        "header": _("a header"),
        "footer": _("a footer"),
        "notes": _("a note"),
        "comments": _("a comment"),
    }
