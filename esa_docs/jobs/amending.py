"""Drafts of what takes somebody out who leaves, of every kind that people are appointed by."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.draft import Draft
from esa_docs.model.people import Person
from esa_docs.model.project import Project


def draft_amendments(project: Project, person: Person, year: int | None = None) -> Iterator[Draft]:
    """Draft what takes a person out of the documents in force that name the person.

    Args:
        project: where the documents are; those of all years tell what is in force.
        person: who leaves.
        year: fiscal year whose documents are wanted; None for all.
    """
    for kind in project.kinds:
        if kind.amendments is None:
            continue
        documents = [document for document in project.documents if document.kind == kind.name]
        for document in kind.amendments.in_force(documents, person):
            if year in {None, document.year}:
                yield kind.amendments.draft(document, person)
