"""The variables of a template, read from the TypedDict that declares what the view of a form returns.

The declaration is the only list of variables. The check of a template and the list for the clerk read it; a
test compares it with what the views return. The docstring below a key says what it means, `Annotated` has an
example of its value.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, NewType, get_args, get_origin, get_type_hints, is_typeddict

Mark = NewType("Mark", str)
"""The place of a drawing: a tag that stands alone in its paragraph."""
INTERNAL_NAMES: Final = frozenset({"drawings"})
"""Values of a view for the program, not for templates."""
_CAPITAL: Final = re.compile(r"(?<!^)(?=[A-Z])")
_ITEM: Final = "item"
"""The name of a loop for members that are no group."""


class Sort(StrEnum):
    """What a variable of a template is."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    DRAWING = "drawing"
    GROUP = "group"
    LIST = "list"


_PRINTED: Final = frozenset({Sort.TEXT, Sort.NUMBER, Sort.DRAWING})
"""What a tag of two braces prints."""
_SORT_OF_TYPE: Final[Mapping[Any, Sort]] = {
    str: Sort.TEXT,
    int: Sort.NUMBER,
    bool: Sort.YES_NO,
    Mark: Sort.DRAWING,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A variable, with those inside it.

    Attributes:
        sort: what it is.
        meaning: what it means, in English.
        example: a value that it may have; empty for groups and lists.
        fields: the variables of a group by their names.
        item: what a list holds; None for all else.
        loop_name: name for a member of the list in a loop; empty for all else.
    """

    sort: Sort
    meaning: str = ""
    example: str = ""
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    loop_name: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable as a line of the list of a form.

    Attributes:
        name: its path, such as ``order.committees[].heading``; ``[]`` stands for each member of a list.
        sort: what it is.
        tag: what is typed into the template for it, a line for each paragraph.
        meaning: what it means, in English.
        example: a value that it may have; empty for groups and lists.
    """

    name: str
    sort: Sort
    tag: str
    meaning: str
    example: str

    @property
    def label(self) -> str:
        """Its path as somebody reads it; a tag has another name for it, that of the loop."""
        return readable_path(self.name)

    def as_dict(self) -> dict[str, str]:
        """Return the form of ``--format json``."""
        return {
            "name": self.name,
            "type": str(self.sort),
            "tag": self.tag,
            "meaning": self.meaning,
            "example": self.example,
        }


def readable_path(path: str) -> str:
    """Return a path without the signs for members: ``order.committees: heading``.

    ``order.committees[].heading`` looks like something to type, and no template can be filled in with it.
    """
    return path.replace("[].", ": ").replace("[]", "")


def read_shape(declaration: type[Any]) -> Shape:
    """Return the group of all variables that a TypedDict declares."""
    meanings = _docstrings(declaration)
    fields: dict[str, Shape] = {}
    for name, annotation in get_type_hints(declaration, include_extras=True).items():
        shape = _shape_of(annotation)
        fields[name] = replace(shape, meaning=meanings.get(name, ""))
    return Shape(Sort.GROUP, fields=fields)


def variables_of(shape: Shape) -> Iterator[Variable]:
    """Generate every variable inside a group, in the order of its declaration."""
    for name, inner_shape in shape.fields.items():
        yield from _variables(inner_shape, name, name)


def _variables(shape: Shape, name: str, expression: str) -> Iterator[Variable]:
    """Generate a variable and those inside it.

    Args:
        shape: the variable.
        name: its path.
        expression: how a tag names it inside the loops around it.
    """
    yield Variable(name, shape.sort, _tag(shape, expression), shape.meaning, shape.example)
    for inner_name, inner_shape in shape.fields.items():
        yield from _variables(inner_shape, f"{name}.{inner_name}", f"{expression}.{inner_name}")
    if shape.item is not None:
        yield from _variables_of_item(shape, name)


def _variables_of_item(shape: Shape, name: str) -> Iterator[Variable]:
    """Generate the variables of a member of a list; a list within a list has the meaning of the outer one."""
    item = shape.item or shape
    if item.sort is Sort.LIST:
        inner_list = replace(item, meaning=shape.meaning)
        yield from _variables(inner_list, f"{name}[]", shape.loop_name)
    for inner_name, inner_shape in item.fields.items():
        yield from _variables(inner_shape, f"{name}[].{inner_name}", f"{shape.loop_name}.{inner_name}")


def _tag(shape: Shape, expression: str) -> str:
    """Return what is typed for a variable; empty for a group, of which only the parts are printed."""
    match shape.sort:
        case Sort.GROUP:
            return ""
        case Sort.LIST:
            return f"{{%p for {shape.loop_name} in {expression} %}}\n{_tag_of_item(shape)}\n{{%p endfor %}}"
        case Sort.YES_NO:
            return f"{{%p if {expression} %}}\n…\n{{%p endif %}}"
    return f"{{{{ {expression} }}}}"


def _tag_of_item(shape: Shape) -> str:
    """Return what stands in the loop of a list: the member itself, or a gap where its parts are printed."""
    is_printed_itself = shape.item is not None and shape.item.sort in _PRINTED
    return f"{{{{ {shape.loop_name} }}}}" if is_printed_itself else "…"


def _shape_of(annotation: Any) -> Shape:
    example = ""
    if get_origin(annotation) is Annotated:
        annotation, first_note, *_further_notes = get_args(annotation)
        example = str(first_note)
    if get_origin(annotation) is list:
        (inner_annotation,) = get_args(annotation)
        item = _shape_of(inner_annotation)
        return Shape(Sort.LIST, example=item.example, item=item, loop_name=_loop_name(inner_annotation, item))
    if is_typeddict(annotation):
        return read_shape(annotation)
    return Shape(_SORT_OF_TYPE[annotation], example=example)


def _loop_name(annotation: Any, item: Shape) -> str:
    """Return the name of a member: the words of its class, such as ``issue_row`` of IssueRow."""
    if item.sort is not Sort.GROUP:
        return _ITEM
    return _CAPITAL.sub("_", annotation.__name__).lower()


def _docstrings(declaration: type[Any]) -> Mapping[str, str]:
    """Return the docstring below each key of a TypedDict, on one line."""
    return _docstrings_of_module(declaration.__module__)[declaration.__name__]


@cache
def _docstrings_of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the docstrings below the keys of each class of a module, by the names of class and key."""
    docstrings: dict[str, Mapping[str, str]] = {}
    for node in ast.parse(inspect.getsource(sys.modules[name])).body:
        if isinstance(node, ast.ClassDef):
            docstrings[node.name] = dict(_docstrings_below_keys(node))
    return docstrings


def _docstrings_below_keys(class_node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for key, docstring in itertools.pairwise(class_node.body):
        match key, docstring:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
