"""Make the shipped Word templates: run it after a change here or in template_parts/, and commit both.

    python tools/make_templates.py

A template is an ordinary Word file with docxtpl's tags. The styles, settings, fonts and theme are the XML
files in template_parts/; each template has a module of template_bodies/ of its name, with the function that
writes its body and the frame of its pages.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import template_bodies as template_bodies_package
from lxml import etree
from template_bodies.frame import Frame

from esa_docs.kinds import KINDS
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from esa_docs.ooxml.package import write_package

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "template_parts"
OFFICE_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_PROPERTIES_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


class FramePart(NamedTuple):
    """A head or foot of pages as a part of a Word file.

    Attributes:
        relationship: id by which sections refer to it.
        kind: ``header`` or ``footer``, as relationships and content types call it.
        name: name of the part, without folder and ending.
        xml: the part.
    """

    relationship: str
    kind: str
    name: str
    xml: str


def build(body: str, frame: Frame = Frame()) -> bytes:  # noqa: B008 a frozen value
    """Return a Word file of a body, the frame of its pages and the shared parts."""
    frame_parts = tuple(_frame_parts(frame))
    parts = {
        "[Content_Types].xml": _content_types(frame_parts),
        "_rels/.rels": _package_relationships(),
        "word/_rels/document.xml.rels": _document_relationships(frame_parts),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>esa-docs</Application></Properties>'
        ),
        "docProps/core.xml": (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties"/>'
        ),
        "word/styles.xml": _shared_part("styles.xml"),
        "word/settings.xml": _shared_part("settings.xml"),
        "word/fontTable.xml": _shared_part("font_table.xml"),
        "word/theme/theme1.xml": _shared_part("theme.xml"),
    }
    for part in frame_parts:
        parts[f"word/{part.name}.xml"] = part.xml
    parts["word/document.xml"] = f"{DECLARATION}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    return write_package({name: text.encode() for name, text in parts.items()})


def _frame_parts(frame: Frame) -> Iterator[FramePart]:
    """Generate the parts of a frame that are not empty."""
    if frame.header:
        yield FramePart("rIdHeader", "header", "header1", _frame_xml("hdr", frame.header))
    if frame.first_header:
        yield FramePart("rIdFirstHeader", "header", "header2", _frame_xml("hdr", frame.first_header))
    if frame.footer:
        yield FramePart("rIdFooter", "footer", "footer1", _frame_xml("ftr", frame.footer))


def _frame_xml(root: str, paragraphs: str) -> str:
    return f"{DECLARATION}<w:{root} {SPACES}>{paragraphs}</w:{root}>"


def _shared_part(name: str) -> str:
    """Return a part without the comments and white space it is written with for readers."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    root = etree.fromstring((PARTS / name).read_bytes(), parser)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data.decode()


def _package_relationships() -> str:
    return _relationships(
        (
            _relationship("rId1", "word/document.xml", f"{OFFICE_TYPES}/officeDocument"),
            _relationship("rId2", "docProps/core.xml", CORE_PROPERTIES_TYPE),
            _relationship("rId3", "docProps/app.xml", f"{OFFICE_TYPES}/extended-properties"),
        )
    )


def _document_relationships(frame_parts: Iterable[FramePart]) -> str:
    relationships = [
        _relationship("rIdStyles", "styles.xml", f"{OFFICE_TYPES}/styles"),
        _relationship("rIdSettings", "settings.xml", f"{OFFICE_TYPES}/settings"),
        _relationship("rIdFonts", "fontTable.xml", f"{OFFICE_TYPES}/fontTable"),
        _relationship("rIdTheme", "theme/theme1.xml", f"{OFFICE_TYPES}/theme"),
    ]
    for part in frame_parts:
        target = f"{part.name}.xml"
        relationships.append(_relationship(part.relationship, target, f"{OFFICE_TYPES}/{part.kind}"))
    return _relationships(relationships)


def _relationship(key: str, target: str, relationship_type: str) -> str:
    return f'<Relationship Id="{key}" Target="{target}" Type="{relationship_type}"/>'


def _relationships(relationships: Iterable[str]) -> str:
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{"".join(relationships)}</Relationships>'


def _content_types(frame_parts: Iterable[FramePart]) -> str:
    types = {
        "/word/document.xml": f"{WORD_TYPES}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPES}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPES}.settings+xml",
        "/word/fontTable.xml": f"{WORD_TYPES}.fontTable+xml",
    }
    for part in frame_parts:
        types[f"/word/{part.name}.xml"] = f"{WORD_TYPES}.{part.kind}+xml"
    types["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    overrides = [
        f'<Override PartName="{name}" ContentType="{content_type}"/>' for name, content_type in types.items()
    ]
    return (
        f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def template_bodies() -> Iterator[ModuleType]:
    """Generate the modules that make a body: those that have the frame of its pages."""
    for module_info in pkgutil.iter_modules(template_bodies_package.__path__):
        module = import_module(f"template_bodies.{module_info.name}")
        if hasattr(module, "FRAME"):
            yield module


def make_template(module: ModuleType) -> tuple[str, bytes]:
    """Return the file name and the bytes of a template; the function of its body is named as its module.

    A kind's own form bears the name of the kind; other forms have hyphens in the place of underscores.
    """
    _package, _dot, name = module.__name__.rpartition(".")
    form = name if name in KINDS.names else name.replace("_", "-")
    make_body = getattr(module, name)
    return f"{form}.docx", build(make_body(), module.FRAME)


def main() -> None:
    """Write the templates into templates_docx/."""
    for module in template_bodies():
        name, data = make_template(module)
        (ROOT / "templates_docx" / name).write_bytes(data)
        print(f"templates_docx/{name}")


if __name__ == "__main__":
    main()
