"""From a YAML tree to a model: every fault of a file in one pass, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.model.people import References, people_in
from esa_docs.model.problem import Problem
from esa_docs.rules.person_ids import first_name_problem
from esa_docs.source.binding.faults import describe_fault
from esa_docs.source.binding.model_keys import fields_at, words_of_model
from esa_docs.source.yaml_files.comments_in_text import comments_in_texts
from esa_docs.source.yaml_files.key_words import nearest_keys
from esa_docs.source.yaml_files.places_in_texts import place_of_spot
from esa_docs.source.yaml_files.syntax_places import one_blank_hint
from esa_docs.source.yaml_files.tree import Mapping, Node, Path, Scalar, Sequence, format_path, to_plain

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
_ABOUT_KEYS: Final = frozenset({"extra_forbidden", "missing"})
"""Types of the errors of a key itself, whatever stands behind it."""
_KEY: Final = "[key]"
"""The step that pydantic adds to the path of a key that is refused."""


def bind(
    node: Mapping, model: type[M], context: object = None, texts: dict[str, str] | None = None
) -> Checked[M]:
    """Return a tree as a model with its warnings (E602); no model, and its faults, where it has any.

    A fault that follows from another is not told. Comments behind texts that are printed (E112) are told
    with the model and without it.

    Args:
        node: the file's content.
        model: what it should be.
        context: what references in it are resolved against.
        texts: text of each file of the tree, by its label, to find comments, and the place of a template mark
            inside a value; None where there is no text.
    """
    texts = texts or {}
    comments = tuple(comments_in_texts(node, model, texts))
    try:
        value = model.model_validate(to_plain(node), context=context)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return Checked(value, (*comments, *_first_name_warnings(node, value, context)))
    misspelt_keys = set(_misspelt_keys(details, model))
    diagnostics: list[Diagnostic] = []
    for detail in details:
        is_misspelt = detail["type"] == "missing" and detail["loc"] in misspelt_keys
        if not is_misspelt and not _follows_from_another(detail, node):
            diagnostics.append(_describe(detail, node, model, texts))
    return Checked(None, (*comments, *diagnostics))


def checked_value(value: T | None, diagnostics: tuple[Diagnostic, ...]) -> Checked[T]:
    """Return a value with its diagnostics; without the value where one of them is an error."""
    if has_errors(diagnostics):
        return Checked(None, diagnostics)
    return Checked(value, diagnostics)


def locate(node: Mapping, path: Path) -> tuple[Location, str]:
    """Return the place of a key path, and how diagnostics name it in its file.

    Where nothing stands at the path, the place is that of the nearest value above it.
    """
    value, path_in_file = _descend(node, path)
    return value.place, format_path(path_in_file)


def value_at(node: Mapping, path: Path) -> tuple[Node, Path]:
    """Return the value at a key path, or the nearest above it that exists, and its path in its own file."""
    return _descend(node, path)


def diagnose(node: Mapping, problem: Problem) -> Diagnostic:
    """Return the diagnostic of a problem that a rule found in the content of a tree."""
    value, path_in_file = _descend(node, problem.path)
    place = value.place
    if problem.spot is not None and isinstance(value, Scalar):
        place = place_of_spot(value, problem.spot)
    field = format_path(path_in_file)
    return Diagnostic(problem.code, problem.message, place, problem.hint, problem.severity, field)


_WORKBOOK: Final = ".xlsx!"
"""Stands in the place of a cell of Excel."""


def _first_name_warnings(node: Mapping, value: BaseModel, context: object) -> Iterator[Diagnostic]:
    """Generate a warning for each reference that says only the first name of a person (E602)."""
    # A validator of pydantic cannot warn, and does not know the place of its value.
    if not isinstance(context, References) or context.people is None:
        return
    for path, person in people_in(value):
        reference, _path_in_file = _descend(node, path)
        text = reference.text if isinstance(reference, Scalar) else None
        if text and context.people.is_first_name(text):
            yield diagnose(node, first_name_problem(text, person, path))


def _misspelt_keys(details: Iterable[ErrorDetails], model: type[BaseModel]) -> Iterator[Path]:
    """Generate the paths of the keys that are there under a wrong name: they are not missing besides."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *outer_path, key = detail["loc"]
            for near_key in nearest_keys(str(key), fields_at(model, tuple(outer_path))):
                yield (*outer_path, near_key)


def _follows_from_another(detail: ErrorDetails, root: Node) -> bool:
    """Return whether a fault only follows from another one that has a diagnostic."""
    # Pydantic also calls a list too short that has items, but faulty ones. It has another word for a text
    # that is too short: string_too_short.
    if detail["type"] == "too_short":
        return bool(detail["input"])
    # A value that the reader has already refused has a stand-in in the tree.
    value, _path_in_file = _descend(root, detail["loc"])
    return isinstance(value, Scalar) and value.is_reported


def _describe(detail: ErrorDetails, root: Node, model: type[BaseModel], texts: dict[str, str]) -> Diagnostic:
    """Return the diagnostic of a fault, at its place in its file."""
    context = dict(detail.get("ctx", {}))
    path = detail["loc"]
    # A validator of a whole model names in this way the key that is wrong.
    if "key" in context:
        path = (*path, context["key"])
    value, path_in_file = _descend(root, path)
    place = value.place
    if detail["type"] == "extra_forbidden":
        place = _key_place(root, path)
        context["choices"] = fields_at(model, path[:-1])
    context.update(words_of_model(detail, model))
    context["in_workbook"] = _WORKBOOK in place.path
    if path[-1:] == (_KEY,):
        place = _key_place(root, path[:-1])
        path_in_file = path_in_file[:-1]
    mark = context.get("mark")
    if isinstance(mark, str) and isinstance(value, Scalar) and place.path in texts:
        place = _place_of_mark(texts[place.path], value, mark)
    diagnostic = describe_fault(detail, context, place, format_path(path_in_file))
    hint = "" if _may_have_keys(detail, model, path) else _one_blank_hint(root, path)
    return replace(diagnostic, hint=hint) if hint else diagnostic


def _may_have_keys(detail: ErrorDetails, model: type[BaseModel], path: Path) -> bool:
    """Return whether keys may stand below the place of a fault, so that their indentation is no slip."""
    return detail["type"] in _ABOUT_KEYS or bool(fields_at(model, path))


def _one_blank_hint(root: Node, path: Path) -> str:
    """Return the hint at keys one blank further in than the key above them; empty at any other value.

    The key above was left empty, and they were meant to stand beside it.
    """
    outer, _path_in_file = _descend(root, path[:-1])
    entry = outer.get(str(path[-1])) if path and isinstance(outer, Mapping) else None
    if entry is None or not isinstance(entry.value, Mapping) or not entry.value.entries:
        return ""
    first_entry, *_other_entries = entry.value.entries
    place = first_entry.key_place
    is_below = place.line > entry.key_place.line
    is_one_blank_in = place.column == entry.key_place.column + 1
    return one_blank_hint(first_entry.key, place.line) if is_below and is_one_blank_in else ""


def _descend(node: Node, path: Path) -> tuple[Node, Path]:
    """Return the value at a path, or the nearest above it that exists, and the path inside its own file."""
    path_in_file = path
    for number, step in enumerate(path, start=1):
        child = _child(node, step)
        if child is None:
            break
        # A part of a document may be a file of its own: its paths begin anew.
        if child.place.path != node.place.path:
            path_in_file = path[number:]
        node = child
    return node, path_in_file


def _key_place(root: Node, path: Path) -> Location:
    """Return the place of the key at the end of a path; where it is not written, that of its mapping."""
    node, _path_in_file = _descend(root, path[:-1])
    entry = node.get(str(path[-1])) if isinstance(node, Mapping) else None
    return entry.key_place if entry else node.place


def _child(node: Node, step: int | str) -> Node | None:
    """Return the value of a key or the item at a position; None where there is none."""
    if isinstance(node, Mapping):
        return _value_of_key(node, str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _value_of_key(mapping: Mapping, key: str) -> Node | None:
    """Return the value of a key; an empty one stands at its key."""
    entry = mapping.get(key)
    if entry is None:
        return None
    if entry.is_empty:
        return Scalar(None, entry.key_place)
    return entry.value


def _place_of_mark(text: str, scalar: Scalar, mark: str) -> Location:
    """Return the place of a template mark inside a scalar; where an escape hides it, that of the scalar.

    Args:
        text: the file.
        scalar: a value of the file.
        mark: the template mark in it.
    """
    lines = text.split("\n")
    last_line_number, end_column = scalar.end
    start = scalar.place.column - 1
    for line_number in range(scalar.place.line, min(last_line_number, len(lines)) + 1):
        line = lines[line_number - 1]
        end = end_column - 1 if line_number == last_line_number else len(line)
        index = line.find(mark, start, end)
        if index >= 0:
            return Location(scalar.place.path, line_number, index + 1)
        start = 0
    return scalar.place
