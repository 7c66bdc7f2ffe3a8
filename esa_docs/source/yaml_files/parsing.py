"""From the text of a content file to its tree: PyYAML composes, diagnostics name the places of faults."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import yaml

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.refused_signs import first_refusal, refusal_of, without_refused
from esa_docs.source.binding.pasted_texts import PastedTexts, may_be_pasted
from esa_docs.source.folders.files import OFFICE_FILE, PEOPLE_FILE
from esa_docs.source.yaml_files.eaten_text import eaten_texts, has_signs, names_referred_to
from esa_docs.source.yaml_files.places_in_texts import may_hold_marks
from esa_docs.source.yaml_files.sure_comments import Span, may_have_sure_comments, sure_comments
from esa_docs.source.yaml_files.syntax import syntax_fault, template_mark_hint
from esa_docs.source.yaml_files.text import place_in
from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Path, Scalar, Sequence, format_path
from esa_docs.source.yaml_files.yaml_depth import DEEPEST, LOADER, TooLargeError, refuse_depth, yaml_place

_EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
"""Words that stand for no value, where they have no quotes: those of YAML, as editors read them."""
_MOST_NODES = 500_000
_FIRST_KEY = "kind:"
_FIRST_KEYS = {OFFICE_FILE: "name:", PEOPLE_FILE: "people:"}
"""What the files of the whole project begin with; a content file begins with its kind."""
_PLAIN_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!")


def parse_yaml(text: str, file_label: str) -> Checked[Mapping]:
    """Return the tree of a content file: one document with a mapping at its top.

    Texts and keys are mended (W502), each at the place where it was typed.

    A file with broken syntax has one diagnostic, for its first fault. Duplicate keys and all other faults
    have a diagnostic each.

    Args:
        text: what the file holds.
        file_label: how diagnostics name it.
    """
    try:
        refuse_depth(text, file_label)
        root = yaml.compose(text, Loader=LOADER)
        if root is None:
            message, hint = _("content is expected, the file is empty"), _("Fill it in, or delete the file.")
            return _failed("E104", message, Location(file_label, 1, 1), hint)
        node, diagnostics = _Builder(text, file_label).build(root)
    except yaml.MarkedYAMLError as fault:
        return Checked(None, (syntax_fault(fault, text, file_label),))
    except yaml.reader.ReaderError as fault:
        line, column = place_in(text, min(fault.position, len(text)))
        refusal = refusal_of(text[fault.position : fault.position + 1], text)
        return _failed("E105", refusal.message, Location(file_label, line, column), refusal.hint)
    except TooLargeError as fault:
        message = _("the file nests or repeats itself too deeply")
        return _failed("E108", message, fault.place, _("Write the text out instead of using & and *."))
    if not isinstance(node, Mapping):
        return Checked(None, (*diagnostics, _no_keys(node.place)))
    return Checked(node, diagnostics)


class _Builder:
    """Turns PyYAML's nodes into ours, and collects diagnostics of duplicate keys, tags and template marks."""

    def __init__(self, text: str, file_label: str) -> None:
        self._text = text
        self._file_label = file_label
        self._diagnostics: list[Diagnostic] = []
        self._reported: set[tuple[str, str, Location]] = set()
        self._node_count = 0
        self._has_signs = has_signs(text)
        # That parses the file again: only a value that begins with & asks for it.
        self._names = cache(partial(names_referred_to, text))
        self._looked_at: set[int] = set()
        """Values whose text was looked at: an alias leads to one of them again."""
        self._may_have_comments = may_have_sure_comments(text)
        self._spans: list[Span] = []
        """Keys and values without keys of their own: a ``#`` between them begins a comment."""
        self._may_be_pasted = may_be_pasted(text)
        self._may_be_refused = "\\" in text or first_refusal(text) is not None
        self._pasted_texts = PastedTexts()
        self._top_key = Location(file_label, 1, 1)
        """The key at the top of the file whose value is being built: an alias does not tell its own place."""

    def build(self, root: yaml.Node) -> tuple[Node, tuple[Diagnostic, ...]]:
        node = self._node(root, ())
        comments = sure_comments(self._text, self._spans, self._file_label)
        return node, (*self._diagnostics, *comments, *self._pasted_texts.diagnostics())

    def _report(self, code: str, message: str, place: Location, hint: str, path: Path) -> None:
        # An alias leads to one value again and again.
        if (code, message, place) not in self._reported:
            self._reported.add((code, message, place))
            self._diagnostics.append(Diagnostic(code, message, place, hint, field=format_path(path)))

    def _node(self, node: yaml.Node, path: Path) -> Node:
        place = yaml_place(node.start_mark, self._file_label)
        self._count_node(place, path)
        self._tell_tag(node, place, path)
        is_template_mark = isinstance(node, yaml.MappingNode) and self._is_template_mark(node)
        if not is_template_mark:
            self._tell_eaten_text(node, path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place, path)
        if isinstance(node, yaml.SequenceNode):
            items = [self._node(item, (*path, number)) for number, item in enumerate(node.value)]
            return Sequence(tuple(items), place)
        mended_value = self._mended(node)
        value = self._allowed(mended_value, node, path)
        is_plain = not getattr(node, "style", None)
        is_empty = is_plain and value in _EMPTY_WORDS
        text = None if is_empty else value
        end = (node.end_mark.line + 1, node.end_mark.column + 1)
        typed = ""
        if may_hold_marks(value):
            typed = self._text[node.start_mark.index : node.end_mark.index]
        return Scalar(text, place, end, value != mended_value, is_plain, typed)

    def _tell_tag(self, node: yaml.Node, place: Location, path: Path) -> None:
        if node.tag not in _PLAIN_TAGS:
            message = _("a plain value is expected, found the tag {tag}").format(tag=node.tag)
            self._report("E109", message, place, _("Delete the word that begins with '!'."), path)

    def _tell_eaten_text(self, node: yaml.Node, path: Path) -> None:
        if self._may_have_comments and isinstance(node, yaml.ScalarNode):
            self._spans.append(Span.of(node, self._text, path))
        is_list_or_mapping = isinstance(node.value, list)
        is_on_one_line = node.start_mark.line == node.end_mark.line
        if (is_list_or_mapping or is_on_one_line) and not self._has_signs:
            return
        if id(node) not in self._looked_at:
            self._looked_at.add(id(node))
            diagnostics = eaten_texts(node, self._text, self._file_label, path, self._names)
            self._diagnostics.extend(diagnostics)

    def _key(self, node: yaml.ScalarNode) -> str:
        """Return the text of a key; one that is indented by an odd blank stays as it is, to be refused.

        It was meant to stand below another key, and to YAML it stands beside that.
        """
        text: str = node.value
        is_indented_by_odd_blank = text[:1].isspace()
        return text if is_indented_by_odd_blank else self._mended(node)

    def _mended(self, node: yaml.Node) -> str:
        """Return the text of a value or key as its writer meant it."""
        text: str = node.value
        if not self._may_be_pasted:
            return text
        place = yaml_place(node.start_mark, self._file_label)
        return self._pasted_texts.mend(text, place, partial(self._place_of_pasted, node))

    def _allowed(self, value: str, node: yaml.Node, path: Path) -> str:
        """Return a value or key without characters that content may not hold, and report the first (E209).

        They are refused here, whatever the value is: a date would only be told to be none.
        """
        refusal = first_refusal(value) if self._may_be_refused else None
        if refusal is None:
            return value
        start, end = node.start_mark.index, node.end_mark.index
        # An escape hides the character: then the place is that of the text.
        index = max(self._text.find(refusal.character, start, end), start)
        place = Location(self._file_label, *place_in(self._text, index))
        self._report("E209", refusal.message, place, refusal.hint, path)
        return without_refused(value)

    def _place_of_pasted(self, node: yaml.Node) -> Location:
        """Return the place of the first sign of a text that is mended.

        Where an escape hides it, it is the place of the text.
        """
        start = node.start_mark.index
        index = thai.find_pasted(self._text, start, node.end_mark.index)
        if index < 0:
            return yaml_place(node.start_mark, self._file_label)
        # Counted from the text, not from the start of the file: a file may have many such texts.
        line = node.start_mark.line + 1 + self._text.count("\n", start, index)
        column = index - self._text.rfind("\n", 0, index)
        return Location(self._file_label, line, column)

    def _count_node(self, place: Location, path: Path) -> None:
        """Count a node; refuse one that is too deep or one too many."""
        self._node_count += 1
        if len(path) > DEEPEST:
            raise TooLargeError(place)
        if self._node_count > _MOST_NODES:
            raise TooLargeError(self._top_key)

    def _mapping(self, node: yaml.MappingNode, place: Location, path: Path) -> Mapping | Scalar:
        # To YAML a template mark without quotes, {{ name }}, is a mapping whose key is a mapping.
        if self._is_template_mark(node):
            self._report_template_mark(place, path)
            return Scalar("-", place, is_reported=True)
        return Mapping(tuple(self._entries(node, path)), place)

    def _is_template_mark(self, node: yaml.Node) -> bool:
        return self._text.startswith(TEMPLATE_MARKS, node.start_mark.index)

    def _report_template_mark(self, place: Location, path: Path) -> None:
        message = _("text is expected, found a template mark such as '{{'")
        self._report("E208", message, place, template_mark_hint(), path)

    def _entries(self, node: yaml.MappingNode, path: Path) -> Iterator[Entry]:
        """Generate the entries of a mapping; of a key that stands twice, the first."""
        places: dict[str, Location] = {}
        for key_node, value_node in node.value:
            place = yaml_place(key_node.start_mark, self._file_label)
            if not isinstance(key_node, yaml.ScalarNode):
                self._report_missing_key(key_node, place, path)
                continue
            key = self._allowed(self._key(key_node), key_node, path)
            self._tell_tag(key_node, place, (*path, key))
            self._tell_eaten_text(key_node, (*path, key))
            if not path:
                self._top_key = place
            value = self._node(value_node, (*path, key))
            if key in places:
                message = _("the key '{key}' stands here again, first at line {line}")
                message = message.format(key=key, line=places[key].line)
                self._report("E107", message, place, _("Keep one of the two."), (*path, key))
                continue
            places[key] = place
            yield Entry(key, place, value)

    def _report_missing_key(self, node: yaml.Node, place: Location, path: Path) -> None:
        if self._is_template_mark(node):
            self._report_template_mark(place, path)
        else:
            self._report("E109", _("a key is expected before ':'"), place, _("Put the text in quotes."), path)


def _no_keys(place: Location) -> Diagnostic:
    """Return the diagnostic of a file that begins with no key (E109)."""
    file_name = place.path.rpartition("/")[2]
    first_key = _FIRST_KEYS.get(file_name, _FIRST_KEY)
    message = _("keys such as '{key}' are expected at the top of the file").format(key=first_key)
    hint = _("Begin the file with the line '{key}'; what belongs to a key stands behind it or below it.")
    return Diagnostic("E109", message, place, hint.format(key=first_key))


def _failed(code: str, message: str, place: Location, hint: str) -> Checked[Mapping]:
    return Checked(None, (Diagnostic(code, message, place, hint),))
