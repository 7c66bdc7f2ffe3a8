"""From the text of a content file to its tree: PyYAML composes, diagnostics name the places of faults."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import yaml

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.source.eaten_text import eaten_texts, has_signs
from esa_docs.source.pasted_texts import PastedTexts, may_be_pasted
from esa_docs.source.refused_signs import with_neighbours
from esa_docs.source.syntax import syntax_fault, template_mark_hint
from esa_docs.source.text import place_in
from esa_docs.source.tree import Entry, Mapping, Node, Path, Scalar, Sequence, format_path
from esa_docs.source.yaml_depth import DEEPEST, LOADER, TooLargeError, refuse_depth, yaml_place

_EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
"""Words that stand for no value, where they have no quotes: those of YAML, as editors read them."""
_MOST_NODES = 500_000
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
        message = _("text is expected, found a character YAML does not allow")
        message = with_neighbours(message, text, text[fault.position : fault.position + 1])
        hint = _("Delete the invisible character at this place and type the text again.")
        return _failed("E105", message, Location(file_label, line, column), hint)
    except TooLargeError as fault:
        message = _("the file nests or repeats itself too deeply")
        return _failed("E108", message, fault.place, _("Write the text out instead of using & and *."))
    if not isinstance(node, Mapping):
        message = _("keys such as 'kind:' are expected at the top of the file")
        no_keys = Diagnostic("E109", message, node.place, _("Start the file with 'kind: manual'."))
        return Checked(None, (*diagnostics, no_keys))
    return Checked(node, diagnostics)


class _Builder:
    """Turns PyYAML's nodes into ours, and collects diagnostics of duplicate keys, tags and template marks."""

    def __init__(self, text: str, file_label: str) -> None:
        self._text = text
        self._file_label = file_label
        self._diagnostics: list[Diagnostic] = []
        self._node_count = 0
        self._has_signs = has_signs(text)
        self._looked_at: set[int] = set()
        """Values whose text was looked at: an alias leads to one of them again."""
        self._may_be_pasted = may_be_pasted(text)
        self._pasted_texts = PastedTexts()
        self._top_key = Location(file_label, 1, 1)
        """The key at the top of the file whose value is being built: an alias does not tell its own place."""

    def build(self, root: yaml.Node) -> tuple[Node, tuple[Diagnostic, ...]]:
        node = self._node(root, ())
        return node, (*self._diagnostics, *self._pasted_texts.diagnostics())

    def _report(self, code: str, message: str, place: Location, hint: str, path: Path) -> None:
        self._diagnostics.append(Diagnostic(code, message, place, hint, field=format_path(path)))

    def _node(self, node: yaml.Node, path: Path) -> Node:
        place = yaml_place(node.start_mark, self._file_label)
        self._count_node(place, path)
        if node.tag not in _PLAIN_TAGS:
            message = _("a plain value is expected, found the tag {tag}").format(tag=node.tag)
            self._report("E109", message, place, _("Delete the word that begins with '!'."), path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place, path)
        self._tell_eaten_text(node, path)
        if isinstance(node, yaml.SequenceNode):
            items = [self._node(item, (*path, number)) for number, item in enumerate(node.value)]
            return Sequence(tuple(items), place)
        value = self._mended(node)
        is_plain = not getattr(node, "style", None)
        is_empty = is_plain and value in _EMPTY_WORDS
        text = None if is_empty else value
        end = (node.end_mark.line + 1, node.end_mark.column + 1)
        return Scalar(text, place, end, is_plain=is_plain)

    def _tell_eaten_text(self, node: yaml.Node, path: Path) -> None:
        is_on_one_line = node.start_mark.line == node.end_mark.line
        if is_on_one_line and not self._has_signs:
            return
        if id(node) not in self._looked_at:
            self._looked_at.add(id(node))
            diagnostics = eaten_texts(node, self._text, self._file_label, path)
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
            key = self._key(key_node)
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


def _failed(code: str, message: str, place: Location, hint: str) -> Checked[Mapping]:
    return Checked(None, (Diagnostic(code, message, place, hint),))
