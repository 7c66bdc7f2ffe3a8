"""Documents kept in several files: a file with ``part_of`` adds an item to a list of its document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from esa_docs.diagnostics import Checked, Diagnostic
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.files import ContentFile
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import decode_text, read_text, salvage_text
from esa_docs.source.yaml_files.tree import Entry, Mapping, value_place

PART_KEY = "part_of"

# A file that cannot be parsed has no tree: this line names its document all the same.
_PART_LINE = re.compile(rf"^{PART_KEY}[ \t]*:[ \t]*(['\"]?)([^\n#]+?)\1[ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A content file as a tree, with the text it came from."""

    file: ContentFile
    tree: Mapping
    text: str

    @property
    def is_part(self) -> bool:
        """Whether it belongs to a document of another file."""
        return self.tree.get(PART_KEY) is not None

    @property
    def kind(self) -> str:
        """What stands after ``kind:``; empty where nothing does."""
        return self.tree.text("kind") or ""

    @property
    def owner(self) -> str:
        """``year/name`` of the document that the file makes or belongs to."""
        if not self.is_part:
            return self.file.key
        name = self.tree.text(PART_KEY) or ""
        return f"{self.file.year}/{name}"


def parse_file(file: ContentFile, draft: bytes | None = None) -> Checked[ParsedFile]:
    """Return one content file as a tree; its diagnostics name faults of the file's name too.

    Args:
        file: the file.
        draft: what is read in place of what the file holds; None reads the file.
    """
    name_faults = (file.fault,) if file.fault else ()
    if file.is_outside:
        return Checked(None, name_faults)
    text = _read_or_decode(file, draft)
    if text.value is None:
        return Checked(None, (*name_faults, *text))
    tree = parse_yaml(text.value, file.file_label)
    diagnostics = (*name_faults, *tree)
    if tree.value is None:
        return Checked(None, diagnostics)
    return Checked(ParsedFile(file, tree.value, text.value), diagnostics)


def _read_or_decode(file: ContentFile, draft: bytes | None) -> Checked[str]:
    if draft is None:
        return read_text(file.path, file.file_label)
    return decode_text(draft, file.file_label)


def owner_of(file: ContentFile, parsed: Checked[ParsedFile]) -> str:
    """Return ``year/name`` of the document that a file makes or belongs to, though it may not be parsed."""
    if parsed.value:
        return parsed.value.owner
    if file.is_outside:
        return file.key
    part_line = _PART_LINE.search(salvage_text(file.path))
    return f"{file.year}/{part_line[2]}" if part_line else file.key


def join_parts(tree: Mapping, key: str | None, parts: Sequence[ParsedFile]) -> Mapping:
    """Return a document with its part files in a list, behind the items it has, in the order of their names.

    The document stays as it is where no list stands at the key.

    Args:
        tree: the document.
        key: key of the list; None where its kind has no parts.
        parts: its part files.
    """
    if key is None or not parts:
        return tree
    entry = tree.get(key)
    items = _list_items(entry)
    if items is None:
        return tree
    key_place = entry.key_place if entry else tree.place
    list_place = value_place(entry) if entry else tree.place
    part_items = [part.tree.without(PART_KEY) for part in parts]
    joined = yaml_tree.Sequence((*items, *part_items), list_place)
    return tree.without(key).with_entries(Entry(key, key_place, joined))


def _list_items(entry: Entry | None) -> tuple[yaml_tree.Node, ...] | None:
    """Return the items of a list that may be missing or empty; None for a value that is no list."""
    if entry is None or entry.is_empty:
        return ()
    if isinstance(entry.value, yaml_tree.Sequence):
        return entry.value.items
    return None


def lost_parts(parts: Iterable[ParsedFile], documents: Collection[str]) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each part whose document does not exist (E603).

    Args:
        parts: the part files.
        documents: ``year/name`` of every document.
    """
    for part in parts:
        entry = part.tree.get(PART_KEY)
        if entry and part.owner not in documents:
            name = part.tree.text(PART_KEY) or ""
            message = _("a document of this year is expected, found '{name}'").format(name=name)
            hint = nearest_hint(name, _names_of_year(part.file.year, documents))
            yield Diagnostic("E603", message, value_place(entry), hint, field=PART_KEY)


def _names_of_year(year: int, documents: Collection[str]) -> list[str]:
    prefix = f"{year}/"
    return [key.removeprefix(prefix) for key in sorted(documents) if key.startswith(prefix)]
