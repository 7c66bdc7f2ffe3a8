"""A finished document with its annexes: their styles, their sections, and the Word files among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from esa_docs.diagnostics import Checked, ContentError, Diagnostic
from esa_docs.model.annexes import AnnexSort
from esa_docs.model.document import AnnexSource, Document
from esa_docs.ooxml.package import DOCUMENT_PART, Parts, read_package, write_package
from esa_docs.word.annexes.marked_pages import check_marked_pages
from esa_docs.word.annexes.own_heads import is_head_of_file
from esa_docs.word.annexes.own_styles import annex_styles
from esa_docs.word.annexes.sections import FileInSections, references_of_paper, with_sections
from esa_docs.word.note_order import notes_in_order
from esa_docs.word.templates.loops.copies import NOTE_PARTS
from esa_docs.word.templates.reading.template_parts import STYLES_PART

_SETTINGS_PART: Final = "word/settings.xml"
_LYING: Final = b'w:orient="landscape"'
_EVEN_PAGES: Final = b"<w:evenAndOddHeaders"


def finish_annexes(data: bytes, document: Document[Any]) -> Checked[bytes]:
    """Return a Word file whose annexes are sections of their own, and what is told of the files among them.

    Args:
        data: the Word file with marks where its annexes begin.
        document: the document.

    Raises:
        ContentError: a Word file cannot be put in (E301, E344, E485).
    """
    parts = read_package(data)
    styles = parts[STYLES_PART].decode()
    parts[STYLES_PART] = annex_styles(styles).put_into(styles).encode()
    if any(annex.sort is AnnexSort.WORD for annex in document.annexes):
        return _with_word_files(parts, document)
    xml = parts[DOCUMENT_PART].decode()
    remarks = tuple(check_marked_pages(parts, references_of_paper(xml), document))
    # No file has heads and feet of its own, so what follows it names none.
    parts[DOCUMENT_PART] = with_sections(xml, {}, dict).encode()
    return Checked(_finished(parts), remarks)


def _with_word_files(parts: Parts, document: Document[Any]) -> Checked[bytes]:
    """Return the Word file with the files among its annexes put in."""
    from esa_docs.word.annexes.word_files.own_sections import Heads  # noqa: PLC0415 for Word files alone
    from esa_docs.word.annexes.word_files.paper_package import PaperPackage  # noqa: PLC0415
    from esa_docs.word.annexes.word_files.putting_in import put_in  # noqa: PLC0415

    references = references_of_paper(parts[DOCUMENT_PART].decode())
    remarks = list(check_marked_pages(parts, references, document))
    package = PaperPackage(parts)
    has_even_pages = _EVEN_PAGES in parts.get(_SETTINGS_PART, b"")
    heads = Heads(package, references, has_even_pages, document.content.mark_of_pages)
    files: dict[int, FileInSections] = {}
    faults: list[Diagnostic] = []
    for number, source in _word_files(document):
        annex = document.annexes[number - 1]
        try:
            put = put_in(*_read(source), number, annex.headers or "own", heads)
        except ContentError as fault:
            faults += fault.diagnostics
            continue
        files[number] = put.sections
        if put.remarks is not None:
            remarks.append(put.remarks)
    if faults:
        raise ContentError(faults)
    document_xml = package.parts[DOCUMENT_PART].decode()
    document_xml = with_sections(document_xml, files, heads.complete)
    package.parts[DOCUMENT_PART] = document_xml.encode()
    _put_notes_in_order(package.parts, document_xml)
    return Checked(_finished(package.finished()), tuple(remarks))


def _finished(parts: Parts) -> bytes:
    """Return a Word file; the heads and feet of its landscape pages are as wide as these."""
    package = write_package(parts)
    if _LYING not in parts[DOCUMENT_PART]:
        return package
    from esa_docs.word.blocks.lying_heads import with_lying_heads  # noqa: PLC0415 few papers have landscape pages

    return with_lying_heads(package, is_ours=lambda name: not is_head_of_file(name))


def _put_notes_in_order(parts: Parts, document_xml: str) -> None:
    """Let the notes of files stand where the text refers to them, among those of the paper."""
    for kind, name in NOTE_PARTS.items():
        if name in parts:
            parts[name] = notes_in_order(parts[name].decode(), document_xml, kind).encode()


def _word_files(document: Document[Any]) -> Iterator[tuple[int, AnnexSource]]:
    """Generate the number and the source of each annex that is a Word file."""
    sources = document.annex_sources
    for number, annex in enumerate(document.annexes, 1):
        if annex.sort is not AnnexSort.WORD:
            continue
        if sources:
            yield number, sources[number - 1]
        else:
            # A document built in Python names its files itself.
            yield number, AnnexSource(Path(annex.file or ""), document.office_place, "annexes")


def _read(source: AnnexSource) -> tuple[bytes, Any]:
    """Return the bytes of a file, and what names it.

    Raises:
        ContentError: it cannot be read (E344).
    """
    from esa_docs.word.annexes.word_files.faults import FilePlace, unreadable  # noqa: PLC0415 as above

    file = FilePlace(source.path or Path(), source.place, source.field)
    try:
        return file.path.read_bytes(), file
    except OSError as fault:
        raise unreadable(file, fault) from fault
