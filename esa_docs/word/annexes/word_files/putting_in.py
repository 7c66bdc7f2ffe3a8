"""Word files put into the package of a paper, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.model.annexes import AnnexHeaders
from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART, NotAPackageError
from esa_docs.word.annexes.sections import FileInSections
from esa_docs.word.annexes.word_files.faults import FilePlace, damaged, left_out
from esa_docs.word.annexes.word_files.held_schema import refuse_broken_pieces, refuse_broken_root
from esa_docs.word.annexes.word_files.inside import before_end, put_inside
from esa_docs.word.annexes.word_files.lists import OwnLists
from esa_docs.word.annexes.word_files.opening import OpenedFile, open_word_file
from esa_docs.word.annexes.word_files.own_ids import give_own_ids
from esa_docs.word.annexes.word_files.own_parts import OwnParts
from esa_docs.word.annexes.word_files.own_sections import Heads, OwnSections, section_of_heading
from esa_docs.word.annexes.word_files.own_sheet import OwnSheet
from esa_docs.word.annexes.word_files.paper_package import PaperPackage
from esa_docs.word.annexes.word_files.plain_story import make_plain
from esa_docs.word.annexes.word_files.theme import resolve_theme, theme_of
from esa_docs.word.annexes.word_files.typed_notes import TypedNotes, new_part_of_notes, type_notes
from esa_docs.word.templates.filling.mark_package import with_settings_of_notes
from esa_docs.word.templates.loops.copies import NOTE_PARTS
from esa_docs.word.templates.loops.numbered_lists import NUMBERING_PART
from esa_docs.word.templates.reading.template_parts import STYLES_PART

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
_FIRST_LIST: Final = re.compile(r"<w:num |<w:numIdMacAtCleanup|</w:numbering>")
_BEHIND_LISTS: Final = re.compile(r"<w:numIdMacAtCleanup|</w:numbering>")
_SETTINGS_PART: Final = "word/settings.xml"

Element = Any


@dataclass(frozen=True, slots=True)
class PutIn:
    """A Word file that was put in.

    Attributes:
        sections: its body.
        remarks: what of it is left out or changed (E345); None where nothing is.
    """

    sections: FileInSections
    remarks: Diagnostic | None


def put_in(data: bytes, file: FilePlace, number: int, headers: AnnexHeaders, heads: Heads) -> PutIn:
    """Put a Word file into the package of a paper, but for its body, which is returned.

    Args:
        data: its bytes.
        file: which file it is.
        number: which annex of the paper it is, from 1.
        headers: whose heads and feet its pages have.
        heads: heads and feet of the paper, with its package, which is changed.

    Raises:
        ContentError: it cannot be put in as it is (E344, E485).
    """
    try:
        return _put_in(open_word_file(data, file, number), headers, heads)
    except NotAPackageError as fault:
        # A part that is read only when something refers to it, such as a chart.
        raise damaged(file) from fault


def _put_in(opened: OpenedFile, headers: AnnexHeaders, heads: Heads) -> PutIn:
    package, file = heads.package, opened.file
    headers = _headers(headers, heads, opened)
    make_plain(opened)
    theme = theme_of(opened)
    resolve_theme((*opened.roots.values(), *opened.sheets.values()), theme)
    notes = tuple(type_notes(opened))
    _use_styles_and_lists(opened, package)
    give_own_ids(opened.roots.values(), opened.number)
    parts = OwnParts(opened, package, theme)
    OwnSections(opened, parts, heads).settle(headers)
    parts.refer(opened.body, DOCUMENT_PART, DOCUMENT_PART)
    for typed_notes in notes:
        _put_notes(typed_notes, opened, parts, package)
    refuse_broken_root(file, opened.roots[DOCUMENT_PART])
    return PutIn(_sections(opened, package, headers), left_out(file, opened.remarks))


def _headers(headers: AnnexHeaders, heads: Heads, opened: OpenedFile) -> AnnexHeaders:
    """Return whose heads and feet the pages of a file have: those of a paper that must bear a mark."""
    if headers == "own" and heads.mark:
        words = _("its heads and feet are those of the paper, for every page must bear '{mark}'")
        opened.remarks.append(words.format(mark=heads.mark))
        return "paper"
    return headers


def _use_styles_and_lists(opened: OpenedFile, package: PaperPackage) -> None:
    sheet = OwnSheet(opened.sheets.get("styles"), opened.number)
    lists = OwnLists(opened.sheets.get("numbering"), sheet, opened.number)
    for root in opened.roots.values():
        sheet.use(root)
    lists.use(opened.roots.values())
    used_styles = 0
    # A list may bring in styles, and a style lists.
    while used_styles < len(sheet.elements):
        new_styles = sheet.elements[used_styles:]
        used_styles = len(sheet.elements)
        lists.use(new_styles)
    refuse_broken_pieces(opened, "styles", sheet.elements)
    _append(package, STYLES_PART, sheet.elements)
    if lists.lists:
        refuse_broken_pieces(opened, "numbering", [*lists.definitions, *lists.lists])
        _put_lists(package, lists)


def _append(package: PaperPackage, name: str, elements: Iterable[Element]) -> None:
    part, xml = put_inside(package.parts[name].decode(), elements)
    package.parts[name] = before_end(part, xml).encode()


def _put_lists(package: PaperPackage, lists: OwnLists) -> None:
    if NUMBERING_PART not in package.parts:
        empty = f'{_DECLARATION}<w:numbering xmlns:w="{W}"></w:numbering>'
        package.add_part(NUMBERING_PART, empty.encode(), _TYPE.format(kind="numbering"))
        package.refer(DOCUMENT_PART, "numbering", NUMBERING_PART)
    part = before_end(package.parts[NUMBERING_PART].decode(), "")
    for elements, place in ((lists.definitions, _FIRST_LIST), (lists.lists, _BEHIND_LISTS)):
        part, xml = put_inside(part, elements)
        match = place.search(part)
        start = match.start() if match else len(part)
        part = f"{part[:start]}{xml}{part[start:]}"
    package.parts[NUMBERING_PART] = part.encode()


def _put_notes(notes: TypedNotes, opened: OpenedFile, parts: OwnParts, package: PaperPackage) -> None:
    name = NOTE_PARTS[notes.kind]
    if name not in package.parts:
        kind = f"{notes.kind}s"
        package.add_part(name, new_part_of_notes(notes.kind).encode(), _TYPE.format(kind=kind))
        package.refer(DOCUMENT_PART, kind, name)
        if _SETTINGS_PART in package.parts:
            settings = with_settings_of_notes(package.parts[_SETTINGS_PART], notes.kind)
            package.parts[_SETTINGS_PART] = settings
    root = opened.roots[notes.part]
    parts.refer(root, notes.part, name)
    refuse_broken_root(opened.file, root)
    _append(package, name, notes.notes)


def _sections(opened: OpenedFile, package: PaperPackage, headers: AnnexHeaders) -> FileInSections:
    """Return the body of a file as it stands in the document part, which declares its namespaces."""
    heading_section = section_of_heading(opened.body)
    document, heading_xml = put_inside(package.parts[DOCUMENT_PART].decode(), heading_section)
    document, xml = put_inside(document, list(opened.body))
    package.parts[DOCUMENT_PART] = document.encode()
    before, _sign, section = xml.rpartition("<w:sectPr")
    assert opened.body[-1].tag == w("sectPr"), "a body ends with a section"  # noqa: S101
    return FileInSections(before, f"<w:sectPr{section}", headers == "own", heading_xml)
