"""Official Thai documents of an education service area office, from content files to Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from esa_docs.api import build, check, find, load, render, render_checked

__all__ = ["build", "check", "find", "load", "render", "render_checked"]


def __getattr__(name: str) -> Any:
    """Return a name of the API, loaded when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # pydantic is loaded with the API: `esa-docs --help` is fast without it.
    from esa_docs import api  # noqa: PLC0415

    return getattr(api, name)
