"""Parts of a template whose tags are those of Jinja: docxtpl's syntax, without docxtpl's code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.ooxml.names import w
from esa_docs.word.templates.cleaning.joined_runs import join_all_runs
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.faults import at_paragraph, unsupported_tag
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph
from esa_docs.word.templates.faults.source_lines import in_lines
from esa_docs.word.templates.faults.tag_faults import TagFaultError, unknown_name
from esa_docs.word.templates.filling.block_marks import mark_blocks
from esa_docs.word.templates.tags.cell_tags import apply_cell_tags
from esa_docs.word.templates.tags.crossed_tags import refuse_crossed_tags
from esa_docs.word.templates.tags.joined_paragraphs import join_paragraphs
from esa_docs.word.templates.tags.level_tags import free_level_tags
from esa_docs.word.templates.tags.own_names import own_name_in
from esa_docs.word.templates.tags.plain_tags import with_plain_tags
from esa_docs.word.templates.tags.quoted_values import quote_values
from esa_docs.word.templates.tags.tags import refused_tag
from esa_docs.word.templates.tags.whole_tags import make_tags_whole, own_text

Element = Any


class PlainParts:
    """Makes the tags of docxtpl plain, part by part.

    Attributes:
        prepared: XML of each part before, by its name.
    """

    def __init__(self, file_label: str) -> None:
        self._file_label = file_label
        self.prepared: dict[str, str] = {}

    def plain_tags(self, name: str, root: Element) -> str:
        """Return the XML of a prepared part with the tags of docxtpl as plain tags of Jinja.

        Args:
            name: name of the part.
            root: its root, which is changed.

        Raises:
            ContentError: a tag is not supported (E305), or cannot stand where it does (E303, E312, E315,
                E316).
        """
        prepared = etree.tostring(root, encoding="unicode")
        self.prepared[name] = prepared
        # The paragraphs with tags go; their places are looked up in the part as it was.
        paragraphs = list(root.iter(w("p")))
        try:
            make_tags_whole(root, self._file_label)
            quote_values(root)
            self._refuse_tags(root)
            join_paragraphs(root)
            join_all_runs(root)
            free_level_tags(root, self._file_label)
            apply_cell_tags(root, self._file_label)
        except TagFaultError as fault:
            part = PartSource(name, prepared, "")
            raise ContentError(list(_placed(fault, paragraphs, part))) from fault
        mark_blocks(root)
        xml = etree.tostring(root, encoding="unicode")
        refuse_crossed_tags(PartSource(name, prepared, in_lines(xml)), self._file_label)
        return with_plain_tags(xml)

    def _refuse_tags(self, root: Element) -> None:
        """Refuse the tags of docxtpl that put XML in, and those that use names of the compiler.

        Raises:
            TagFaultError: there are some (E303, E305).
        """
        faults = []
        for paragraph in root.iter(w("p")):
            text = own_text(paragraph)
            tag = refused_tag(text)
            if tag:
                faults.append((unsupported_tag(tag, self._file_label, None), paragraph))
            name = own_name_in(text)
            if name:
                faults.append((unknown_name(name, text, self._file_label), paragraph))
        if faults:
            raise TagFaultError(faults)


def _placed(fault: TagFaultError, paragraphs: list[Element], part: PartSource) -> Iterator[Diagnostic]:
    """Generate the diagnostics of a fault, each with the place of its paragraph."""
    places = part.paragraphs()
    for diagnostic, paragraph in fault.faults:
        place: TemplateParagraph | None = None
        if paragraph in paragraphs:
            place = places.get(paragraphs.index(paragraph) + 1)
        yield at_paragraph(diagnostic, place)
