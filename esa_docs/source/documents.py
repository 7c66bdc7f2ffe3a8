"""The documents of a project: each content file bound to its model, references resolved, rules asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND, Document, Emblem
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References
from esa_docs.rules.finding import Finding
from esa_docs.rules.registry import check_content
from esa_docs.source.attachments import check_attachments
from esa_docs.source.binding import bind, locate
from esa_docs.source.files import OFFICE_FILE, TEMPLATES_FOLDER, shown_path
from esa_docs.source.parts import PART_LISTS, ParsedFile, join_parts
from esa_docs.source.recipients import with_recipients
from esa_docs.source.tree import Mapping as Tree
from esa_docs.source.tree import value_place

_RANKS: Final = {kind: rank for rank, kind in enumerate(CONTENT_OF_KIND)}


@dataclass(frozen=True, slots=True)
class Shared:
    """What every document of the project needs.

    Attributes:
        root: project folder.
        office: whose documents they are; None where it is faulty.
        people: the roster by id; None where it is faulty.
        emblem: picture of the emblem.
        names: ``year/name`` of every document there is a file for.
        unreadable: those whose file cannot be read.
    """

    root: Path
    office: Office | None
    people: Mapping[str, Person] | None
    emblem: Emblem | None = None
    names: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()


def bind_documents(
    whole: Iterable[ParsedFile], parts: Iterable[ParsedFile], shared: Shared
) -> dict[str, Checked[Document]]:
    """Bind the documents of all years, each by its ``year/name``.

    A kind refers only to kinds before it, so those are bound first.

    Args:
        whole: files that are documents.
        parts: files that belong to one of them.
        shared: what every document needs.
    """
    bound: dict[str, Checked[Document]] = {}
    contents: dict[str, Any] = dict.fromkeys(shared.unreadable)
    for one in sorted(whole, key=lambda file: _RANKS.get(file.tree.text("kind") or "", 0)):
        year = f"{one.file.year}/"
        known = {key.removeprefix(year): value for key, value in contents.items() if key.startswith(year)}
        own = [part for part in parts if part.owner == one.owner]
        checked = _bind_document(one, own, shared, References(shared.people, known))
        bound[one.owner] = checked
        contents[one.owner] = checked.value.content if checked.value else None
    return bound


def _bind_document(
    parsed: ParsedFile, parts: list[ParsedFile], shared: Shared, references: References
) -> Checked[Document]:
    kind = parsed.tree.text("kind")
    if kind not in CONTENT_OF_KIND:
        return Checked(None, (_unknown_kind(parsed, kind),))
    listed = with_recipients(join_parts(parsed.tree, PART_LISTS.get(kind), parts), shared.root)
    tree = listed.tree
    texts = {one.file.shown: one.text for one in (parsed, *parts)}
    content = bind(tree, CONTENT_OF_KIND[kind], references, texts)
    told = (*listed.diagnostics, *content.diagnostics)
    if content.value is None or shared.office is None:
        return Checked(None, told)
    findings = (
        *check_content(kind, content.value, shared.office),
        *check_attachments(content.value, shared.root, f"{parsed.file.year}", shared.names),
    )
    found = tuple(_diagnose(tree, one) for one in findings)
    document = _document(parsed, content.value, shared, shared.office)
    tables = (listed.table,) if listed.table else ()
    sources = (*(one.file.path for one in (parsed, *parts)), *tables)
    told += found
    return Checked(None if has_errors(told) else replace(document, sources=sources), told)


def _document(parsed: ParsedFile, content: Any, shared: Shared, office: Office) -> Document:
    template = shared.root / TEMPLATES_FOLDER / f"{content.kind}.docx"
    return Document(
        parsed.file.name,
        parsed.file.year,
        content,
        office,
        template if template.is_file() else None,
        emblem=shared.emblem,
        office_place=Location(shown_path(shared.root / OFFICE_FILE)),
    )


def _diagnose(tree: Tree, finding: Finding) -> Diagnostic:
    place, field = locate(tree, finding.path)
    return Diagnostic(finding.code, finding.message, place, finding.hint, finding.severity, field)


def _unknown_kind(parsed: ParsedFile, kind: str | None) -> Diagnostic:
    entry = parsed.tree.get("kind")
    hint = nearest_hint(kind or "", list(CONTENT_OF_KIND))
    if entry is None:
        message = _("the key '{key}' is missing").format(key="kind")
        return Diagnostic("E214", message, parsed.tree.place, hint, field="kind")
    message = _("a kind of document is expected, found '{kind}'").format(kind=kind or "")
    return Diagnostic("E214", message, value_place(entry), hint, field="kind")
