"""What keeps the papers of some content files from being built, and stands elsewhere than in these files.

It stands in tables and other files that they name, in parts of a paper, in office.yaml and the roster,
or in the office's own template.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic
from esa_docs.jobs.building.concerning import path_below_root
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label

_CONTENT: Final = ".yaml"


def findings_elsewhere(
    project: Project, diagnostics: Iterable[Diagnostic], paths: Iterable[Path]
) -> Iterator[Diagnostic]:
    """Generate the findings that concern the papers of content files and do not stand in these.

    Args:
        project: the project.
        diagnostics: all that is known of it.
        paths: paths of content files; others are passed over.
    """
    findings = tuple(diagnostics)
    for path in paths:
        if path.suffix == _CONTENT and path.is_file():
            yield from _of_file(project, findings, path)


def _of_file(project: Project, findings: tuple[Diagnostic, ...], path: Path) -> Iterator[Diagnostic]:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8", errors="replace"))
    templates = _templates_of(project, path)
    for finding in findings:
        file = finding.location.file
        name = unicodedata.normalize("NFC", file.rpartition("/")[2])
        is_named = not name.endswith(_CONTENT) and name in text
        if is_named or (finding.is_error and file in templates):
            yield finding
    key = _faulty_key(project, path)
    if key:
        yield from _of_faulty(project, findings, key, is_whole=key == _key_of(project, path))


def _of_faulty(
    project: Project, findings: tuple[Diagnostic, ...], key: str, *, is_whole: bool
) -> Iterator[Diagnostic]:
    """Generate the errors for which a paper cannot be built.

    Args:
        project: the project.
        findings: all that is known of it.
        key: ``year/name`` of the paper.
        is_whole: whether its main file is asked for, and not one of its parts alone.
    """
    own_errors = project.errors.get(key, ())
    if is_whole:
        yield from own_errors
    errors_of_papers: set[Diagnostic] = set()
    for errors in project.errors.values():
        errors_of_papers.update(errors)
    for finding in findings:
        is_shared = finding.is_error and finding not in errors_of_papers
        # Of office.yaml and the roster each paper has something; of the rest, one without errors of its own.
        if is_shared and (not own_errors or "/" not in path_below_root(project, finding.location)):
            yield finding


def _templates_of(project: Project, path: Path) -> set[str]:
    """Return the own templates in which the papers are printed that are made from a file."""
    resolved = path.resolve()
    templates: set[str] = set()
    for document in project.documents:
        if document.template is not None and resolved in [source.resolve() for source in document.sources]:
            templates.add(path_label(document.template))
    return templates


def _faulty_key(project: Project, path: Path) -> str:
    """Return the paper with errors of which a file is the main file or a part; empty where there is none."""
    key = _key_of(project, path)
    # The parts of a paper lie in the folder of its name.
    while key and key not in project.faulty:
        key = key.rpartition("/")[0]
    return key


def _key_of(project: Project, path: Path) -> str:
    """Return ``year/name`` as the place of a file says it; empty for a file outside the project."""
    root, resolved = project.root.resolve(), path.resolve()
    if not resolved.is_relative_to(root):
        return ""
    year, _slash, name = resolved.relative_to(root).with_suffix("").as_posix().partition("/")
    return f"{thai.to_arabic_digits(year)}/{unicodedata.normalize('NFC', name)}"
