"""Content of a kind with every field filled in, and every text of it a word that stands nowhere else.

The fields come from the content models, so a new kind or a new field is filled in by itself.
"""

from __future__ import annotations

import copy
import datetime as dt
import html
import io
import json
import re
import typing
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.model.document import Document
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.printed_fields import FieldType, type_of
from esa_docs.model.prose.prose import Prose
from esa_docs.source.scaffolds.scaffold import scaffold_text
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import format_path, to_plain

OWN_FILE = "2569/own.yaml"
TODAY = dt.date(2026, 9, 16)
_LETTERS = "ฆฌฐฑฒณธภศษ"
_OTHER_VALUES: dict[Any, tuple[str, ...]] = {
    int: ("1", "2"),
    Decimal: ("50", "60"),
    dt.date: ("17 กันยายน 2569", "18 กันยายน 2569"),
    dt.time: ("10.15 น.", "10.45 น."),
}
"""Two values of each type of numbers."""
_WHOLE_LISTS: dict[str, list[Any]] = {
    "sections": ["scope", "definitions", "steps", "flow", "table", "forms", "references"],
    "columns": ["chart", "step", "detail", "time", "quality", "owner", {"head": "หมายเหตุ"}],
}
"""What lists leave out that do not name it: an example of one item alone would hide all other texts."""
_MOST_ROUNDS = 40
_MOST_ATTEMPTS = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of the content: its key path, its own word, and whether the content may lack it."""

    path: KeyPath
    word: str
    is_optional: bool


@dataclass(slots=True)
class Outcome:
    """What became of the words: printed, in a diagnostic (its code), or neither."""

    printed: set[KeyPath] = field(default_factory=set)
    codes: dict[KeyPath, str] = field(default_factory=dict)
    silent: set[KeyPath] = field(default_factory=set)


def word_of(number: int) -> str:
    """Return a word of Thai consonants that nothing else contains: digits would be printed otherwise."""
    digits = "".join(_LETTERS[int(digit)] for digit in f"{number:04d}")
    return f"ฎฏ{digits}ฏฎ"


def full_content(kind: Kind[Any]) -> dict[str, Any]:
    """Return content of a kind with an example of every field, those that exclude each other too."""
    names = dict.fromkeys(_full_names(kind.content), "")
    text = scaffold_text(kind, person="ก", depth=1, of_project=names)
    tree = parse_yaml(text, "scaffold").value
    assert tree is not None, text
    content = to_plain(tree)
    assert isinstance(content, dict)
    content = {key: value for key, value in content.items() if value is not None}
    _complete(content)
    for path, inner in _places_of_numbers(content, FieldType(kind.content, steers=False), ()):
        # The scaffold has a text where a number with a fraction is expected: that field has no example.
        if inner is Decimal:
            put_value(content, path, _OTHER_VALUES[Decimal][0])
    return content


def _complete(value: Any) -> None:
    """Put into lists that leave out what they do not name all that they can name."""
    if isinstance(value, list):
        for item in value:
            _complete(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            is_list_of_models = isinstance(inner, list) and all(isinstance(item, dict) for item in inner)
            if key in _WHOLE_LISTS and is_list_of_models:
                inner.extend(copy.deepcopy(_WHOLE_LISTS[key]))
            else:
                _complete(inner)


def _full_names(model: type[BaseModel]) -> set[str]:
    """Return every field of a model, of its ancestors and of the models in it as ``Model.field``."""
    names: set[str] = set()
    models = [model]
    looked_at: set[type[BaseModel]] = set()
    while models:
        current = models.pop()
        if current in looked_at or issubclass(current, Person | Edition):
            continue
        looked_at.add(current)
        for ancestor in current.__mro__:
            names |= {f"{ancestor.__name__}.{name}" for name in current.model_fields}
        models += [inner for inner in map(_model_of, current.model_fields.values()) if inner]
    return names


def _model_of(field_info: FieldInfo) -> type[BaseModel] | None:
    return type_of(field_info).model


def leaves_of(kind: Kind[Any], content: dict[str, Any]) -> list[Leaf]:
    """Return the texts of content that its models say are printed, each with a word of its own."""
    places = _printed_places(content, FieldType(kind.content, steers=False), (), is_optional=False)
    return [Leaf(path, word_of(number), is_optional) for number, (path, is_optional) in enumerate(places)]


def _printed_places(
    value: Any, field_type: FieldType, path: KeyPath, *, is_optional: bool
) -> Iterator[tuple[KeyPath, bool]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _printed_places(item, field_type, (*path, index), is_optional=is_optional)
    elif isinstance(value, dict):
        for key, inner, field_info in _printed_entries(value, field_type):
            may_lack = not field_info.is_required()
            yield from _printed_places(inner, type_of(field_info), (*path, key), is_optional=may_lack)
    elif field_type.is_printed_text:
        yield path, is_optional


def prose_places(value: Any, field_type: FieldType, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Generate the key paths of the texts of content that may bear marks."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from prose_places(item, field_type, (*path, index))
    elif isinstance(value, dict):
        for key, inner, field_info in _printed_entries(value, field_type):
            yield from prose_places(inner, type_of(field_info), (*path, key))
    elif field_type.inner is Prose:
        yield path


def is_there(content: dict[str, Any], place: KeyPath) -> bool:
    """Return whether content has a value at a key path."""
    try:
        value_at(content, place)
    except (LookupError, TypeError):
        return False
    return True


def _places_of_numbers(value: Any, field_type: FieldType, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Generate the numbers, dates and times of content that do not steer, each with its type."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places_of_numbers(item, field_type, (*path, index))
    elif isinstance(value, dict):
        for key, inner, field_info in _printed_entries(value, field_type):
            yield from _places_of_numbers(inner, type_of(field_info), (*path, key))
    elif field_type.inner in _OTHER_VALUES:
        yield path, field_type.inner


def _printed_entries(mapping: dict[str, Any], field_type: FieldType) -> Iterator[tuple[str, Any, FieldInfo]]:
    """Generate what `_entries` does, without what steers."""
    for key, inner, field_info in _entries(mapping, field_type):
        if not type_of(field_info).steers:
            yield key, inner, field_info


def _entries(mapping: dict[str, Any], field_type: FieldType) -> Iterator[tuple[str, Any, FieldInfo]]:
    """Generate the keys of a mapping that its model has, each with its value and its field."""
    if field_type.model is None:
        return
    for name, field_info in field_type.model.model_fields.items():
        key = field_info.alias or name
        if key in mapping:
            yield key, mapping[key], field_info


class Filling:
    """A project with one document, filled in again and again until all words are seen or told."""

    def __init__(self, root: Path, kind: Kind[Any], content: dict[str, Any]) -> None:
        self._root = root
        self._kind = kind
        self._example = content
        self._leaves = {leaf.path: leaf for leaf in leaves_of(kind, content)}
        self._filled_contents: list[dict[str, Any]] = []
        """Contents of which a document was made, with words in them."""
        self.outcome = Outcome()

    @property
    def filled_contents(self) -> tuple[dict[str, Any], ...]:
        """The contents of which a document was made, with words in them."""
        return tuple(self._filled_contents)

    def made_of(self, content: dict[str, Any]) -> tuple[Document[Any], ...]:
        """Return the documents that some content makes, each with a Word file of its own."""
        diagnostics, document = self._load(content)
        assert document is not None, [diagnostic.as_line() for diagnostic in diagnostics]
        if self._kind.copies:
            return (document, *self._kind.copies(document))
        return (document,)

    def run(self) -> Outcome:
        """Return what became of every word."""
        for _round in range(_MOST_ROUNDS):
            left_over = self._left_over()
            if not left_over:
                break
            if not self._fill_once(left_over):
                break
        self.outcome.silent = set(self._left_over())
        return self.outcome

    def run_alone(self) -> set[KeyPath]:
        """Return the words that are silently lost where few other keys stand beside them."""
        lost: set[KeyPath] = set()
        for content in self._filled_contents:
            for variant in fewer_keys(self._kind, content):
                lost |= self._lost_in(variant)
        return lost

    def run_without_partners(self) -> set[KeyPath]:
        """Return the words that are silently lost without one other key, or with a switch set otherwise."""
        lost: set[KeyPath] = set()
        for content in self._filled_contents:
            for place in optional_places(self._kind, content):
                lost |= self._lost_in(_without(content, [place]))
            for variant in switched(self._kind, content):
                lost |= self._lost_in(variant)
        return lost

    def run_numbers(self) -> set[KeyPath]:
        """Return the numbers, dates and times that may be changed without a change in the documents."""
        lost: set[KeyPath] = set()
        for content in self._filled_contents[:1]:
            for path, inner in _places_of_numbers(content, FieldType(self._kind.content, steers=False), ()):
                results = {self._result(content, path, value) for value in _OTHER_VALUES[inner]}
                if len(results) == 1:
                    lost.add(path)
        return lost

    def _result(self, content: dict[str, Any], path: KeyPath, value: str) -> tuple[str, tuple[str, ...]]:
        """Return what is printed and told of content with another value at a key path."""
        changed = copy.deepcopy(content)
        put_value(changed, path, value)
        diagnostics, document = self._load(changed)
        text = printed_text(self._kind, document) if document else ""
        return text, tuple(f"{diagnostic.field} {diagnostic.message}" for diagnostic in diagnostics)

    def _lost_in(self, content: dict[str, Any]) -> set[KeyPath]:
        """Return the words of content that are neither printed nor told; none where it has errors."""
        diagnostics, document = self._load(content)
        if document is None or any(diagnostic.is_error for diagnostic in diagnostics):
            return set()
        text = printed_text(self._kind, document)
        fields = {diagnostic.field for diagnostic in diagnostics}
        later_results = [diagnostic.field for diagnostic in diagnostics if _is_of_later_round(diagnostic)]
        written = json.dumps(content, ensure_ascii=False)
        lost: set[KeyPath] = set()
        for path, leaf in self._leaves.items():
            is_lost = leaf.word in written and leaf.word not in text
            is_told_with_others = format_path(path).startswith(tuple(f"{key}." for key in later_results))
            if is_lost and format_path(path) not in fields and not is_told_with_others:
                lost.add(path)
        return lost

    def _left_over(self) -> list[KeyPath]:
        return [path for path in self._leaves if path not in self.outcome.printed | self.outcome.codes.keys()]

    def _fill_once(self, open_paths: list[KeyPath]) -> bool:
        """Fill in words, and take out what is refused, until the document is made; tell whether it got on."""
        content = copy.deepcopy(self._example)
        words = {path: self._leaves[path].word for path in open_paths}
        for path, word in words.items():
            put_value(content, path, word)
        count_before = len(self.outcome.printed) + len(self.outcome.codes)
        for _attempt in range(_MOST_ATTEMPTS):
            diagnostics, document = self._load(content)
            errors = [diagnostic for diagnostic in diagnostics if diagnostic.is_error]
            self._note(diagnostics, words)
            if not errors:
                self._filled_contents.append(content)
                self._look(document, words)
                break
            if not self._take_out(content, errors, words):
                raise AssertionError([error.as_line() for error in errors])
        return len(self.outcome.printed) + len(self.outcome.codes) > count_before

    def _load(self, content: dict[str, Any]) -> tuple[tuple[Diagnostic, ...], Document[Any] | None]:
        put(self._root, OWN_FILE, json.dumps(content, ensure_ascii=False, indent=1))
        project = api.load(self._root)
        diagnostics = [each for each in api.check(project) if each.location.path.endswith(OWN_FILE)]
        documents = [document for document in project.documents if document.name == "own"]
        document = documents[0] if documents else None
        return tuple(diagnostics), document

    def _note(self, diagnostics: Iterable[Diagnostic], words: dict[KeyPath, str]) -> None:
        """Note the words that an error names or stands at, and those at whose very place a warning stands."""
        for diagnostic in diagnostics:
            for path, word in words.items():
                is_named = word in diagnostic.message or diagnostic.field in _fields_with(path)
                is_refused = diagnostic.is_error and is_named
                if is_refused or diagnostic.field == format_path(path):
                    self.outcome.codes.setdefault(path, diagnostic.code)

    def _take_out(self, content: dict[str, Any], errors: list[Diagnostic], words: dict[KeyPath, str]) -> bool:
        """Put the examples back in place of the refused words, and take out what is refused all the same."""
        by_field = {format_path(path): path for path in words}
        changed = False
        for error in errors:
            path = by_field.get(error.field)
            if path is not None and path in words:
                del words[path]
                put_value(content, path, value_at(self._example, path))
                changed = True
        return changed or any(self._drop(content, error, words) for error in errors)

    def _drop(self, content: dict[str, Any], error: Diagnostic, words: dict[KeyPath, str]) -> bool:
        """Take out one optional value at or below the place of an error: first those whose word was seen."""
        places = [place for place in optional_places(self._kind, content) if _is_about(error, place)]
        places.sort(key=lambda place: (_has_path_in(words, place), _has_path_in(self._leaves, place)))
        if not places:
            return False
        drop_value(content, places[0])
        for path in list(words):
            if _has_path_in([path], places[0]):
                del words[path]
        return True

    def _look(self, document: Document[Any] | None, words: dict[KeyPath, str]) -> None:
        assert document is not None
        text = printed_text(self._kind, document)
        self.outcome.printed |= {path for path, word in words.items() if word in text}


def _is_of_later_round(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic tells of all results of twelve months at once, in a report of six."""
    is_of_key = diagnostic.field.endswith("twelve_months")
    return is_of_key and (diagnostic.code, diagnostic.severity) == ("E222", Severity.INFO)


def _fields_with(path: KeyPath) -> set[str]:
    """Return a key path, and those of the lists in which it lies, as diagnostics name them."""
    lists = [path[:index] for index, step in enumerate(path) if isinstance(step, int)]
    return {format_path(place) for place in [path, *lists]}


def _has_path_in(paths: Iterable[KeyPath], place: KeyPath) -> bool:
    """Return whether one of the paths lies at or below a place."""
    return any(path[: len(place)] == place for path in paths)


def _is_about(error: Diagnostic, place: KeyPath) -> bool:
    """Return whether an error stands at or below a place, or at its mapping and names its key."""
    field_of_place = format_path(place)
    if error.field == field_of_place or error.field.startswith((f"{field_of_place}[", f"{field_of_place}.")):
        return True
    words = re.findall(r"[a-z_]+", f"{error.message} {error.hint}")
    return error.field == format_path(place[:-1]) and place[-1] in words


def optional_places(kind: Kind[Any], content: dict[str, Any]) -> list[KeyPath]:
    """Return the key paths of all values that content may lack, the innermost first."""
    places = list(_optional_places(content, FieldType(kind.content, steers=False), ()))
    return sorted(places, key=len, reverse=True)


def _optional_places(value: Any, field_type: FieldType, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _optional_places(item, field_type, (*path, index))
    elif isinstance(value, dict):
        for key, inner, field_info in _entries(value, field_type):
            if not field_info.is_required() and key != "kind":
                yield (*path, key)
            yield from _optional_places(inner, type_of(field_info), (*path, key))


def fewer_keys(kind: Kind[Any], content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Generate content with one of its optional keys alone, then with one of each inner mapping alone."""
    places = optional_places(kind, content)
    outer = [place for place in places if len(place) == 1]
    inner = [place for place in places if len(place) > 1]
    for place_alone in outer:
        yield _without(content, [place for place in outer if place != place_alone])
    siblings: dict[KeyPath, list[KeyPath]] = {}
    for place in inner:
        siblings.setdefault(place[:-1], []).append(place)
    for number in range(max(map(len, siblings.values()), default=0)):
        yield _without(content, [place for place in inner if siblings[place[:-1]].index(place) != number])


def switched(kind: Kind[Any], content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Generate content with each of its switches in each state: what is true or false, or one of a few words.

    A switch that content does not have is put in.
    """
    for path, inner in _places_of_switches(content, FieldType(kind.content, steers=False), ()):
        states = ("true", "false") if inner is bool else typing.get_args(inner)
        for state in states:
            changed = copy.deepcopy(content)
            put_value(changed, path, state)
            yield changed


def _is_switch(field_type: FieldType) -> bool:
    is_of_few_words = typing.get_origin(field_type.inner) is typing.Literal
    return not field_type.depth and (field_type.inner is bool or is_of_few_words)


def _places_of_switches(value: Any, field_type: FieldType, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places_of_switches(item, field_type, (*path, index))
    elif isinstance(value, dict) and field_type.model is not None:
        yield from _switches_of_model(value, field_type.model, path)


def _switches_of_model(
    mapping: dict[str, Any], model: type[BaseModel], path: KeyPath
) -> Iterator[tuple[KeyPath, Any]]:
    for name, field_info in model.model_fields.items():
        key = field_info.alias or name
        inner = type_of(field_info)
        if key != "kind" and _is_switch(inner):
            yield (*path, key), inner.inner
        elif key in mapping:
            yield from _places_of_switches(mapping[key], inner, (*path, key))


def _without(content: dict[str, Any], places: Iterable[KeyPath]) -> dict[str, Any]:
    changed = copy.deepcopy(content)
    for place in places:
        drop_value(changed, place)
    return changed


def value_at(content: Any, path: KeyPath) -> Any:
    """Return the value at a key path."""
    for step in path:
        content = content[step]
    return content


def put_value(content: Any, path: KeyPath, value: Any) -> None:
    """Put a value at a key path."""
    value_at(content, path[:-1])[path[-1]] = value


def drop_value(content: Any, path: KeyPath) -> None:
    """Take out the value at a key path."""
    del value_at(content, path[:-1])[path[-1]]


def printed_text(kind: Kind[Any], document: Document[Any]) -> str:
    """Return all text of the files that a document makes, and of what is pasted into other systems."""
    texts: list[str] = []
    if kind.field_texts:
        for form in kind.field_texts(document):
            texts += [each.text for each in form.fields]
    documents: tuple[Document[Any], ...] = (document,)
    if kind.copies:
        documents = kind.copies(document)
    for each_document in documents:
        texts += _texts_in(api.render(each_document, today=TODAY))
    return "\n".join(texts)


def _texts_in(data: bytes) -> Iterator[str]:
    """Generate the text of each part of a Word file: document, headers, footers, properties, charts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                xml = package.read(name).decode("utf-8")
                yield html.unescape(re.sub(r"<[^>]*>", "", xml))
