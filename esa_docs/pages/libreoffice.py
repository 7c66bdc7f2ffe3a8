"""LibreOffice as a layout engine: it turns many files into PDFs in one call, and is watched meanwhile."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from fontTools.ttLib import TTFont, TTLibError
from pypdf import PdfReader

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.package import NotAPackageError
from esa_docs.pages.asked_fonts import font_fault
from esa_docs.pages.engine import WRONG_FONTS, EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy, document_of
from esa_docs.pages.libreoffice_profile import write_profile
from esa_docs.pages.office_suite import console_program, read_product
from esa_docs.pages.pdf_reading import NotAPdfError, fonts_of, reading
from esa_docs.pages.unbroken_numbers import with_unbroken_numbers
from esa_docs.pages.watched_process import Ending, Watch, run_watched
from esa_docs.pages.whole_letters import with_whole_letters
from esa_docs.system_words import reason_in_words
from esa_docs.temporary_folder import TemporaryFolder
from esa_docs.timing import Phase, measure

_QUIET_SECONDS: Final = 60.0
_BYTES_FOR_AS_LONG: Final = 128 * 1024
"""So many bytes of the largest file of a call let LibreOffice be quiet for as long again."""
_NOISE: Final = ("Warning: failed to launch javaldx", "convert ", "Overwriting: ")
"""Beginnings of lines that LibreOffice writes where nothing is wrong."""
_DISTURBING: Final = ("PYTHONHOME", "PYTHONPATH", "SAL_", "OOO_", "VCL_", "URE_BOOTSTRAP", "LD_PRELOAD")
"""Beginnings of environment variables that change what LibreOffice does."""
_POSTSCRIPT_NAME: Final = 6
"""The id of the name by which a PDF names a font, in the font's table of names."""
_PDF_FOLDER: Final = "made"


class LibreOffice:
    """LibreOffice with a profile and a folder of its own, both deleted when it is closed."""

    def __init__(self, program: Path, *, quiet_seconds: float = _QUIET_SECONDS) -> None:
        """Take the program, which `lay_out` starts.

        Args:
            program: ``soffice``.
            quiet_seconds: how long it may work on a file before it counts as stuck. It gets as long again
                for every 128 KiB of the largest file of a call.
        """
        self._program = console_program(program)
        self._quiet_seconds = quiet_seconds
        self._folder_numbers = count()
        self._home: TemporaryFolder | None = None
        self._profile: Path | None = None
        self._product, self._build = read_product(program)

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Delete profile and folder."""
        if self._home is not None:
            self._home.close()

    @property
    def name(self) -> str:
        """Its name and version."""
        return self._product

    @property
    def identity(self) -> str:
        """Its name, version and build."""
        return f"{self._product} {self._build}".strip()

    @property
    def limits(self) -> str:
        """An empty text: other engines are measured by it."""
        return ""

    @property
    def draws(self) -> bool:
        """True: it draws letters, and makes PDFs."""
        return True

    def lay_out(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies in one call, and those that fail once more, each alone and with a fresh profile."""
        answers = self._convert(copies, with_pdf=with_pdf)
        for key, copy in copies.items():
            if _is_worth_a_retry(answers[key]):
                self._profile = None
                answers |= self._convert({key: copy}, with_pdf=with_pdf)
        return with_whole_letters(copies, answers, partial(self._convert, with_pdf=with_pdf))

    def _convert(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> dict[str, LaidOut | EngineFault]:
        if not copies:
            return {}
        with measure(Phase.PAGES, document_of(copies.values())):
            return self._convert_in_one_call(copies, with_pdf=with_pdf)

    def _convert_in_one_call(
        self, copies: Mapping[str, LayoutCopy], *, with_pdf: bool
    ) -> dict[str, LaidOut | EngineFault]:
        try:
            if self._profile is None:
                self._profile = self._make_profile()
            pdf_folder = self._put_files(copies)
        except OSError as fault:
            words = _("its working files cannot be written: {reason}").format(reason=reason_in_words(fault))
            return dict.fromkeys(copies, EngineFault(words))
        command = self._command(self._profile, len(copies))
        watch = self._watch(copies, pdf_folder)
        ending = run_watched(command, pdf_folder.parent, _environment(), watch)
        answers: dict[str, LaidOut | EngineFault] = {}
        for number, (key, copy) in enumerate(copies.items()):
            path = pdf_folder / f"{number}.pdf"
            answers[key] = _read_answer(path, copy, ending, with_pdf=with_pdf)
        return answers

    def _watch(self, copies: Mapping[str, LayoutCopy], pdf_folder: Path) -> Watch:
        """Return how LibreOffice is watched: it gets on with its work as long as PDFs appear."""
        largest = max(len(copy.data) for copy in copies.values())
        quiet_seconds = self._quiet_seconds * (1 + largest / _BYTES_FOR_AS_LONG)
        return Watch(lambda: len(list(pdf_folder.iterdir())), quiet_seconds, _NOISE)

    def _put_files(self, copies: Mapping[str, LayoutCopy]) -> Path:
        """Write copies into a new folder, under short names; return the folder in it for their PDFs."""
        folder = self._new_folder()
        for number, copy in enumerate(copies.values()):
            path = folder / f"{number}.docx"
            path.write_bytes(with_unbroken_numbers(copy.data))
        pdf_folder = folder / _PDF_FOLDER
        pdf_folder.mkdir()
        return pdf_folder

    def _command(self, profile: Path, file_count: int) -> list[str]:
        # Files are lost where another LibreOffice uses the same profile.
        own_profile = f"-env:UserInstallation={profile.as_uri()}"
        no_windows = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        conversion = ("--convert-to", "pdf:writer_pdf_Export", "--outdir", _PDF_FOLDER)
        names = [f"{number}.docx" for number in range(file_count)]
        return [str(self._program), own_profile, *no_windows, *conversion, *names]

    def _make_profile(self) -> Path:
        profile = self._new_folder()
        write_profile(profile)
        return profile

    def _new_folder(self) -> Path:
        if self._home is None:
            self._home = TemporaryFolder()
        folder = self._home.path / str(next(self._folder_numbers))
        folder.mkdir()
        return folder


def _is_worth_a_retry(answer: LaidOut | EngineFault) -> bool:
    """Return whether a second try may help. It does not cure wrong fonts."""
    return isinstance(answer, EngineFault) and answer.code != WRONG_FONTS


def _environment() -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_DISTURBING)}
    if sys.platform == "linux":
        # This plugin of LibreOffice needs no display.
        environment["SAL_USE_VCLPLUGIN"] = "svp"
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def _read_answer(path: Path, copy: LayoutCopy, ending: Ending, *, with_pdf: bool) -> LaidOut | EngineFault:
    """Return the pages of a copy from its PDF, or the fault of the PDF.

    The PDF alone decides: LibreOffice may end with exit code 0 and have made none. The PDF is no old one, for
    its folder was empty.
    """
    try:
        pdf = path.read_bytes()
    except OSError:
        return EngineFault(_("it made no PDF; {how}").format(how=ending))
    try:
        with reading():
            reader = PdfReader(io.BytesIO(pdf))
            pages_of_marks = _pages_of_destinations(reader)
            page_count = len(reader.pages)
            fonts = fonts_of(pdf)
    except NotAPdfError as fault:
        return EngineFault(_("its PDF cannot be read ({reason}); {how}").format(reason=fault, how=ending))
    other_fonts = fonts - _font_names(copy.fonts)
    if other_fonts and (not copy.bears_files or font_fault(copy) is not None):
        return _fault_of_fonts(copy, other_fonts)
    bookmarks = copy.bookmark_pages(pages_of_marks)
    if not with_pdf:
        pdf = b""
    return LaidOut(bookmarks, page_count, pdf, copy.replaced_fonts(fonts))


def _fault_of_fonts(copy: LayoutCopy, other_fonts: Iterable[str]) -> EngineFault:
    """Return the fault of a PDF with other fonts than those embedded, by the families its file names."""
    try:
        # The machine put these in the place of a family: the reader knows the one that the file asks for.
        fault = font_fault(copy)
    except NotAPackageError:
        fault = None
    if fault is not None:
        return fault
    text = _("the PDF has other fonts than those asked for: {names}")
    return EngineFault(text.format(names=", ".join(sorted(other_fonts))), WRONG_FONTS)


def _pages_of_destinations(reader: PdfReader) -> dict[str, int]:
    """Return the physical page, from 1, of each named destination, which LibreOffice makes of a bookmark."""
    pages: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        index = reader.get_destination_page_number(destination)
        if index is not None:
            # LibreOffice writes destinations as PDF names, which begin with a slash.
            pages[name.removeprefix("/")] = index + 1
    return pages


def _font_names(families: Iterable[LayoutFamily]) -> frozenset[str]:
    """Return the names that the faces of families have in a PDF."""
    names: set[str] = set()
    for family in families:
        for face in family.faces.values():
            # A face that cannot be read is not expected in a PDF.
            with suppress(TTLibError, KeyError):
                font = TTFont(io.BytesIO(face), lazy=True)
                names.add(str(font["name"].getDebugName(_POSTSCRIPT_NAME)))
    return frozenset(names)
