"""What a test sees of the machine it runs on: the same on every machine.

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
from esa_docs.jobs import run
from esa_docs.pages import available_engines, office_suite
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.expected_engine import rdocx_limits, rdocx_name
from esa_docs.pages.layout_copy import LayoutCopy

OFFICE_PROGRAMS: Final = ("soffice", "libreoffice")
_OF_THE_USER: Final = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA")
_OF_WINDOWS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)")


@dataclass(frozen=True, slots=True)
class OnePage:
    """An engine in the place of rdocx, at once done: whatever it is given fits on one page.

    Attributes:
        name: what rdocx is called, since reports tell it.
        identity: the same.
        limits: what rdocx cannot do.
        draws: it makes no PDF, as rdocx makes none.
    """

    name: str
    identity: str
    limits: str
    draws: bool = False

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Put every mark of every copy on page 1."""
        return {key: _on_one_page(copy) for key, copy in copies.items()}


def one_page() -> OnePage:
    """Make the engine."""
    return OnePage(rdocx_name(), rdocx_name(), rdocx_limits())


def _on_one_page(copy: LayoutCopy) -> LaidOut:
    sections = [section.bookmark for section in copy.sections]
    return LaidOut(copy.bookmark_pages(dict.fromkeys((*copy.marks, *sections), 1)), 1)


class Apart:
    """Keeps the machine away from tests, to each as its marks ask for."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for links to programs, there as long as the tests run."""
        self._path = path_without_office_suite(folder)

    @contextmanager
    def while_running(self, item: pytest.Item) -> Iterator[None]:
        """Hide from a test, and from all that is set up for it, what it must not depend on."""
        marks = {mark.name for mark in item.iter_markers()}
        empty = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        with empty as folder, pytest.MonkeyPatch.context() as patch:
            patch.delenv(LANGUAGE_VARIABLE, raising=False)
            _hide_fonts(patch, folder)
            if not marks & {"office", "slow"}:
                _hide_user(patch, folder)
            if not marks & {"office"}:
                self._hide_office_suite(patch, folder)
            if not marks & {"office", "engines"}:
                patch.setattr(_Guard, "is_on_watch", True)
            if not marks & {"office", "acceptance"}:
                patch.setattr(run, "ProcessPoolExecutor", _refuse_workers)
            if not marks & {"office", "engines"}:
                patch.setattr(available_engines, "Rdocx", one_page)
            yield

    def _hide_office_suite(self, patch: pytest.MonkeyPatch, empty: str) -> None:
        """Let neither a test nor a program it starts find LibreOffice."""
        patch.setenv("PATH", self._path)
        patch.setattr(office_suite, "_MAC_OFFICE", f"{empty}/soffice")
        for name in _OF_WINDOWS:
            patch.setenv(name, empty)


def _hide_fonts(patch: pytest.MonkeyPatch, empty: str) -> None:
    patch.setenv(FONTS_VARIABLE, empty)
    patch.setattr(lookup, "installed_folders", lambda: ())


def _hide_user(patch: pytest.MonkeyPatch, empty: str) -> None:
    for name in _OF_THE_USER:
        patch.setenv(name, empty)


def path_without_office_suite(links: Path) -> str:
    """Give a PATH by which everything is found but LibreOffice.

    A folder that holds it gives way to one of links to its other programs; on Windows, where it has a folder
    to itself, to none.
    """
    kept = []
    for number, place in enumerate(os.environ.get("PATH", "").split(os.pathsep)):
        if not any(shutil.which(name, path=place) for name in OFFICE_PROGRAMS):
            kept.append(place)
        elif sys.platform != "win32":
            kept.append(str(_link_others(Path(place), links / str(number))))
    return os.pathsep.join(kept)


def _link_others(place: Path, folder: Path) -> Path:
    """Make a folder of links to the programs of another, without LibreOffice."""
    folder.mkdir(parents=True)
    for program in place.iterdir():
        if program.name not in OFFICE_PROGRAMS:
            (folder / program.name).symlink_to(program)
    return folder


def _refuse_workers(*_arguments: Any, **_options: Any) -> NoReturn:
    pytest.fail("a unit test starts worker processes: build with one, or mark the test 'acceptance'")


class _Guard:
    """Fails a test that starts LibreOffice and is not marked for it, however it found it."""

    is_on_watch = False

    @staticmethod
    def look(event: str, arguments: tuple[Any, ...]) -> None:
        """Look at what Python is about to do."""
        if not _Guard.is_on_watch or event != "subprocess.Popen":
            return
        program, words = arguments[:2]
        started = Path(program or (words if isinstance(words, str) else words[0]))
        if started.stem.casefold() in OFFICE_PROGRAMS:
            pytest.fail(f"a test that is not marked 'office' starts LibreOffice: {started}")


sys.addaudithook(_Guard.look)
