"""Fonts embedded in a Word file, so that no machine needs to have them.

Embedded fonts are obfuscated, as ECMA-376 part 1, 17.8.1 asks.
"""

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
_FONT_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_TABLE_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_HIDDEN_BYTES: Final = 32
_FACE_TAGS: Final = {
    FaceStyle.REGULAR: w("embedRegular"),
    FaceStyle.BOLD: w("embedBold"),
    FaceStyle.ITALIC: w("embedItalic"),
    FaceStyle.BOLD_ITALIC: w("embedBoldItalic"),
}
"""Elements of the font table that refer to embedded faces."""
_SETTINGS_BEFORE_EMBED: Final = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData"),
)
_TAGS_BEFORE_EMBED: Final = frozenset(w(name) for name in _SETTINGS_BEFORE_EMBED)
"""Settings that stand before ``w:embedTrueTypeFonts`` in the order of the schema."""


def embed_families(
    roots: MutableMapping[str, etree._Element], families: Iterable[LayoutFamily]
) -> dict[str, bytes]:
    """Enter families in the font table of a Word file.

    Args:
        roots: the XML parts by name; changed. A missing font table is added.
        families: the families, under the names that their faces carry.

    Returns:
        The font parts to add, by name.
    """
    _ensure_font_table(roots)
    font_parts: dict[str, bytes] = {}
    for family in families:
        font = _ensure_font_entry(roots[_FONT_TABLE], family.name)
        for style, tag in _FACE_TAGS.items():
            if style not in family.faces:
                continue
            part_name = f"esaFont{len(font_parts) + 1}"
            key = uuid.uuid5(uuid.NAMESPACE_OID, f"{family.name} {style}")
            font_parts[f"word/fonts/{part_name}.odttf"] = hide_font(family.faces[style], key)
            _refer_to_part(roots[_FONT_RELATIONSHIPS], font, tag, part_name, key)
    _declare_font_type(roots[CONTENT_TYPES_PART])
    _declare_embedding(roots.get(_SETTINGS))
    return font_parts


def hide_font(face: bytes, key: uuid.UUID) -> bytes:
    """Return a font as ECMA-376 hides it: its first 32 bytes are combined with the reversed key by XOR.

    Hiding a hidden font with the same key gives the font itself.
    """
    mask = key.bytes[::-1] * 2
    head, tail = face[:_HIDDEN_BYTES], face[_HIDDEN_BYTES:]
    hidden_head = bytes(byte ^ mask_byte for byte, mask_byte in zip(head, mask, strict=True))
    return hidden_head + tail


def _refer_to_part(
    relationships: etree._Element, font: etree._Element, tag: str, part_name: str, key: uuid.UUID
) -> None:
    identifier = f"rIdEsa{part_name}"
    key_in_braces = "{" + str(key).upper() + "}"
    attributes = {f"{{{R}}}id": identifier, w("fontKey"): key_in_braces}
    etree.SubElement(font, tag, attributes)
    _add_relationship(relationships, identifier, "font", f"fonts/{part_name}.odttf")


def _ensure_font_table(roots: MutableMapping[str, etree._Element]) -> None:
    if _FONT_TABLE not in roots:
        roots[_FONT_TABLE] = etree.Element(w("fonts"), nsmap={"w": W, "r": R})
        _add_relationship(roots[_MAIN_RELATIONSHIPS], "rIdEsaFontTable", "fontTable", "fontTable.xml")
        attributes = {"PartName": f"/{_FONT_TABLE}", "ContentType": _FONT_TABLE_TYPE}
        etree.SubElement(roots[CONTENT_TYPES_PART], f"{{{CONTENT_TYPES}}}Override", attributes)
    if _FONT_RELATIONSHIPS not in roots:
        roots[_FONT_RELATIONSHIPS] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')


def _ensure_font_entry(table: etree._Element, name: str) -> etree._Element:
    """Return the entry of a family in the font table, without faces.

    A missing entry is added. Faces of an old entry are removed.
    """
    for font in table.iter(w("font")):
        if font.get(w("name")) == name:
            _remove_faces(font)
            return font
    return etree.SubElement(table, w("font"), {w("name"): name})


def _remove_faces(font: etree._Element) -> None:
    for tag in _FACE_TAGS.values():
        for face in font.findall(tag):
            font.remove(face)


def _add_relationship(relationships: etree._Element, identifier: str, kind: str, target: str) -> None:
    attributes = {"Id": identifier, "Type": f"{R}/{kind}", "Target": target}
    etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", attributes)


def _declare_font_type(types: etree._Element) -> None:
    """Declare the content type of the font parts."""
    defaults = types.findall(f"{{{CONTENT_TYPES}}}Default")
    extensions = {default.get("Extension", "").lower() for default in defaults}
    if "odttf" not in extensions:
        attributes = {"Extension": "odttf", "ContentType": _FONT_TYPE}
        types.insert(0, etree.Element(f"{{{CONTENT_TYPES}}}Default", attributes))


def _declare_embedding(settings: etree._Element | None) -> None:
    """Declare in the settings, if there are any, that fonts are embedded."""
    if settings is None or settings.find(w("embedTrueTypeFonts")) is not None:
        return
    settings_before = [setting for setting in settings if setting.tag in _TAGS_BEFORE_EMBED]
    place = len(settings_before)
    settings.insert(place, etree.Element(w("embedTrueTypeFonts")))
