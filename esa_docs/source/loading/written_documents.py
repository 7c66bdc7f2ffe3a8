"""Documents together with the trees of their files: what stands where, as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Location
from esa_docs.model.base import Content
from esa_docs.model.content_version import FIRST_WITH_MARKS
from esa_docs.model.document import Document
from esa_docs.model.project import Project
from esa_docs.source.folders.files import OFFICE_FILE, find_content, find_years, path_label
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.loading.joined_trees import joined_tree
from esa_docs.source.loading.parts import ParsedFile, parse_file
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import read_text


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document without faults, and what its files say.

    Attributes:
        document: the document.
        tree: its files as one tree, with the tables that it names.
        paths: its files, by the names that places have.
    """

    document: Document[Content]
    tree: yaml_tree.Mapping
    paths: Mapping[str, Path]

    @property
    def place(self) -> Location:
        """Its main file as a whole."""
        return Location(path_label(self.document.sources[0]))


def written_documents(project: Project) -> Iterator[WrittenDocument]:
    """Generate the documents of a project with their trees; their files are read once more for it."""
    files_by_owner: dict[str, list[ParsedFile]] = {}
    years, _faults = find_years(project.root)
    for file in find_content(project.root, years).files:
        parsed = parse_file(file).value
        if parsed is not None:
            files_by_owner.setdefault(parsed.owner, []).append(parsed)
    for document in project.documents:
        main_files = [file for file in files_by_owner.get(document.key, []) if not file.is_part]
        part_files = [file for file in files_by_owner.get(document.key, []) if file.is_part]
        # A file may have vanished since the project was read.
        if main_files:
            yield _written(project, document, main_files[0], part_files)


def _written(
    project: Project, document: Document[Content], main_file: ParsedFile, part_files: list[ParsedFile]
) -> WrittenDocument:
    kind = project.kinds.of(document)
    reads_columns = document.office.content >= FIRST_WITH_MARKS
    project_files = ProjectFiles(project.root)
    tree = joined_tree(main_file, part_files, kind, project_files, reads_columns=reads_columns).tree
    files = (main_file, *part_files)
    paths = {parsed.file.file_label: parsed.file.path for parsed in files}
    return WrittenDocument(document, tree, paths)


def written_office(project: Project) -> yaml_tree.Mapping | None:
    """Return what office.yaml says; None where it cannot be read."""
    path = project.root / OFFICE_FILE
    text = read_text(path, path_label(path))
    if text.value is None:
        return None
    return parse_yaml(text.value, path_label(path)).value
