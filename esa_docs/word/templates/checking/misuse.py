"""Values that a template uses as what they are not (E335): what is wrong, and the cure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import nodes

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.printed.shape import Shape, Sort
from esa_docs.word.templates.checking.name_hints import printing_tag
from esa_docs.word.templates.filling.text_filters import TEXT_FILTERS


class Value(NamedTuple):
    """What an expression gives, as far as it can be told.

    Attributes:
        shape: what it is; None where nobody can tell.
        path: its path among the variables, such as ``order.cause[]``; empty where it has none.
        name: how the template calls it, such as ``c.members``.
    """

    shape: Shape | None = None
    path: str = ""
    name: str = ""


def no_list(value: Value) -> Iterator[tuple[str, str]]:
    """Generate the message and the hint of a value that is no list, and through which a loop goes."""
    if value.shape is not None and value.shape.sort is not Sort.GROUP:
        message = _("'{name}' is no list, and a loop goes through lists only").format(name=value.name)
        yield message, _("Print it with {tag}.").format(tag="{{ … }}")


def filtered(value: Value, node: nodes.Filter) -> Iterator[tuple[str, str]]:
    """Generate the message and the hint of each value that is no text, and a filter would make one."""
    if node.name in TEXT_FILTERS:
        yield from unprintable(value)
    if node.name != "join":
        return
    yield from _joined_letters(value)
    takes_parts = len(node.args) > 1 or any(word.key == "attribute" for word in node.kwargs)
    if value.shape and value.shape.item and not takes_parts:
        yield from unprintable(Value(value.shape.item, f"{value.path}[]", value.name))


def _joined_letters(value: Value) -> Iterator[tuple[str, str]]:
    """Generate the message and the hint of a text that is joined as if it were a list."""
    if value.shape is not None and value.shape.sort is Sort.TEXT:
        message = _("'{name}' is a text, and its letters would be joined").format(name=value.name)
        yield message, _print_it(value)


def unprintable(value: Value) -> Iterator[tuple[str, str]]:
    """Generate the message and the hint of a value that a tag cannot print."""
    sort = value.shape.sort if value.shape else Sort.TEXT
    fields = value.shape.fields if value.shape else {}
    match sort:
        case Sort.LIST:
            message = _("'{name}' is a list, which a tag cannot print")
            hint = _loop(printing_tag(value.name, value.shape or Shape(Sort.LIST)))
        case Sort.GROUP:
            message = _("'{name}' is a group of values, which a tag cannot print")
            hint = nearest_hint("", [f"{value.name}.{name}" for name in fields])
        case Sort.YES_NO:
            message = _("'{name}' is yes or no, which a tag cannot print")
            hint = _("Use it in a condition: {tag}.").format(tag=f"{{%p if {value.name} %}}")
        case _:
            return
    yield message.format(name=value.name), hint


def hint_of_part(value: Value, name: str) -> str:
    """Return the cure of a tag that asks for a part that its owner does not have."""
    shape = value.shape or Shape(Sort.TEXT)
    if shape.fields:
        return nearest_hint(name, list(shape.fields))
    if shape.sort is Sort.LIST:
        return hint_of_loop(value, name)
    return _print_it(value)


def hint_of_loop(value: Value, name: str) -> str:
    """Return the cure of a tag that asks a list for a part of its members."""
    shape = value.shape or Shape(Sort.LIST)
    member = shape.loop_name
    if shape.item is None or name not in shape.item.fields:
        return _loop(printing_tag(value.name, shape))
    tag = printing_tag(f"{member}.{name}", shape.item.fields[name])
    return _loop(f"{{%p for {member} in {value.name} %}} {tag} {{%p endfor %}}")


def _loop(tags: str) -> str:
    """Return the cure that writes a loop; ``tags`` are all of its tags, one behind the other."""
    return _("Write a loop, each tag in a paragraph of its own: {tags}").format(tags=tags)


def _print_it(value: Value) -> str:
    return _("Print it with {tag}.").format(tag=f"{{{{ {value.name} }}}}")
