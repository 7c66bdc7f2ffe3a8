"""Official Thai documents of an education service area office, from content files to Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from esa_docs.api import build, check, find, load, render, render_checked

__all__ = ["build", "check", "find", "load", "render", "render_checked"]


def __getattr__(name: str) -> Any:
    """Load the API when it is first asked for: the command line starts without it."""
    if name in __all__:
        from esa_docs import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
