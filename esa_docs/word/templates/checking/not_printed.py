"""Content that a template does not print (E334): a paper that has it is refused when it is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort, readable_path
from esa_docs.word.templates.checking.findings import Finding

_PRINTED: Final = frozenset({Sort.TEXT, Sort.DRAWING})
"""What a paper shows: text, pictures and charts."""
FACTS_OF_OFFICE: Final = "office"
"""A template prints those facts of the office that it needs, but all of the content."""


def check_printed(top: Shape, printed: set[str]) -> Iterator[Finding]:
    """Generate what a template does not print; of a group or a list of which nothing is printed, itself.

    Args:
        top: the variables of its form.
        printed: paths of what it prints, with all that lies inside it.
    """
    for name, shape in top.fields.items():
        if name != FACTS_OF_OFFICE:
            for path in _missing(shape, name, printed):
                yield _not_printed(path, _shape_at(top, path))


def _missing(shape: Shape, path: str, printed: set[str]) -> list[str]:
    """Return the paths inside a variable that are not printed."""
    if path in printed:
        return []
    texts = list(_texts_in(shape, path))
    missing = [text for text in texts if not _is_printed(text, printed)]
    if texts and len(missing) == len(texts):
        return [path]
    inner_paths: list[str] = []
    for inner_path, inner_shape in _inside(shape, path):
        inner_paths += _missing(inner_shape, inner_path, printed)
    return inner_paths


def _inside(shape: Shape, path: str) -> Iterator[tuple[str, Shape]]:
    for name, inner_shape in shape.fields.items():
        yield f"{path}.{name}", inner_shape
    if shape.item is not None:
        yield f"{path}[]", shape.item


def _texts_in(shape: Shape, path: str) -> Iterator[str]:
    """Generate the paths of the texts in a variable."""
    if shape.sort in _PRINTED:
        yield path
    for inner_path, inner_shape in _inside(shape, path):
        yield from _texts_in(inner_shape, inner_path)


def _is_printed(path: str, printed: set[str]) -> bool:
    """Return whether a variable is printed, by itself or with what it lies in."""
    while path:
        if path in printed:
            return True
        if path.endswith("[]"):
            path = path.removesuffix("[]")
        else:
            path = path.rpartition(".")[0]
    return False


def _shape_at(top: Shape, path: str) -> Shape:
    """Return the variable of a path."""
    shape = top
    for name in path.replace("[]", ".[]").split("."):
        shape = shape.fields.get(name) or shape.item or shape
    return shape


def _not_printed(path: str, shape: Shape) -> Finding:
    message = _("the template does not print '{name}'; a paper that has it is refused (E704)")
    hint = _("Print it, or leave it as it is if no paper of the office has it.")
    is_drawing = shape.sort is Sort.DRAWING
    if is_drawing:
        message = _("the template does not print the picture or chart '{name}'")
    words = message.format(name=readable_path(path))
    return Finding("E334", words, hint, severity=Severity.WARNING)
