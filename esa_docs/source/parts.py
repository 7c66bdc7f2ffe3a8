"""Documents kept in several files: a file with ``part_of`` adds an item to a list of its document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.source import tree as yaml_tree
from esa_docs.source.files import ContentFile
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.text import decode_text, read_text, salvage_text
from esa_docs.source.tree import Entry, Mapping, value_place

PART_KEY = "part_of"

_PART_LINE = re.compile(rf"^{PART_KEY}[ \t]*:[ \t]*(['\"]?)([^\n#]+?)\1[ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A content file as a tree, with the text it came from."""

    file: ContentFile
    tree: Mapping
    text: str

    @property
    def is_part(self) -> bool:
        """Tell whether it belongs to a document of another file."""
        return self.tree.get(PART_KEY) is not None

    @property
    def kind(self) -> str:
        """What stands after ``kind:``; empty where nothing does."""
        return self.tree.text("kind") or ""

    @property
    def owner(self) -> str:
        """``year/name`` of the document it makes or belongs to."""
        return f"{self.file.year}/{self.tree.text(PART_KEY) or ''}" if self.is_part else self.file.key


def parse_file(file: ContentFile, draft: bytes | None = None) -> Checked[ParsedFile]:
    """Read one content file; what is wrong with its name counts too.

    Args:
        file: the file.
        draft: what is read in place of what it holds.
    """
    before = (file.fault,) if file.fault else ()
    if file.is_outside:
        return Checked(None, before)
    text = read_text(file.path, file.file_label) if draft is None else decode_text(draft, file.file_label)
    if text.value is None:
        return Checked(None, (*before, *text))
    tree = parse_yaml(text.value, file.file_label)
    return Checked(ParsedFile(file, tree.value, text.value) if tree.value else None, (*before, *tree))


def owner_of(file: ContentFile, parsed: Checked[ParsedFile]) -> str:
    """Give ``year/name`` of the document a file makes or belongs to, also where the file cannot be parsed."""
    if parsed.value:
        return parsed.value.owner
    named = None if file.is_outside else _PART_LINE.search(salvage_text(file.path))
    return f"{file.year}/{named[2]}" if named else file.key


def join_parts(tree: Mapping, key: str | None, parts: Sequence[ParsedFile]) -> Mapping:
    """Add part files to the list of their document, in the order of their names."""
    if key is None or not parts:
        return tree
    more = tuple(part.tree.without(PART_KEY) for part in parts)
    here = tree.get(key)
    own = _items(here)
    if own is None:
        return tree
    place = value_place(here) if here else tree.place
    joined = Entry(key, here.key_place if here else place, yaml_tree.Sequence((*own, *more), place))
    return replace(tree, entries=(*tree.without(key).entries, joined))


def _items(entry: Entry | None) -> tuple[yaml_tree.Node, ...] | None:
    """Give the items of a list that may be missing or empty; None for a value that is no list."""
    if entry is None or (isinstance(entry.value, yaml_tree.Scalar) and entry.value.text is None):
        return ()
    return entry.value.items if isinstance(entry.value, yaml_tree.Sequence) else None


def lost_parts(parts: Iterable[ParsedFile], known: Collection[str]) -> Iterator[Diagnostic]:
    """Tell the parts whose document does not exist."""
    for part in parts:
        entry = part.tree.get(PART_KEY)
        if entry and part.owner not in known:
            name = part.tree.text(PART_KEY) or ""
            message = _("a document of this year is expected, found '{name}'").format(name=name)
            year, _slash, _name = part.owner.partition("/")
            names = [key.partition("/")[2] for key in sorted(known) if key.startswith(f"{year}/")]
            yield Diagnostic("E603", message, value_place(entry), nearest_hint(name, names), field=PART_KEY)
