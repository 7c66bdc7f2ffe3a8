"""The blocks of a document put into its filled-in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.blocks.caption_writing import CaptionWriter
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.host import MisplacedBlockError
from esa_docs.word.blocks.inserting import insert_blocks, refuse_blocks
from esa_docs.word.blocks.printing import BlockPrinter
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import first_text_of
from esa_docs.word.contents import Contents
from esa_docs.word.pictures.used_pictures import UsedPictures
from esa_docs.word.printed_context import PrintedContext
from esa_docs.word.templates.faults.faults import misplaced_block

if TYPE_CHECKING:
    from esa_docs.word.templates.filling.compiled_template import CompiledTemplate

_TWIPS_OF_A_POINT: Final = 20


@dataclass(frozen=True, slots=True)
class FilledBlocks:
    """The parts of a document with its blocks.

    Attributes:
        xml_of_part: XML of each part that changes.
        parts: what the document part refers to for its blocks, such as pictures.
    """

    xml_of_part: dict[str, str]
    parts: tuple[LinkedPart, ...]


def fill_in_blocks(
    xml_of_part: Mapping[str, str], printed: PrintedContext, template: CompiledTemplate, contents: Contents
) -> FilledBlocks:
    """Return the parts with blocks in the place of their signs, and what the blocks bring into the file.

    Args:
        xml_of_part: XML of each part that changes.
        printed: the context that was filled in.
        template: the template.
        contents: the contents, where captions are entered.

    Raises:
        ContentError: a block stands where only words can stand (E124), or a picture is not there (E644).
        UnprintedPicturesError: pictures cannot be read (E438, E482).
    """
    captions = printed.captions or Captions()
    styles = block_styles(template.styles)
    text = BlockText(
        captions,
        styles,
        template.numerals,
        template.family,
        template.mark_styles,
    )
    pictures = UsedPictures(printed.pictures)
    caption_writer = CaptionWriter(text, contents, template.caption_lists)
    printer = BlockPrinter(printed.blocks, caption_writer, pictures=pictures)
    room = round(template.area.width * _TWIPS_OF_A_POINT)
    xml_with_blocks = dict(xml_of_part)
    for name, xml in xml_of_part.items():
        try:
            if name == DOCUMENT_PART:
                xml_with_blocks[name] = insert_blocks(xml, printer.xml, room, styles.spaces_above)
            else:
                refuse_blocks(xml)
        except MisplacedBlockError as fault:
            first_text = first_text_of(printed.blocks[fault.number], captions)
            raise ContentError([misplaced_block(template.file_label, name, first_text)]) from fault
    return FilledBlocks(xml_with_blocks, (*printer.brought.parts.values(), *pictures.parts()))
