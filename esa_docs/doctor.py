"""Checks of a machine: what it needs to build documents, one after the other."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, EsaDocsError, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.pages.office_suite import find_office_suite
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import is_project, path_label
from esa_docs.source.folders.named_files import folder_place
from esa_docs.source.folders.no_project import is_lost_project, no_project
from esa_docs.system_words import reason_in_words
from esa_docs.word.templates.reading.template_file import shipped_template

_PACKAGES: Final = (
    "esa-docs",
    "jinja2",
    "lxml",
    "pydantic",
    "pyyaml",
    "filelock",
    "click",
    "rich",
    "fonttools",
    "nlpo3",
    "pillow",
    "pythainlp",
    "pypdf",
    "rdocx",
)
# MAX_PATH of Windows: Word may not open a file whose path is longer.
_LONGEST_WINDOWS_PATH: Final = 260
_ROOM_FOR_NAMES: Final = 80
"""Characters for the names of folders and files below the output folder."""


def examine(
    root: Path, out: Path, forms: Iterable[str], findings_of_project: Iterable[Diagnostic], *, today: dt.date
) -> tuple[Diagnostic, ...]:
    """Return what is to be told of a project and a machine.

    These are the findings of the project, what to do where there is none, the program with its packages, the
    templates, the project folder, the output folder and the office suite.

    Args:
        root: project folder.
        out: output folder.
        forms: names of the forms, each of which has a shipped template.
        findings_of_project: what is to be mended in office.yaml and the roster.
        today: the day whose year a hint proposes where there is no project.
    """
    return (
        *findings_of_project,
        *_check_no_project(root, today),
        *_check_program(),
        *_check_templates(forms),
        *_check_project(root),
        *_check_output_folder(out),
        *_check_office_suite(),
    )


def _check_program() -> Iterator[Diagnostic]:
    yield _info("E900", f"Python {platform.python_version()}, {platform.system()}", sys.executable)
    for name in _PACKAGES:
        try:
            yield _info("E900", f"{name} {version(name)}", name)
        except PackageNotFoundError:
            message = _("the package {name} is missing").format(name=name)
            yield Diagnostic("E903", message, Location(name), _("Install esa-docs again."))


def _check_templates(forms: Iterable[str]) -> Iterator[Diagnostic]:
    for form in forms:
        try:
            yield _info("E900", _("template found"), path_label(shipped_template(f"{form}.docx")))
        except EsaDocsError as fault:
            yield from fault.diagnostics


def _check_no_project(root: Path, today: dt.date) -> Iterator[Diagnostic]:
    """Generate what to do in a folder that is no project (E902): a warning where one may yet be begun."""
    if is_project(root):
        return
    diagnostic = no_project(root, today)
    if not is_lost_project(root):
        diagnostic = replace(diagnostic, severity=Severity.WARNING)
    yield diagnostic


def _check_project(root: Path) -> Iterator[Diagnostic]:
    if is_project(root):
        yield _info("E900", _("project found"), path_label(root))
        yield from _check_locks(root, root)


def _check_output_folder(out: Path) -> Iterator[Diagnostic]:
    yield from _check_writing(out)
    yield from _check_locks(_nearest_existing(out), out)
    if sys.platform == "win32":
        yield from _check_path_length(out)


def _check_writing(out: Path) -> Iterator[Diagnostic]:
    # The output folder may not exist yet: a build makes it in the nearest folder above that does.
    folder = _nearest_existing(out)
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            yield _info("E900", _("output folder can be written"), path_label(out))
    except OSError as fault:
        message = _("the output folder cannot be written: {reason}").format(reason=reason_in_words(fault))
        yield Diagnostic("E904", message, folder_place(out), _("Choose another one with --out DIR."))


def _check_locks(folder: Path, place: Path) -> Iterator[Diagnostic]:
    """Generate a warning if a folder gives no locks (E434). One that cannot be written is told elsewhere.

    Args:
        folder: the folder, which is there.
        place: the folder that the warning names.
    """
    from filelock import FileLock  # noqa: PLC0415 only here

    with suppress(OSError), tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
        lock = FileLock(Path(name) / "lock", preserve_lock_file=True, fallback_to_soft=False)
        try:
            lock.acquire(timeout=0)
            lock.release()
        except OSError as fault:
            message = _("this folder gives no locks ({reason}): two commands at a time are not kept apart")
            text = message.format(reason=reason_in_words(fault))
            hint = _("Let nobody else work in it meanwhile, or move it to a disk of this machine.")
            yield Diagnostic("E434", text, Location(path_label(place)), hint, Severity.WARNING)


def _nearest_existing(path: Path) -> Path:
    """Return a path if it exists, else the nearest folder above it that exists."""
    absolute_path = path.absolute()
    places = (absolute_path, *absolute_path.parents)
    return next(place for place in places if is_there(place))


def _check_path_length(out: Path) -> Iterator[Diagnostic]:
    """Generate a warning if the paths of files in the output folder may be too long for Word on Windows."""
    if len(str(out.absolute())) > _LONGEST_WINDOWS_PATH - _ROOM_FOR_NAMES:
        message = _("the path of the output folder is very long: Word may not open files in it")
        hint = _("Choose another one with --out DIR.")
        yield Diagnostic("E905", message, folder_place(out), hint, Severity.WARNING)


def _check_office_suite() -> Iterator[Diagnostic]:
    office_suite = find_office_suite()
    if office_suite:
        yield _info("E900", _("LibreOffice found"), office_suite.as_posix())
    else:
        yield _info("E900", _("LibreOffice not found; Word files are made without it"), "soffice")


def _info(code: str, message: str, place: str) -> Diagnostic:
    return Diagnostic(code, message, Location(place), severity=Severity.INFO)
