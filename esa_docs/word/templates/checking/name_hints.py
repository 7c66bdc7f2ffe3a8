"""What was meant by a name that no tag knows where it stands: a part of a group, or the name of a loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort

_GENERAL_NAME: Final = "item"
"""The name of a loop through texts: it says nothing of the list."""


def hint_of_name(name: str, top: Shape) -> str:
    """Return the cure of a name that is a part of a group, or the name of a loop; empty where it is neither.

    Args:
        name: what stands in the tag.
        top: the variables of the form.
    """
    paths = [path for path, _shape in _groups(top, "") if path.rpartition(".")[2] == name and "." in path]
    if paths:
        return did_you_mean(paths)
    for path, shape in _lists(top, ""):
        if shape.loop_name == name and shape.loop_name != _GENERAL_NAME:
            loop = f"{{%p for {name} in {path} %}}"
            return _("Put it between {opening} and {closing}.").format(opening=loop, closing="{%p endfor %}")
    return ""


def printing_tag(path: str, shape: Shape) -> str:
    """Return what is typed to print a variable, its tags one behind the other.

    Args:
        path: its name where it is printed.
        shape: what it is.
    """
    if shape.sort is Sort.LIST:
        return f"{{%p for {shape.loop_name} in {path} %}} {_tag_of_member(shape)} {{%p endfor %}}"
    if shape.sort is Sort.GROUP:
        texts = [f"{path}.{name}" for name, part in shape.fields.items() if part.sort is Sort.TEXT]
        return f"{{{{ {texts[0]} }}}}" if texts else ""
    return f"{{{{ {path} }}}}"


def _tag_of_member(shape: Shape) -> str:
    if shape.item is None:
        return ""
    return printing_tag(shape.loop_name, shape.item)


def _groups(shape: Shape, path: str) -> Iterator[tuple[str, Shape]]:
    """Generate the variables outside of lists, with their paths."""
    for name, inner_shape in shape.fields.items():
        inner_path = f"{path}.{name}" if path else name
        yield inner_path, inner_shape
        yield from _groups(inner_shape, inner_path)


def _lists(shape: Shape, path: str) -> Iterator[tuple[str, Shape]]:
    """Generate the lists, each with its name inside of the loops around it."""
    for name, inner_shape in shape.fields.items():
        inner_path = f"{path}.{name}" if path else name
        yield from _lists(inner_shape, inner_path)
        if inner_shape.item is not None:
            yield inner_path, inner_shape
            yield from _lists(inner_shape.item, inner_shape.loop_name)
