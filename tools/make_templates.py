"""Makes the shipped Word templates: run it after a change here or in template_parts/, and commit both.

    python tools/make_templates.py

A template is an ordinary Word file with docxtpl's tags. The styles, settings, fonts and theme are the XML
files in template_parts/; each template has a module of template_bodies/ of its name, with the function that
writes its body and the frame of its pages.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import template_bodies as template_bodies_package
from lxml import etree
from template_bodies.frame import Frame

from esa_docs.kinds import KINDS
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from esa_docs.ooxml.package import write_package

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "template_parts"
OFFICE_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


def _framed(frame: Frame) -> dict[str, tuple[str, str]]:
    """Return the relationship id and XML of each part of a frame, by its name without the ending."""
    parts = {
        "header1": ("rIdHeader", _part("hdr", frame.header)),
        "header2": ("rIdFirstHeader", _part("hdr", frame.first_header)),
        "footer1": ("rIdFooter", _part("ftr", frame.footer)),
    }
    return {name: part for name, part in parts.items() if part[1]}


def _part(root: str, paragraphs: str) -> str:
    return f"{DECLARATION}<w:{root} {SPACES}>{paragraphs}</w:{root}>" if paragraphs else ""


def build(body: str, frame: Frame = Frame()) -> bytes:  # noqa: B008 a frozen value
    """Pack a body and the frame of its pages with the shared parts into a Word file."""
    framed = _framed(frame)
    parts = {
        "[Content_Types].xml": _content_types(framed),
        "_rels/.rels": _relationships(
            {
                "rId1": ("officeDocument", "word/document.xml"),
                "rId2": ("metadata/core-properties", "docProps/core.xml"),
                "rId3": ("extended-properties", "docProps/app.xml"),
            }
        ),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rIdStyles": ("styles", "styles.xml"),
                "rIdSettings": ("settings", "settings.xml"),
                "rIdFonts": ("fontTable", "fontTable.xml"),
                "rIdTheme": ("theme", "theme/theme1.xml"),
                **{key: (name[:-1], f"{name}.xml") for name, (key, _xml) in framed.items()},
            }
        ),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>esa-docs</Application></Properties>'
        ),
        "docProps/core.xml": (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties"/>'
        ),
        "word/styles.xml": _shared("styles.xml"),
        "word/settings.xml": _shared("settings.xml"),
        "word/fontTable.xml": _shared("font_table.xml"),
        "word/theme/theme1.xml": _shared("theme.xml"),
        **{f"word/{name}.xml": xml for name, (_key, xml) in framed.items()},
        "word/document.xml": f"{DECLARATION}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def _shared(name: str) -> str:
    """Give a part without the comments and white space it is written with for readers."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    root = etree.fromstring((PARTS / name).read_bytes(), parser)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rows = "".join(
        f'<Relationship Id="{key}" Target="{target}"'
        f' Type="{package if kind.startswith("metadata") else f"{OFFICE_TYPES}/{kind}"}"/>'
        for key, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'
    )


def _content_types(framed: dict[str, tuple[str, str]]) -> str:
    overrides = {
        "/word/document.xml": f"{WORD_TYPES}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPES}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPES}.settings+xml",
        "/word/fontTable.xml": f"{WORD_TYPES}.fontTable+xml",
        **{f"/word/{name}.xml": f"{WORD_TYPES}.{name[:-1]}+xml" for name in framed},
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def template_bodies() -> Iterator[ModuleType]:
    """Give the modules that write a body: those that say what frame its pages have."""
    for found in pkgutil.iter_modules(template_bodies_package.__path__):
        module = import_module(f"template_bodies.{found.name}")
        if hasattr(module, "FRAME"):
            yield module


def make_template(module: ModuleType) -> tuple[str, bytes]:
    """Return the file name and the bytes of a template; the function of its body is named as its module.

    A kind's own form bears the name of the kind; other forms have hyphens in the place of underscores.
    """
    name = module.__name__.rpartition(".")[2]
    form = name if name in KINDS.names else name.replace("_", "-")
    return f"{form}.docx", build(getattr(module, name)(), module.FRAME)


def main() -> None:
    """Write the templates into templates_docx/."""
    for name, data in map(make_template, template_bodies()):
        (ROOT / "templates_docx" / name).write_bytes(data)
        print(f"templates_docx/{name}")


if __name__ == "__main__":
    main()
