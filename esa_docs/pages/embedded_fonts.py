"""Fonts embedded in a Word file, hidden as ECMA-376 part 1, 17.8.1 asks: no machine needs to have them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, MutableMapping
from typing import Final

from lxml import etree

from esa_docs.fonts.faces import FaceStyle, LayoutFamily
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART

_FONT_TABLE: Final = "word/fontTable.xml"
_FONT_RELATIONSHIPS: Final = "word/_rels/fontTable.xml.rels"
_MAIN_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_SETTINGS: Final = "word/settings.xml"
_HIDDEN_FONT: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_TABLE_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_HIDDEN_BYTES: Final = 32
_ELEMENTS: Final = {
    FaceStyle.REGULAR: "embedRegular",
    FaceStyle.BOLD: "embedBold",
    FaceStyle.ITALIC: "embedItalic",
    FaceStyle.BOLD_ITALIC: "embedBoldItalic",
}
_BEFORE_EMBED: Final = frozenset(
    w(name)
    for name in (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData"),
    )
)


def embed_families(
    roots: MutableMapping[str, etree._Element], families: Iterable[LayoutFamily]
) -> dict[str, bytes]:
    """Enter families in the font table of a Word file.

    Args:
        roots: the XML parts by name; changed, the font table made where there is none.
        families: the families, under the names their faces carry.

    Returns:
        The font parts to add, by name.
    """
    _ensure_font_table(roots)
    added: dict[str, bytes] = {}
    for family in families:
        font = _font_entry(roots[_FONT_TABLE], family.name)
        for style, element in _ELEMENTS.items():
            if style in family.faces:
                part = f"fonts/esaFont{len(added) + 1}.odttf"
                key = uuid.uuid5(uuid.NAMESPACE_OID, f"{family.name} {style}")
                added[f"word/{part}"] = hide_font(family.faces[style], key)
                _refer(roots[_FONT_RELATIONSHIPS], font, element, part, key)
    _declare(roots)
    return added


def hide_font(face: bytes, key: uuid.UUID) -> bytes:
    """Hide a font as the format asks: its first 32 bytes are mixed with the reversed key. Twice is undone."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(face[:_HIDDEN_BYTES], mask, strict=True)) + face[_HIDDEN_BYTES:]


def _refer(
    relationships: etree._Element, font: etree._Element, element: str, part: str, key: uuid.UUID
) -> None:
    identifier = f"rIdEsa{part.removeprefix('fonts/').removesuffix('.odttf')}"
    attributes = {f"{{{R}}}id": identifier, w("fontKey"): f"{{{str(key).upper()}}}"}
    etree.SubElement(font, w(element), attributes)
    _add_relationship(relationships, identifier, "font", part)


def _ensure_font_table(roots: MutableMapping[str, etree._Element]) -> None:
    if _FONT_TABLE not in roots:
        roots[_FONT_TABLE] = etree.Element(w("fonts"), nsmap={"w": W, "r": R})
        _add_relationship(roots[_MAIN_RELATIONSHIPS], "rIdEsaFontTable", "fontTable", "fontTable.xml")
        attributes = {"PartName": f"/{_FONT_TABLE}", "ContentType": _FONT_TABLE_TYPE}
        etree.SubElement(roots[CONTENT_TYPES_PART], f"{{{CONTENT_TYPES}}}Override", attributes)
    if _FONT_RELATIONSHIPS not in roots:
        roots[_FONT_RELATIONSHIPS] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')


def _font_entry(table: etree._Element, name: str) -> etree._Element:
    """Give the entry of a family, without the faces it may embed already."""
    for font in table.iter(w("font")):
        if font.get(w("name")) == name:
            for element in _ELEMENTS.values():
                for embedded in font.findall(w(element)):
                    font.remove(embedded)
            return font
    return etree.SubElement(table, w("font"), {w("name"): name})


def _add_relationship(relationships: etree._Element, identifier: str, kind: str, target: str) -> None:
    attributes = {"Id": identifier, "Type": f"{R}/{kind}", "Target": target}
    etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", attributes)


def _declare(roots: MutableMapping[str, etree._Element]) -> None:
    """Tell the kind of the font parts, and that fonts are embedded."""
    types = roots[CONTENT_TYPES_PART]
    defaults = types.findall(f"{{{CONTENT_TYPES}}}Default")
    if all(one.get("Extension", "").lower() != "odttf" for one in defaults):
        attributes = {"Extension": "odttf", "ContentType": _HIDDEN_FONT}
        types.insert(0, etree.Element(f"{{{CONTENT_TYPES}}}Default", attributes))
    settings = roots.get(_SETTINGS)
    if settings is not None and settings.find(w("embedTrueTypeFonts")) is None:
        place = sum(child.tag in _BEFORE_EMBED for child in settings)
        settings.insert(place, etree.Element(w("embedTrueTypeFonts")))
