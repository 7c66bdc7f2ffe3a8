"""Drafts that take a person who leaves out of the documents that appoint people."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.draft import Draft
from esa_docs.model.people import Person
from esa_docs.model.project import Project


def draft_amendments(project: Project, person: Person, year: int | None = None) -> Iterator[Draft]:
    """Generate a draft for each document in force that names a person.

    Args:
        project: where the documents are. Those of all years decide which are in force.
        person: who leaves.
        year: fiscal year whose documents are amended; None for all years.
    """
    for kind in project.kinds:
        if kind.amendments is None:
            continue
        documents = [document for document in project.documents if document.kind == kind.name]
        for document, draft in kind.amendments.drafts(documents, person):
            if year is None or document.year == year:
                yield draft
