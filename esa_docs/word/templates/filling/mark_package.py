"""What a package needs for marks of prose: styles, and for notes a part and the digits of their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.linked_parts import LinkedPart, with_linked_parts
from esa_docs.ooxml.names import W, local, w
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.word.mark_styles import LINK, NOTE_REFERENCE, NOTE_TEXT
from esa_docs.word.templates.cleaning.note_digits import FORMATS, use_digits_in_notes
from esa_docs.word.templates.filling.placed_notes import FOOTNOTES_PART
from esa_docs.word.templates.reading.template_parts import STYLES_PART

_SETTINGS_PART: Final = "word/settings.xml"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PART_OF_NOTES: Final = LinkedPart("rIdEsaFootnotes", "footnotes", FOOTNOTES_PART, _MEDIA_TYPE, b"")
_SIZE: Final = 28
"""Half points of the letters of a note: 14 points (no regulation says it; usage, not verified)."""
_STYLES: Final = {
    LINK: (
        f'<w:style xmlns:w="{W}" w:type="character" w:styleId="{LINK}">'
        '<w:name w:val="Hyperlink"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    ),
    NOTE_TEXT: (
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{NOTE_TEXT}">'
        '<w:name w:val="footnote text"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:firstLine="0"/>'
        '<w:jc w:val="left"/></w:pPr>'
        f'<w:rPr><w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/></w:rPr></w:style>'
    ),
    NOTE_REFERENCE: (
        f'<w:style xmlns:w="{W}" w:type="character" w:styleId="{NOTE_REFERENCE}">'
        '<w:name w:val="footnote reference"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    ),
}
_BEHIND_NOTES: Final = frozenset(
    {
        *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade"),
        *("captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId", "chartTrackingRefBased"),
        *("conflictMode", "discardImageEditingData", "defaultImageDpi"),
    }
)
"""Settings that the schema puts behind ``w:footnotePr``."""
_NOTE_REFERENCE: Final = "<w:footnoteReference "
_REMEMBERED: Final = 4


def with_parts_of_marks(
    package: bytes, xml_of_part: Mapping[str, str], numerals: thai.Numerals, *, has_notes: bool
) -> bytes:
    """Return a package with what the marks of a document need; the part of its notes itself comes later.

    Args:
        package: the package.
        xml_of_part: the filled-in parts of the document.
        numerals: digits of the document, and so of the numbers of its notes.
        has_notes: whether the template has notes of its own.
    """
    used_ids = [style_id for style_id in _STYLES if _uses(xml_of_part, f'w:val="{style_id}"')]
    refers_to_notes = _uses(xml_of_part, _NOTE_REFERENCE)
    if not used_ids and not refers_to_notes:
        return package
    return _extended(package, tuple(used_ids), numerals, refers_to_notes, refers_to_notes and not has_notes)


def _uses(xml_of_part: Mapping[str, str], xml: str) -> bool:
    return any(xml in part for part in xml_of_part.values())


@lru_cache(maxsize=_REMEMBERED)
def _extended(
    package: bytes,
    style_ids: tuple[str, ...],
    numerals: thai.Numerals,
    numbers_notes: bool,  # noqa: FBT001 a cached function
    lacks_part: bool,  # noqa: FBT001 as above
) -> bytes:
    """Return a package with styles, and with room for notes.

    The packages of single templates are the same bytes for many documents, and are remembered.
    """
    parts = read_package(package)
    if lacks_part:
        parts = with_linked_parts(parts, [_PART_OF_NOTES])
        del parts[FOOTNOTES_PART]
    parts[STYLES_PART] = _with_styles(parts[STYLES_PART], style_ids)
    if numbers_notes and _SETTINGS_PART in parts:
        parts[_SETTINGS_PART] = _with_numbers(parts[_SETTINGS_PART], numerals)
    return write_package(parts)


def _with_styles(data: bytes, style_ids: Iterable[str]) -> bytes:
    """Return the part of styles with further ones, where it does not have them under their ids."""
    root = parse_part(data, STYLES_PART)
    ids = {style.get(w("styleId")) for style in root.iterchildren(w("style"))}
    for style_id in style_ids:
        if style_id not in ids:
            root.append(etree.fromstring(_STYLES[style_id]))
    return serialise_part(root)


def _with_numbers(data: bytes, numerals: thai.Numerals) -> bytes:
    """Return the part of settings that names the lines above notes, and the digits of their numbers."""
    root = parse_part(data, _SETTINGS_PART)
    notes = root.find(w("footnotePr"))
    if notes is None:
        notes = _put_settings_of_notes(root, "footnote")
    if numerals == "thai" and notes.find(w("numFmt")) is None:
        has_position = len(notes) > 0 and notes[0].tag == w("pos")
        notes.insert(int(has_position), etree.Element(w("numFmt"), {w("val"): FORMATS["thai"]}))
    use_digits_in_notes(root, numerals)
    return serialise_part(root)


def with_settings_of_notes(data: bytes, kind: str) -> bytes:
    """Return the part of settings that names the lines above notes; endnotes stand behind their section.

    Args:
        data: the part.
        kind: ``footnote`` or ``endnote``.
    """
    root = parse_part(data, _SETTINGS_PART)
    if root.find(w(f"{kind}Pr")) is None:
        notes = _put_settings_of_notes(root, kind)
        if kind == "endnote":
            notes.insert(0, etree.Element(w("pos"), {w("val"): "sectEnd"}))
    return serialise_part(root)


def _put_settings_of_notes(root: Any, kind: str) -> Any:
    """Put the settings of notes of a kind into their place, and return them."""
    notes = etree.Element(w(f"{kind}Pr"))
    for number in ("-1", "0"):
        etree.SubElement(notes, w(kind), {w("id"): number})
    place = 0
    for setting in root:
        if local(setting.tag) in _BEHIND_NOTES:
            break
        place += 1
    root.insert(place, notes)
    return notes
