"""Rules about character properties: Thai is complex script, so each property stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import RPR_ORDER, local, w
from esa_docs.ooxml.styles import path_to
from esa_docs.word.verify.parsed_file import STYLES_PART, Element, PackagePart, ParsedWordFile, quote

_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_MARK: Final = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_FACES: Final = tuple(map(w, ("ascii", "hAnsi", "eastAsia", "cs")))
_PAIRS: Final = tuple((w(name), w(f"{name}Cs")) for name in ("sz", "b", "i"))
_VALUE: Final = w("val")
_RANK: Final = {w(name): rank for rank, name in enumerate(RPR_ORDER)}
_CS: Final = w("cs")


def _styled_parts(document: ParsedWordFile) -> Iterator[PackagePart]:
    yield from document.stories
    if STYLES_PART in document.parts:
        yield document.parts[STYLES_PART]


def half_named_fonts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E707: a font named for Latin only, or through the theme: Thai falls back to another font."""
    for part in _styled_parts(document):
        for fonts in part.all("rFonts"):
            themed = [name for name in fonts.attrib if name.lower().endswith("theme")]
            if themed or any(fonts.get(face) is None for face in _FACES):
                message = _("a font is not named for all four scripts (ascii, hAnsi, eastAsia, cs)")
                yield part.finding("E707", message, _("Choose the font for the whole style in Word."))


def half_set_properties(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E708: size, weight or slant set for Latin and not for Thai, or the other way round."""
    for part in _styled_parts(document):
        for properties in part.formatting:
            values = {child.tag: child.get(_VALUE, "true") for child in properties}
            for latin, thai in _PAIRS:
                if values.get(latin) != values.get(thai):
                    message = _("{latin} and {thai} differ: Thai and Latin text would look unlike")
                    yield part.finding("E708", message.format(latin=local(latin), thai=local(thai)))


def disordered_properties(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E709: children of ``w:rPr`` out of the schema's order: Word drops some of them."""
    for part in _styled_parts(document):
        for properties in part.formatting:
            ranks = [_RANK.get(child.tag, len(_RANK)) for child in properties]
            if ranks != sorted(ranks):
                names = ", ".join(local(child.tag) for child in properties)
                yield part.finding("E709", _("run properties out of order: {names}").format(names=names))


def wrong_script_marks(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E710: a run with Thai without ``w:cs``, one without Thai that has it, or a style that has it."""
    for part in document.stories:
        for _run, properties, text in (*part.text_runs, *part.instructions):
            is_thai = _THAI.search(text) is not None
            if is_thai != (properties is not None and _is_marked(properties)) and text.strip():
                message = _("the run {text} is not marked by its script").format(text=quote(text))
                yield part.finding("E710", message)
    if STYLES_PART in document.parts:
        part = document.parts[STYLES_PART]
        if part.select("//w:rPr/w:cs"):
            yield part.finding("E710", _("a style marks all its text as complex script"))


def _is_marked(properties: Element) -> bool:
    return bool(len(properties)) and (properties[-1].tag == _CS or properties.find(_CS) is not None)


def badly_split_runs(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E711: a run that begins with a Thai vowel sign or tone mark, or that equals its neighbour."""
    for part in document.stories:
        for (before, its_properties, _text), (run, properties, text) in pairwise(part.text_runs):
            if run.getprevious() is not before:
                continue
            if _MARK.match(text):
                message = _("a Thai word is torn between two runs at {text}").format(text=quote(text))
                yield part.finding("E711", message)
            elif _same_properties(its_properties, properties):
                message = _("two runs of one formatting stand side by side at {text}").format(
                    text=quote(text)
                )
                yield part.finding("E711", message)


def _same_properties(one: Element | None, other: Element | None) -> bool:
    if one is None or other is None or len(one) != len(other):
        return not (len(one) if one is not None else 0) + (len(other) if other is not None else 0)
    return all(a.tag == b.tag and dict(a.attrib) == dict(b.attrib) for a, b in zip(one, other, strict=True))


def cancelled_bold(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E714: bold of a paragraph style and of a character style on the same text: in Word they cancel."""
    for part in document.stories:
        for properties in part.formatting:
            style = properties.find(w("rStyle"))
            if style is None:
                continue
            paragraph = next(properties.iterancestors(w("p")), None)
            named = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            if named is None:
                continue
            both = (style.get(w("val")), named.get(w("val")))
            if all(document.styles.find(one, path_to("rPr", "b")) is not None for one in both):
                message = _("bold of a paragraph style and of a character style cancel each other")
                yield part.finding("E714", message, _("Take bold out of one of the two styles."))


RULES: Final = (
    half_named_fonts,
    half_set_properties,
    disordered_properties,
    wrong_script_marks,
    badly_split_runs,
    cancelled_bold,
)
