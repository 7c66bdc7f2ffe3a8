"""A compiled template and how it is filled in: string work, for which no XML is parsed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.model.area import Area
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.package import DOCUMENT_PART, extend_package
from esa_docs.word.annexes.labels import ANNEXES
from esa_docs.word.annexes.section_marks import ANNEX_MARK
from esa_docs.word.contents import PLACEHOLDER, CaptionList, Contents
from esa_docs.word.core_properties import CORE_PART, core_properties
from esa_docs.word.drawings import (
    FIRST_DRAWING_ID,
    MisplacedDrawingError,
    insert_drawings,
    parts_needed,
    refuse_drawings,
)
from esa_docs.word.long_words import without_torn_lines
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.notes_by_section import NOTES_BY_SECTION, with_notes_by_section
from esa_docs.word.printed_context import PrintedContext
from esa_docs.word.templates.faults.drawing_faults import find_drawing_tag
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.faults import FillingError, misplaced_drawing
from esa_docs.word.templates.faults.filling_words import UnfitCellError
from esa_docs.word.templates.filling.bounds import metering
from esa_docs.word.templates.filling.filled_parts import FilledParts
from esa_docs.word.templates.filling.marked_parts import add_parts_of_marks, with_marks
from esa_docs.word.templates.filling.mending import Mender, can_split
from esa_docs.word.templates.loops.copies import NOTE_PARTS, Copies, CopyPlan
from esa_docs.word.templates.loops.numbered_lists import NUMBERING_PART
from esa_docs.word.templates.tags.block_places import with_blocks_in_place
from esa_docs.word.templates.tags.held_pieces import holding, released

_LYING: Final = 'w:orient="landscape"'
_FURTHER_DRAWINGS: Final = 1_000_000_000
"""Ids of the drawings of a template go on here, beyond those of the drawings of our own."""


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled.

    Attributes:
        file_label: how diagnostics name it.
        parts: Jinja template of each part that changes.
        sources: source of each of them, in which the place of a fault is looked up.
        menders: functions through which the filled-in XML of each of them goes.
        make_package: returns the package of all other parts, with the parts that drawings refer to.
        numerals: digits of the document.
        mark_styles: styles in which marks of prose are printed.
        family: font of the document.
        styles: part of its styles.
        contents_styles: paragraph style id of each level of the contents.
        toc_instruction: instruction of the TOC field; empty where the template has none.
        entries_end_toc: whether the field ends with its entries, and not behind them in the template.
        caption_lists: the fields that list captions, each by the name of its list.
        area: room for text on its smallest page.
        copy_plan: what copies in loops need to know of it.
        diagnostics: what its office should know, though documents can be made with it.
    """

    file_label: str
    parts: Mapping[str, Any]
    sources: Mapping[str, PartSource]
    menders: Mapping[str, tuple[Mender, ...]]
    make_package: Callable[[tuple[LinkedPart, ...]], bytes]
    numerals: thai.Numerals
    mark_styles: MarkStyles
    family: str
    styles: bytes
    contents_styles: Mapping[int, str]
    toc_instruction: str
    entries_end_toc: bool
    caption_lists: Mapping[str, CaptionList]
    area: Area
    copy_plan: CopyPlan
    diagnostics: tuple[Diagnostic, ...] = ()

    def render(
        self,
        context: Mapping[str, Any],
        properties: Mapping[str, str],
        printed: PrintedContext | None = None,
    ) -> bytes:
        """Return the Word file of this template filled in with a context.

        Args:
            context: what the template is filled in with.
            properties: ``title`` and ``creator`` of the file.
            printed: the context with what its signs stand for; None where it has no signs.

        Raises:
            ContentError: a tag cannot be filled in (E304 to E307), or goes beyond the bounds (E308 to E310),
                or a drawing (E314), a note (E223) or a block (E124) stands where none can stand.
        """
        return self.finish(self.fill(context), context, properties, printed)

    def fill(self, context: Mapping[str, Any]) -> FilledParts:
        """Return the parts filled in with a context; their blocks are signs as yet.

        Raises:
            ContentError: a tag cannot be filled in (E304 to E307), or goes beyond the bounds (E308 to E310).
        """
        contents = Contents(self.numerals, self.contents_styles)
        copies = Copies(self.copy_plan)
        values = {
            **context,
            "_contents": contents,
            "_copies": copies,
            "_splits_paragraphs": can_split(self.menders.values()),
            "_next_id": chain(range(1, FIRST_DRAWING_ID), count(_FURTHER_DRAWINGS)).__next__,
        }
        with metering(), holding():
            xml_of_part = {name: self._render_part(name, values) for name in self.parts}
        for name, xml in copies.with_notes(xml_of_part).items():
            xml_of_part[name] = self._mended(name, with_blocks_in_place(xml))
        xml_of_part[DOCUMENT_PART] = self._with_own_sections(xml_of_part[DOCUMENT_PART], context, contents)
        return FilledParts(xml_of_part, contents, copies)

    def finish(
        self,
        filled: FilledParts,
        context: Mapping[str, Any],
        properties: Mapping[str, str],
        printed: PrintedContext | None,
    ) -> bytes:
        """Return the Word file of parts that are filled in.

        Args:
            filled: the parts.
            context: what they were filled in with.
            properties: ``title`` and ``creator`` of the file.
            printed: the context with what its signs stand for; None where it has no signs.

        Raises:
            ContentError: a drawing (E314), a note (E223) or a block (E124) stands where none can stand.
        """
        drawings = context.get("drawings", ())
        filled_parts, parts_of_blocks = self._with_blocks(filled, printed)
        has_signs = printed is not None and printed.has_signs
        if has_signs:
            filled_parts = with_marks(filled_parts, self.file_label, self.numerals, self.mark_styles)
        xml_of_part = self._with_drawings(filled_parts, context)
        xml_of_part[DOCUMENT_PART] = without_torn_lines(xml_of_part[DOCUMENT_PART], self.styles)
        linked_parts = parts_needed(xml_of_part[DOCUMENT_PART], drawings)
        package = self.make_package(linked_parts)
        if printed is not None and printed.blocks:
            from esa_docs.word.blocks.block_package import with_parts_of_blocks  # noqa: PLC0415 for blocks alone

            package = with_parts_of_blocks(package, self.styles, parts_of_blocks)
        if has_signs:
            has_notes = NOTE_PARTS["footnote"] in self.parts
            package = add_parts_of_marks(package, xml_of_part, self.numerals, has_notes=has_notes)
        parts = {name: xml.encode() for name, xml in xml_of_part.items()}
        parts[CORE_PART] = core_properties(properties)
        if self.copy_plan.numbering:
            parts[NUMBERING_PART] = filled.copies.numbering()
        finished = extend_package(package, parts)
        return _with_lying_heads(finished) if _has_lying_pages(xml_of_part[DOCUMENT_PART]) else finished

    def _with_drawings(self, xml_of_part: Mapping[str, str], context: Mapping[str, Any]) -> dict[str, str]:
        """Return the XML of the parts with drawings in place of their marks.

        Raises:
            ContentError: a drawing stands where none can stand (E314).
        """
        drawings = context.get("drawings", ())
        drawn_parts = {}
        for name, xml in xml_of_part.items():
            try:
                if name != DOCUMENT_PART:
                    refuse_drawings(xml)
                drawn_parts[name] = insert_drawings(xml, drawings)
            except MisplacedDrawingError as fault:
                tag, paragraph = find_drawing_tag(self.sources[name], context)
                raise ContentError([misplaced_drawing(self.file_label, tag, paragraph)]) from fault
        return drawn_parts

    def _with_blocks(
        self, filled: FilledParts, printed: PrintedContext | None
    ) -> tuple[dict[str, str], tuple[LinkedPart, ...]]:
        """Return the XML of each part that changes, with its blocks and the entries of the contents.

        Returns:
            The XML by the names of the parts, and the parts that come into the file with blocks.
        """
        xml_of_part, contents = dict(filled.xml_of_part), filled.contents
        parts_of_blocks: tuple[LinkedPart, ...] = ()
        if printed is not None and printed.blocks:
            from esa_docs.word.blocks.filling import fill_in_blocks  # noqa: PLC0415 for blocks alone

            with_blocks = fill_in_blocks(xml_of_part, printed, self, contents)
            xml_of_part, parts_of_blocks = with_blocks.xml_of_part, with_blocks.parts
        for name, caption_list in self.caption_lists.items():
            entries = contents.paragraphs(caption_list.instruction, ends_field=caption_list.ends_field)
            xml = xml_of_part[DOCUMENT_PART]
            xml_of_part[DOCUMENT_PART] = xml.replace(PLACEHOLDER + name, entries)
        if self.toc_instruction:
            # Only now are all headings known, also those behind the contents.
            entries = contents.paragraphs(self.toc_instruction, ends_field=self.entries_end_toc)
            xml_of_part[DOCUMENT_PART] = xml_of_part[DOCUMENT_PART].replace(PLACEHOLDER, entries)
        return xml_of_part, parts_of_blocks

    def _with_own_sections(self, xml: str, context: Mapping[str, Any], contents: Contents) -> str:
        """Return the document part with what only its values ask for: counts of notes, and annexes."""
        if NOTES_BY_SECTION in context:
            # Blocks may divide sections later: only the first piece of one counts anew.
            xml = with_notes_by_section(xml, self.numerals)
        if ANNEXES not in context:
            return xml
        from esa_docs.word.annexes.inserting import insert_annexes  # noqa: PLC0415 few papers have annexes

        return insert_annexes(xml, context[ANNEXES], self, contents)

    def _render_part(self, name: str, values: Mapping[str, Any]) -> str:
        # Filters, tests and functions may raise whatever Python has.
        try:
            return released(self.parts[name].render(values))
        except Exception as fault:
            raise FillingError(fault, self.sources[name], self.file_label) from fault

    def _mended(self, name: str, xml: str) -> str:
        try:
            for mend in self.menders[name]:
                xml = mend(xml)
        except UnfitCellError as fault:
            raise FillingError(fault, self.sources[name], self.file_label) from fault
        return xml


def _has_lying_pages(xml: str) -> bool:
    return _LYING in xml and ANNEX_MARK.search(xml) is None  # annexes have their sections later


def _with_lying_heads(package: bytes) -> bytes:
    from esa_docs.word.blocks.lying_heads import with_lying_heads  # noqa: PLC0415 few papers have landscape pages

    return with_lying_heads(package)
