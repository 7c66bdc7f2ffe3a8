"""The documents of a project: each content file bound to its model, references resolved, rules asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from esa_docs.diagnostics import Checked, Diagnostic, Location, has_errors, noting
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Document, Emblem
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References
from esa_docs.model.problem import Problem
from esa_docs.rules.content import check_content
from esa_docs.source.attachments import check_attachments
from esa_docs.source.binding import bind, locate
from esa_docs.source.evidence import annexed_evidence, check_evidence
from esa_docs.source.fact_tables import with_tables
from esa_docs.source.files import OFFICE_FILE, own_template, path_label
from esa_docs.source.included import Included
from esa_docs.source.parts import ParsedFile, join_parts
from esa_docs.source.recipients import with_recipients
from esa_docs.source.tree import Mapping as Tree
from esa_docs.source.tree import value_place


@dataclass(frozen=True, slots=True)
class Shared:
    """What every document of the project needs.

    Attributes:
        root: project folder.
        kinds: the kinds of documents.
        office: whose documents they are; None where it is faulty.
        people: the roster by id; None where it is faulty.
        emblem: picture of the emblem.
        names: ``year/name`` of every document there is a file for.
        unreadable: those whose file cannot be read.
        schemes: editions of assessment schemes by id; None for a faulty one.
    """

    root: Path
    kinds: Kinds
    office: Office | None
    people: Mapping[str, Person] | None
    emblem: Emblem | None = None
    names: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    schemes: Mapping[str, Edition | None] = field(default_factory=dict)


def bind_documents(
    whole: Iterable[ParsedFile], parts: Iterable[ParsedFile], shared: Shared
) -> dict[str, Checked[Document[Content]]]:
    """Bind the documents of all years, each by its ``year/name``.

    A kind refers only to kinds before it, so those are bound first.

    Args:
        whole: files that are documents.
        parts: files that belong to one of them.
        shared: what every document needs.
    """
    parts_of: dict[str, list[ParsedFile]] = {}
    for part in parts:
        parts_of.setdefault(part.owner, []).append(part)
    contents: dict[int, dict[str, Content | None]] = {}
    for key in shared.unreadable:
        folder, _slash, name = key.partition("/")
        contents.setdefault(int(folder), {})[name] = None
    ranks = {name: rank for rank, name in enumerate(shared.kinds.names)}
    bound: dict[str, Checked[Document[Content]]] = {}
    for parsed in sorted(whole, key=lambda file: (ranks.get(file.kind, 0), file.file.year)):
        year, name = parsed.file.year, parsed.file.name
        same_year = contents.setdefault(year, {})
        references = References(shared.people, same_year, shared.schemes)
        last_year = contents.get(year - 1, {}).get(name)
        with noting(parsed.owner):
            checked = _bind_document(parsed, parts_of.get(parsed.owner, []), shared, references, last_year)
        bound[parsed.owner] = checked
        same_year[name] = checked.value.content if checked.value else None
    return bound


def _bind_document(
    parsed: ParsedFile,
    parts: list[ParsedFile],
    shared: Shared,
    references: References,
    last_year: Content | None,
) -> Checked[Document[Content]]:
    kind = shared.kinds.by_name.get(parsed.kind)
    if kind is None:
        return Checked(None, (_unknown_kind(parsed, shared.kinds),))
    joined = join_parts(parsed.tree, kind.parts.key if kind.parts else None, parts)
    included = _with_tables(joined, kind, shared.root)
    tree = included.tree
    texts = {file.file.file_label: file.text for file in (parsed, *parts)}
    content = bind(tree, kind.content, references, texts)
    diagnostics = (*included.diagnostics, *content.diagnostics)
    if content.value is None or shared.office is None:
        return Checked(None, diagnostics)
    problems = _check(kind, content.value, parsed, shared, shared.office)
    diagnostics += tuple(_diagnose(tree, problem) for problem in problems)
    if has_errors(diagnostics):
        return Checked(None, diagnostics)
    document = replace(
        kind.document(parsed.file.name, parsed.file.year, content.value, shared.office),
        templates=_own_templates(kind, shared.root),
        sources=(*(file.file.path for file in (parsed, *parts)), *included.paths),
        emblem=shared.emblem,
        office_place=Location(path_label(shared.root / OFFICE_FILE)),
        annex=tuple(_annex(tree, kind, content.value, shared.root)),
        last_year=last_year if isinstance(last_year, kind.content) else None,
    )
    return Checked(document, diagnostics)


def _with_tables(tree: Tree, kind: Kind[Any], root: Path) -> Included:
    """Read the table files that a document names."""
    recipients = with_recipients(tree, kind.recipients, root) if kind.recipients else Included(tree)
    tables = with_tables(recipients.tree, kind.tables, root)
    paths = (*recipients.paths, *tables.paths)
    return Included(tables.tree, paths, (*recipients.diagnostics, *tables.diagnostics))


def _check(
    kind: Kind[Any], content: Content, parsed: ParsedFile, shared: Shared, office: Office
) -> Iterator[Problem]:
    """Ask the rules, and look at the files that the content names."""
    yield from check_content(kind, content, office)
    if kind.attachments:
        year = str(parsed.file.year)
        yield from check_attachments(kind.attachments(content), shared.root, year, shared.names)
    if kind.evidence:
        yield from check_evidence(content, kind.evidence, shared.root)


def _own_templates(kind: Kind[Any], root: Path) -> dict[str, Path]:
    """Find the office's own templates of a kind, by form."""
    paths = {form.name: own_template(root, form.name) for form in kind.forms}
    return {name: path for name, path in paths.items() if path}


def _annex(tree: Tree, kind: Kind[Any], content: Content, root: Path) -> Iterator[AnnexFile]:
    if kind.evidence is None:
        return
    for path, evidence, file in annexed_evidence(content, kind.evidence, root):
        cited = tuple(kind.evidence.citations(content, evidence.code))
        yield AnnexFile(evidence.code, evidence.name, file, *locate(tree, path), cited)


def _diagnose(tree: Tree, problem: Problem) -> Diagnostic:
    place, field = locate(tree, problem.path)
    return Diagnostic(problem.code, problem.message, place, problem.hint, problem.severity, field)


def _unknown_kind(parsed: ParsedFile, kinds: Kinds) -> Diagnostic:
    entry = parsed.tree.get("kind")
    hint = nearest_hint(parsed.kind, list(kinds.names))
    if entry is None:
        message = _("the key '{key}' is missing").format(key="kind")
        return Diagnostic("E214", message, parsed.tree.place, hint, field="kind")
    message = _("a kind of document is expected, found '{kind}'").format(kind=parsed.kind)
    return Diagnostic("E214", message, value_place(entry), hint, field="kind")
