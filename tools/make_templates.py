"""Makes the shipped Word templates: run it after a change here or in template_parts/, and commit both.

    python tools/make_templates.py

A template is an ordinary Word file with docxtpl's tags. The styles, settings, fonts and theme are the XML
files in template_parts/; the body of each kind is a module of template_bodies/.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from template_bodies.agenda import agenda
from template_bodies.announcement import announcement
from template_bodies.divider import divider
from template_bodies.letter import letter
from template_bodies.manual import manual
from template_bodies.memo import memo
from template_bodies.minutes import minutes
from template_bodies.order import order
from template_bodies.pieces import (
    DASHED_NUMBER,
    PLAIN_NUMBER,
    draft_head,
    secrecy_foot,
    secrecy_head,
    secrecy_number,
)
from template_bodies.pmqa import pmqa
from template_bodies.register import register
from template_bodies.report_pieces import REPORT_HEAD
from template_bodies.sar import sar
from template_bodies.sar_issue import sar_issue
from template_bodies.sign_in import sign_in
from template_bodies.status import status

from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from esa_docs.ooxml.package import write_package

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "template_parts"
OFFICE_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


class Frame(NamedTuple):
    """What stands above and below the text of each page, as paragraphs; empty parts are left out.

    Attributes:
        header: head of every page, or of all but the first.
        first_header: head of the first page of a section.
        footer: foot of every page.
    """

    header: str = PLAIN_NUMBER
    first_header: str = ""
    footer: str = ""

    def parts(self) -> dict[str, tuple[str, str]]:
        """Give the relationship id and XML of each part, by its name without the ending."""
        written = {
            "header1": ("rIdHeader", _part("hdr", self.header)),
            "header2": ("rIdFirstHeader", _part("hdr", self.first_header)),
            "footer1": ("rIdFooter", _part("ftr", self.footer)),
        }
        return {name: one for name, one in written.items() if one[1]}


def _part(root: str, paragraphs: str) -> str:
    return f"{DECLARATION}<w:{root} {SPACES}>{paragraphs}</w:{root}>" if paragraphs else ""


def build(body: str, frame: Frame = Frame()) -> bytes:  # noqa: B008 a frozen value
    """Pack a body and the frame of its pages with the shared parts into a Word file."""
    framed = frame.parts()
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


def _marked(names: str) -> Frame:
    """Give the frame of memos and letters, whose marks of secrecy and draft stand under ``names``."""
    secrecy = f"{names}.secrecy"
    return Frame(secrecy_number(secrecy), secrecy_head(f"{names}.draft", secrecy), secrecy_foot(secrecy))


TEMPLATES: dict[str, tuple[Callable[[], str], Frame]] = {
    "manual.docx": (manual, Frame()),
    "order.docx": (order, Frame(DASHED_NUMBER, draft_head("order.draft"))),
    "announcement.docx": (announcement, Frame(DASHED_NUMBER, draft_head("announcement.draft"))),
    "memo.docx": (memo, _marked("memo")),
    "letter.docx": (letter, _marked("marks")),
    "minutes.docx": (minutes, Frame(DASHED_NUMBER, draft_head("minutes.draft"))),
    "agenda.docx": (agenda, Frame(DASHED_NUMBER)),
    "sign-in.docx": (sign_in, Frame(DASHED_NUMBER)),
    "sar.docx": (sar, Frame(REPORT_HEAD)),
    "pmqa.docx": (pmqa, Frame(REPORT_HEAD)),
    "register.docx": (register, Frame(DASHED_NUMBER)),
    "divider.docx": (divider, Frame()),
    "sar-issue.docx": (sar_issue, Frame(DASHED_NUMBER)),
    "status.docx": (status, Frame(DASHED_NUMBER)),
}
"""Every shipped template: the function that writes its body, and the frame of its pages."""


def main() -> None:
    """Write the templates into templates_docx/."""
    for name, (body, frame) in TEMPLATES.items():
        (ROOT / "templates_docx" / name).write_bytes(build(body(), frame))


if __name__ == "__main__":
    main()
