"""Parts of a template whose tags are those of Jinja: the only module that knows docxtpl."""

from __future__ import annotations

from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.names import w
from esa_docs.word.templates.fault_places import PartSource
from esa_docs.word.templates.faults import unsupported_tag
from esa_docs.word.templates.paragraphs import paragraphs_of
from esa_docs.word.templates.source_lines import in_lines
from esa_docs.word.templates.tags import refused_tag
from esa_docs.word.templates.whole_xml import check_xml

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
            root: its root.

        Raises:
            ContentError: a tag is not supported (E305) or tears the XML (E312).
        """
        refuse_tags(name, root, self._file_label)
        prepared = etree.tostring(root, encoding="unicode")
        self.prepared[name] = prepared
        # docxtpl made a method of it, but it asks nothing of its object: None may take its place.
        xml: str = DocxTemplate.patch_xml(None, prepared)
        check_xml(PartSource(name, prepared, in_lines(xml)), self._file_label)
        return xml


def refuse_tags(name: str, root: Element, file_label: str) -> None:
    """Refuse a tag of docxtpl that puts XML in.

    Raises:
        ContentError: there is one (E305).
    """
    for paragraph in root.iter(w("p")):
        text = "".join(paragraph.itertext(w("t"), with_tail=False))
        tag = refused_tag(text)
        if tag:
            places = (place for place in paragraphs_of(root, name) if tag in place.source)
            raise ContentError([unsupported_tag(tag, file_label, next(places, None))])
