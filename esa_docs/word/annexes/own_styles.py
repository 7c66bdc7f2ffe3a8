"""Styles of annexes: those of the template by their names, else styles of our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_STYLE: Final = re.compile(
    r'<w:style\b[^>]*?w:styleId="(?P<id>[^"]*)"[^>]*>(?P<body>.*?)</w:style>', re.DOTALL
)
_NAME: Final = re.compile(r'<w:name w:val="([^"]*)"')
_END: Final = "</w:styles>"
_BOLD: Final = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_CENTRED: Final = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/>'
_PROPERTIES_OF_OURS: Final = {
    "Annex Heading": (
        f'<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0"/>{_CENTRED}'
        '<w:outlineLvl w:val="0"/></w:pPr>'
        f"{_BOLD}"
    ),
    "Annex Title": f'<w:pPr><w:keepLines/><w:spacing w:before="0" w:after="120"/>{_CENTRED}</w:pPr>{_BOLD}',
    # A paragraph of an official paper begins 2.5 cm in (คำอธิบายการพิมพ์หนังสือราชการ 2553).
    "Annex Text": (
        '<w:pPr><w:spacing w:before="120" w:after="0"/><w:ind w:left="0" w:firstLine="1417"/>'
        '<w:jc w:val="thaiDistribute"/></w:pPr>'
    ),
}
"""Properties of each style of our own, by its name."""


@dataclass(frozen=True, slots=True)
class AnnexStyles:
    """Ids of the paragraph styles in which annexes are set.

    Attributes:
        heading: of the word ภาคผนวก with its letter.
        title: of the title.
        text: of paragraphs.
        added: XML of the styles that the template lacks.
    """

    heading: str
    title: str
    text: str
    added: str

    def put_into(self, styles: str) -> str:
        """Return a part of styles with those that it lacks."""
        return styles.replace(_END, self.added + _END) if self.added else styles


@lru_cache(maxsize=8)
def annex_styles(styles: str) -> AnnexStyles:
    """Return the styles of annexes in a template.

    Args:
        styles: its part of styles.
    """
    ids_by_name: dict[str, str] = {}
    for style in _STYLE.finditer(styles):
        name = _NAME.search(style["body"])
        if name:
            ids_by_name[name[1].lower()] = style["id"]
    added = ""
    ids = []
    for name_of_ours, properties in _PROPERTIES_OF_OURS.items():
        own_id = f"Esa{name_of_ours.replace(' ', '')}"
        style_id = ids_by_name.get(name_of_ours.lower(), own_id)
        ids.append(style_id)
        if name_of_ours.lower() not in ids_by_name:
            added += (
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{own_id}">'
                f'<w:name w:val="{name_of_ours}"/>{properties}</w:style>'
            )
    heading, title, text = ids
    return AnnexStyles(heading, title, text, added)
