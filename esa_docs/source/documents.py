"""The documents of a project: each content file bound to its model, references resolved, rules asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND, AnnexFile, Document, Emblem
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References
from esa_docs.model.scheme import Scheme
from esa_docs.rules.finding import Finding
from esa_docs.rules.registry import check_content
from esa_docs.source.attachments import check_attachments
from esa_docs.source.binding import bind, locate
from esa_docs.source.evidence import annexed_evidence, check_evidence
from esa_docs.source.fact_tables import with_tables
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
        schemes: editions of assessment schemes by id; None for a faulty one.
    """

    root: Path
    office: Office | None
    people: Mapping[str, Person] | None
    emblem: Emblem | None = None
    names: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    schemes: Mapping[str, Scheme | None] = field(default_factory=dict)


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
    for one in sorted(whole, key=_rank):
        year = f"{one.file.year}/"
        known = {key.removeprefix(year): value for key, value in contents.items() if key.startswith(year)}
        own = [part for part in parts if part.owner == one.owner]
        references = References(shared.people, known, shared.schemes)
        last_year = contents.get(f"{one.file.year - 1}/{one.file.name}")
        checked = _bind_document(one, own, shared, references, last_year)
        bound[one.owner] = checked
        contents[one.owner] = checked.value.content if checked.value else None
    return bound


def _rank(file: ParsedFile) -> tuple[int, int]:
    """Put what is referred to before what refers to it: kinds in their order, earlier years first."""
    return _RANKS.get(file.tree.text("kind") or "", 0), file.file.year


def _bind_document(
    parsed: ParsedFile, parts: list[ParsedFile], shared: Shared, references: References, last_year: Any
) -> Checked[Document]:
    kind = parsed.tree.text("kind")
    if kind not in CONTENT_OF_KIND:
        return Checked(None, (_unknown_kind(parsed, kind),))
    joined = join_parts(parsed.tree, PART_LISTS.get(kind), parts)
    included = with_recipients(joined, shared.root) if kind == "letter" else with_tables(joined, shared.root)
    tree = included.tree
    texts = {one.file.shown: one.text for one in (parsed, *parts)}
    content = bind(tree, CONTENT_OF_KIND[kind], references, texts)
    told = (*included.diagnostics, *content.diagnostics)
    if content.value is None or shared.office is None:
        return Checked(None, told)
    findings = (
        *check_content(kind, content.value, shared.office),
        *check_attachments(content.value, shared.root, f"{parsed.file.year}", shared.names),
        *check_evidence(content.value, shared.root),
    )
    found = tuple(_diagnose(tree, one) for one in findings)
    same = last_year if getattr(last_year, "kind", "") == kind else None
    annex = tuple(_annex(tree, content.value, shared.root))
    document = replace(_document(parsed, content.value, shared, shared.office), last_year=same, annex=annex)
    sources = (*(one.file.path for one in (parsed, *parts)), *included.paths)
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


def _annex(tree: Tree, content: Any, root: Path) -> Iterator[AnnexFile]:
    for path, one, file in annexed_evidence(content, root):
        yield AnnexFile(one.code, one.name, file, *locate(tree, path))


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
