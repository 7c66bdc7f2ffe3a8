"""The annexes of a paper: what is wrong with the files that they name, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from esa_docs.model.annexes import Annex
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.kind import Kind
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.problem import Problem
from esa_docs.source.assets.annexes import AnnexPlaces, annex_sources, bound_annexes, check_annexes
from esa_docs.source.assets.evidence import annex_of
from esa_docs.source.folders.files import ContentFile
from esa_docs.source.loading.shared import Shared
from esa_docs.source.yaml_files.tree import Mapping as Tree


def check_paper_annexes(content: Content, file: ContentFile, shared: Shared) -> Iterator[Problem]:
    """Generate the problems of files and papers that the annexes of a paper name.

    Args:
        content: what the paper says.
        file: its content file.
        shared: what every document needs.
    """
    annexes = _annexes_of(content)
    if annexes:
        yield from check_annexes(annexes, _places(file.year, shared), file.name)


def with_annexes(document: Document[Any], kind: Kind[Any], tree: Tree, shared: Shared) -> Document[Any]:
    """Return a paper that knows where its annexes come from; those of PDF pages stand before its evidence.

    Args:
        document: the paper.
        kind: its kind.
        tree: the content files that it is made from.
        shared: what every document needs.
    """
    mark = mark_of(document.content)
    evidence = [replace(file, mark=mark) for file in annex_of(tree, kind, document.content, shared.files)]
    annexes = _annexes_of(document.content)
    if not annexes:
        return replace(document, annex=tuple(evidence)) if evidence else document
    sources = tuple(annex_sources(annexes, tree, _places(document.year, shared)))
    bound = bound_annexes(annexes, sources, document.form.own_annexes)
    annex = (*(replace(file, mark=mark) for file in bound), *evidence)
    return replace(document, annex=annex, annex_sources=sources)


def mark_of(content: Content) -> str:
    """Return what each page of a paper must bear, such as ลับ; empty where nothing is."""
    return content.mark_of_pages if isinstance(content, OfficialPaper) else ""


def _annexes_of(content: Content) -> tuple[Annex, ...]:
    return content.annexes if isinstance(content, OfficialPaper) else ()


def _places(year: int, shared: Shared) -> AnnexPlaces:
    return AnnexPlaces(shared.files, str(year), shared.names, shared.histories)
