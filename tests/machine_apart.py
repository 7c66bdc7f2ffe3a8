"""Hide from tests the machine they run on, so that they see the same on every machine.

A test sees no fonts, no LibreOffice and nothing of the user; an engine made up for it lays out its pages. An
acceptance test (all of ``tests/acceptance``, and those marked so) may start processes of the program as well:
they see as little and lay out with rdocx. One marked ``engines`` has rdocx itself; only one marked ``office``
has LibreOffice and real faces.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest

from esa_docs.fonts import lookup
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.i18n import LANGUAGE_VARIABLE
from esa_docs.jobs.building import working_processes
from esa_docs.pages import available_engines, office_suite
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.expected_engine import rdocx_limits, rdocx_name
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.word.pictures.picture_cache import PICTURES_VARIABLE

OFFICE_PROGRAMS: Final = ("soffice", "libreoffice")
_VARIABLES_OF_USER: Final = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA")
_VARIABLES_OF_WINDOWS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)")


@dataclass(frozen=True, slots=True)
class OnePage:
    """An engine in the place of rdocx that takes no time: every document fits on one page.

    Attributes:
        name: the name of rdocx, since reports name the engine.
        identity: the same.
        limits: what rdocx cannot do.
        draws: whether it makes a PDF; rdocx makes none.
    """

    name: str
    identity: str
    limits: str
    draws: bool = False

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Return page 1 for every mark of every copy."""
        return {key: _on_one_page(copy) for key, copy in copies.items()}


def one_page() -> OnePage:
    """Return the engine."""
    return OnePage(rdocx_name(), rdocx_name(), rdocx_limits())


def _on_one_page(copy: LayoutCopy) -> LaidOut:
    bookmarks = [*copy.marks, *(section.bookmark for section in copy.sections)]
    pages = dict.fromkeys(bookmarks, 1)
    return LaidOut(copy.bookmark_pages(pages), 1)


class Apart:
    """What hides the machine from tests; the marks of a test say how much.

    Args:
        folder: for links to programs; it stays as long as the tests run.
    """

    def __init__(self, folder: Path) -> None:
        self._path = path_without_office_suite(folder)

    @contextmanager
    def while_running(self, item: pytest.Item) -> Iterator[None]:
        """Hide from a test and its fixtures what it must not depend on."""
        marks = {mark.name for mark in item.iter_markers()}
        empty = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        with empty as folder, pytest.MonkeyPatch.context() as patch:
            patch.delenv(LANGUAGE_VARIABLE, raising=False)
            _hide_fonts(patch, folder)
            _hide_pictures(patch, folder)
            if not marks & {"office", "slow"}:
                _hide_user(patch, folder)
            if not marks & {"office"}:
                self._hide_office_suite(patch, folder)
            if not marks & {"office", "engines"}:
                patch.setattr(_Guard, "is_on_watch", True)
            if not marks & {"office", "acceptance"}:
                patch.setattr(working_processes, "ProcessPoolExecutor", _refuse_workers)
            if not marks & {"office", "engines"}:
                patch.setattr(available_engines, "Rdocx", one_page)
            yield

    def _hide_office_suite(self, patch: pytest.MonkeyPatch, empty: str) -> None:
        """Let neither a test nor a program it starts find LibreOffice."""
        patch.setenv("PATH", self._path)
        patch.setattr(office_suite, "_MAC_OFFICE", f"{empty}/soffice")
        for name in _VARIABLES_OF_WINDOWS:
            patch.setenv(name, empty)


def _hide_fonts(patch: pytest.MonkeyPatch, empty: str) -> None:
    patch.setenv(FONTS_VARIABLE, empty)
    patch.setattr(lookup, "installed_folders", lambda: ())


def _hide_pictures(patch: pytest.MonkeyPatch, empty: str) -> None:
    """Let a test find no picture that another build has prepared."""
    patch.setenv(PICTURES_VARIABLE, str(Path(empty) / "pictures"))


def _hide_user(patch: pytest.MonkeyPatch, empty: str) -> None:
    for name in _VARIABLES_OF_USER:
        patch.setenv(name, empty)


def path_without_office_suite(links: Path) -> str:
    """Return a PATH by which everything is found but LibreOffice.

    A folder that holds it is replaced by one of links to its other programs.

    Args:
        links: folder for the folders of links.
    """
    folders: list[str] = []
    for number, folder in enumerate(os.environ.get("PATH", "").split(os.pathsep)):
        has_office_suite = any(shutil.which(name, path=folder) for name in OFFICE_PROGRAMS)
        if not has_office_suite:
            folders.append(folder)
        # On Windows LibreOffice has a folder to itself, which is left out.
        elif sys.platform != "win32":
            links_of_folder = links / str(number)
            _link_other_programs(Path(folder), links_of_folder)
            folders.append(str(links_of_folder))
    return os.pathsep.join(folders)


def _link_other_programs(folder: Path, links: Path) -> None:
    """Make a folder of links to the programs of another, without LibreOffice."""
    links.mkdir(parents=True)
    for program in folder.iterdir():
        if program.name not in OFFICE_PROGRAMS:
            (links / program.name).symlink_to(program)


def _refuse_workers(*_arguments: Any, **_options: Any) -> NoReturn:
    pytest.fail("a unit test starts worker processes: build with one, or mark the test 'acceptance'")


class _Guard:
    """A guard that fails a test which starts LibreOffice, however it found it, without the mark for that."""

    is_on_watch = False

    @staticmethod
    def look(event: str, arguments: tuple[Any, ...]) -> None:
        """Look at an audit event of Python and its arguments, and fail if it starts LibreOffice."""
        if not _Guard.is_on_watch or event != "subprocess.Popen":
            return
        program, words = arguments[:2]
        if not program:
            program = words if isinstance(words, str) else words[0]
        path = Path(program)
        if path.stem.casefold() in OFFICE_PROGRAMS:
            pytest.fail(f"a test that is not marked 'office' starts LibreOffice: {path}")


sys.addaudithook(_Guard.look)
