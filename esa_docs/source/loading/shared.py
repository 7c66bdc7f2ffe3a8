"""What the documents of a project share: office, people, editions, templates, kept versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from esa_docs.model.content_version import FIRST_WITH_MARKS
from esa_docs.model.document import Emblem
from esa_docs.model.edition import Edition
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.person_names import People
from esa_docs.source.assets.own_templates import OwnTemplates
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.loading.shared_trees import SharedTrees


@dataclass(frozen=True, slots=True)
class Shared:
    """The values that every document of the project needs.

    Attributes:
        root: project folder.
        kinds: the kinds of documents.
        office: whose documents they are; None where it is faulty.
        people: the roster; None where it is faulty.
        today: the day as of which documents without a date name people.
        trees: the files of office and roster, to find the places of problems.
        files: the files that content names.
        emblem: picture of the emblem; None where the office names none.
        names: ``year/name`` of every document there is a file for.
        unreadable: ``year/name`` of those whose file cannot be read.
        schemes: editions of assessment schemes by id; None for a faulty edition.
        templates: the office's own templates.
        histories: the kept versions of papers, by ``year/name``.
    """

    root: Path
    kinds: Kinds
    office: Office | None
    people: People | None
    today: dt.date
    trees: SharedTrees
    files: ProjectFiles
    emblem: Emblem | None = None
    names: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    schemes: Mapping[str, Edition | None] = field(default_factory=dict)
    templates: OwnTemplates = field(default_factory=OwnTemplates)
    histories: Mapping[str, History] = field(default_factory=dict)

    @property
    def reads_marks(self) -> bool:
        """Whether marks in texts mean something; of a faulty office nobody knows, so they stay as typed."""
        return self.office is not None and self.office.content >= FIRST_WITH_MARKS
