"""Content that a template does not print (E334): a paper that has it is refused when it is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort, readable_path
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.name_hints import printing_tag

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
                yield _not_printed(path, top)


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


def _not_printed(path: str, top: Shape) -> Finding:
    expression, shape = _variable_at(path.removesuffix("[]"), top)
    message = _("the template does not print '{name}'; a paper that has it is refused (E704)")
    if shape.sort is Sort.DRAWING:
        message = _("the template does not print the picture or chart '{name}'")
    hint = _("Print it, or leave it as it is if no paper of the office has it.")
    tag = printing_tag(expression, shape)
    if tag:
        hint = _("Print it with {tag}, or leave it as it is if no paper of the office has it.").format(
            tag=tag
        )
    return Finding("E334", message.format(name=readable_path(path)), hint, severity=Severity.WARNING)


def _variable_at(path: str, top: Shape) -> tuple[str, Shape]:
    """Return how the variable of a path is called inside of the loops around it, and what it is."""
    shape, expression = top, ""
    for name in path.split("."):
        key = name.removesuffix("[]")
        shape = shape.fields[key]
        expression = f"{expression}.{key}" if expression else key
        if name.endswith("[]") and shape.item is not None:
            expression, shape = shape.loop_name, shape.item
    return expression, shape
