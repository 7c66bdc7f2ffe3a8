"""The machine: what it has, its fonts, and what a maintainer needs to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.api.clock import this_day
from esa_docs.api.projects import forms
from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.jobs.building.concerning import findings_of_whole
from esa_docs.kinds import KINDS
from esa_docs.source.folders.files import is_project
from esa_docs.source.loading.project import errors_of_office_and_roster, load_project

if TYPE_CHECKING:
    from esa_docs.fonts.reading import Face
    from esa_docs.fonts.state import FamilyState


def examine_machine(root: Path, out: Path) -> tuple[Diagnostic, ...]:
    """Examine program, templates, project, output folder and office suite; return the diagnostics.

    Args:
        root: project folder.
        out: output folder.
    """
    from esa_docs.doctor import examine  # noqa: PLC0415 loads what only the doctor needs

    today = this_day()
    return examine(root, out, forms(), _findings_of_project(root, today), today=today)


def _findings_of_project(root: Path, today: dt.date) -> tuple[Diagnostic, ...]:
    """Return what keeps a project from building: errors of office.yaml and the roster; else a missing emblem.

    A folder that is no project has none of its own.
    """
    if not is_project(root):
        return ()
    try:
        errors = errors_of_office_and_roster(root, KINDS, today=today)
        if errors:
            return errors
        return tuple(findings_of_whole(load_project(root, KINDS, today=today)))
    except EsaDocsError as fault:
        return fault.diagnostics


def pack_for_maintainer(root: Path, diagnostics: Iterable[Diagnostic]) -> tuple[bytes, str]:
    """Pack what a maintainer needs into a zip file, without anything personal.

    Args:
        root: project folder; where it is none, the file says so.
        diagnostics: those of ``examine_machine``.

    Returns:
        The zip file, and what it holds in words.
    """
    from esa_docs.support.bundle import explain_bundle, pack_bundle  # noqa: PLC0415 as above

    return pack_bundle(root, KINDS, forms(), diagnostics, today=this_day()), explain_bundle()


def keep_fonts(sources: tuple[Path, ...]) -> tuple[tuple[Face, ...], Path]:
    """Get the font families and keep them for layout; return their faces and the folder.

    Args:
        sources: wheels, zip files, folders or font files to take them from; empty to fetch them from the net.

    Raises:
        MachineError: they cannot be fetched or written.
    """
    from esa_docs.fonts.fetching import fetch_faces  # noqa: PLC0415 loads fontTools
    from esa_docs.fonts.installing import keep_faces  # noqa: PLC0415

    faces = tuple(fetch_faces(sources))
    return faces, keep_faces(faces)


def install_fonts(faces: Iterable[Face]) -> Path:
    """Install faces for this user and return their folder.

    Raises:
        MachineError: they cannot be written.
    """
    from esa_docs.fonts.installing import install_faces  # noqa: PLC0415 as above

    return install_faces(tuple(faces))


def look_at_fonts(families: Iterable[str]) -> dict[str, tuple[FamilyState, tuple[Diagnostic, ...]]]:
    """Return the state of each font family on this machine and its diagnostics, by the name of the family."""
    from esa_docs.fonts.state import check_family, look_at_family  # noqa: PLC0415 as above

    states: dict[str, tuple[FamilyState, tuple[Diagnostic, ...]]] = {}
    for family in families:
        state = look_at_family(family)
        states[family] = (state, tuple(check_family(state)))
    return states
