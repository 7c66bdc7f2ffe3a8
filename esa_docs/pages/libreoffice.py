"""LibreOffice as a layout engine: many files in one call, watched; its PDFs are believed, no exit code."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from fontTools.ttLib import TTFont, TTLibError
from pypdf import PdfReader

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.i18n import gettext as _
from esa_docs.pages.engine import WRONG_FONTS, EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy, document_of
from esa_docs.pages.office_suite import console_program, read_product
from esa_docs.pages.pdf_reading import NotAPdfError, fonts_of, reading
from esa_docs.pages.unbroken_numbers import with_unbroken_numbers
from esa_docs.pages.watched_process import Ended, Watch, run_watched
from esa_docs.timing import Phase, measure

_QUIET_SECONDS: Final = 60.0
_BYTES_FOR_AS_LONG: Final = 128 * 1024
_NOISE: Final = ("Warning: failed to launch javaldx", "convert ", "Overwriting: ")
_DISTURBING: Final = ("PYTHONHOME", "PYTHONPATH", "SAL_", "OOO_", "VCL_", "URE_BOOTSTRAP", "LD_PRELOAD")
"""Beginnings of environment variables that change what LibreOffice does."""
_POSTSCRIPT_NAME: Final = 6
_SETTINGS: Final = (
    ("Common/Filter/PDF/Export", "ExportBookmarksToPDFDestination", "true"),
    ("Common/Filter/PDF/Export", "ExportBookmarks", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Java/VirtualMachine", "Enable", "false"),
)
_PROFILE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM: Final = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)


class LibreOffice:
    """LibreOffice with a profile and a folder of its own, both gone when it is closed.

    Options of the PDF are set in the profile: a command line would need quotation marks, which Windows
    mangles.
    """

    def __init__(self, program: Path, *, quiet_seconds: float = _QUIET_SECONDS) -> None:
        """Take the program.

        Args:
            program: ``soffice``.
            quiet_seconds: how long it may work on a file before it counts as stuck; as much again for every
                128 KiB of the largest file of a call.
        """
        self._program = console_program(program)
        self._quiet_seconds = quiet_seconds
        self._numbers = count()
        self._home: tempfile.TemporaryDirectory[str] | None = None
        self._profile: Path | None = None
        self._product, self._build = read_product(program)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Delete profile and folder."""
        if self._home is not None:
            self._home.cleanup()

    @property
    def name(self) -> str:
        """Give its name and version."""
        return self._product

    @property
    def identity(self) -> str:
        """Give its version and build."""
        return f"{self._product} {self._build}".strip()

    @property
    def limits(self) -> str:
        """Give nothing: others are measured by it."""
        return ""

    @property
    def draws(self) -> bool:
        """Say yes."""
        return True

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies in one call; those that fail once more, each alone with a fresh profile."""
        answers = self._convert(copies, with_pdf=with_pdf)
        for key, answer in answers.items():
            if isinstance(answer, EngineFault) and answer.code != WRONG_FONTS:
                self._profile = None
                answers |= self._convert({key: copies[key]}, with_pdf=with_pdf)
        return answers

    def _convert(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> dict[str, LaidOut | EngineFault]:
        if not copies:
            return {}
        with measure(Phase.PAGES, document_of(copies.values())):
            return self._answers(copies, with_pdf=with_pdf)

    def _answers(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> dict[str, LaidOut | EngineFault]:
        try:
            self._profile = self._profile or self._make_profile()
            made = self._put_files(copies)
        except OSError as fault:
            words = _("its working files cannot be written: {reason}").format(reason=fault.strerror or fault)
            return dict.fromkeys(copies, EngineFault(words))
        largest = max(len(copy.data) for copy in copies.values())
        quiet = self._quiet_seconds * (1 + largest / _BYTES_FOR_AS_LONG)
        watch = Watch(lambda: len(list(made.iterdir())), quiet, _NOISE)
        ended = run_watched(self._command(self._profile, len(copies)), made.parent, _environment(), watch)
        return {
            key: _read_answer(made / f"{number}.pdf", copy, ended, with_pdf=with_pdf)
            for number, (key, copy) in enumerate(copies.items())
        }

    def _put_files(self, copies: Mapping[str, LayoutCopy]) -> Path:
        """Write copies into a new folder, under short names; give the folder in it for their PDFs."""
        folder = self._new_folder()
        for number, copy in enumerate(copies.values()):
            (folder / f"{number}.docx").write_bytes(with_unbroken_numbers(copy.data))
        made = folder / "made"
        made.mkdir()
        return made

    def _command(self, profile: Path, files: int) -> list[str]:
        quiet = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        names = [f"{number}.docx" for number in range(files)]
        return [
            *(str(self._program), f"-env:UserInstallation={profile.as_uri()}", *quiet),
            *("--convert-to", "pdf:writer_pdf_Export", "--outdir", "made", *names),
        ]

    def _make_profile(self) -> Path:
        profile = self._new_folder()
        items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
        user = profile / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
        return profile

    def _new_folder(self) -> Path:
        if self._home is None:
            self._home = tempfile.TemporaryDirectory(prefix="esa-docs-", ignore_cleanup_errors=True)
        folder = Path(self._home.name) / str(next(self._numbers))
        folder.mkdir()
        return folder


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_DISTURBING)}
    return {**kept, "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"} if sys.platform == "linux" else kept


def _read_answer(path: Path, copy: LayoutCopy, ended: Ended, *, with_pdf: bool) -> LaidOut | EngineFault:
    """Read a PDF; the folder was empty before, so it is no old one."""
    try:
        data = path.read_bytes()
    except OSError:
        return EngineFault(_("it made no PDF; {how}").format(how=ended))
    try:
        with reading():
            reader = PdfReader(io.BytesIO(data))
            found = {
                name.removeprefix("/"): reader.get_destination_page_number(one)
                for name, one in reader.named_destinations.items()
            }
            places = {name: page + 1 for name, page in found.items() if page is not None}
            pages, fonts = len(reader.pages), fonts_of(data)
    except NotAPdfError as fault:
        return EngineFault(_("its PDF cannot be read ({reason}); {how}").format(reason=fault, how=ended))
    others = fonts - _font_names(copy.fonts)
    if others:
        message = _("the PDF has other fonts than those asked for: {names}").format(
            names=", ".join(sorted(others))
        )
        return EngineFault(message, WRONG_FONTS)
    return LaidOut(copy.bookmark_pages(places), pages, data if with_pdf else b"")


def _font_names(families: tuple[LayoutFamily, ...]) -> frozenset[str]:
    """Give the names by which a PDF calls the faces of families."""
    names = set()
    for face in (face for family in families for face in family.faces.values()):
        try:
            names.add(str(TTFont(io.BytesIO(face), lazy=True)["name"].getDebugName(_POSTSCRIPT_NAME)))
        except (TTLibError, KeyError):
            continue
    return frozenset(names)
