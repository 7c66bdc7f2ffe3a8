"""What certain people may change in a protected paper: Word marks where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from esa_docs.ooxml.names import MC, w

_SETTINGS_PART: Final = "word/settings.xml"
_PERMISSIONS: Final = (w("permStart"), w("permEnd"))
_FALLBACK: Final = f"{{{MC}}}Fallback"
_ON: Final = frozenset({"1", "true", "on"})

Element = Any


def remove_needless_permissions(roots: Mapping[str, Element], text_parts: Iterable[str]) -> None:
    """Remove the marks around what certain people may change, unless the template protects all else.

    Without protection they say nothing. In pictures for old programs they would stand a second time.

    Args:
        roots: the roots of the XML parts of a template, by name.
        text_parts: names of those with text.
    """
    is_protected = _is_protected(roots.get(_SETTINGS_PART))
    for name in text_parts:
        for element in list(roots[name].iter(*_PERMISSIONS)):
            is_copy = next(element.iterancestors(_FALLBACK), None) is not None
            if is_copy or not is_protected:
                element.getparent().remove(element)


def _is_protected(settings: Element | None) -> bool:
    """Return whether Word keeps people from changing the paper."""
    if settings is None:
        return False
    protection = settings.find(w("documentProtection"))
    return protection is not None and protection.get(w("enforcement")) in _ON
