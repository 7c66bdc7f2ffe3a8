"""Word files that other programs made or saved: what Word bears is no fault of theirs.

Our own papers are held to rules of style for Thai in Word, and to every word of the schema. In somebody
else's file the style is worth a remark, and only what Word repairs or refuses is an error. The cure is
another one too: there is no template to be mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import W
from esa_docs.word.verify.parsed_file import PackagePart
from esa_docs.word.verify.part_names import ROOT_OF_STEM, root_of
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault

_STYLE: Final = frozenset(f"E{number}" for number in range(705, 716))
"""Rules of ours about how Thai should be set: a remark in a file of others."""
_BORNE: Final = frozenset({"E703", "E717", "E718", "E719", "E727", "E728", "E729", "E730"})
"""Faults with which Word opens a file without a word: a warning in a file of others."""
_STRICT_ROOTS: Final = frozenset({*ROOT_OF_STEM.values()} - {"fonts"})
"""Elements with which those parts begin that Word holds against the schema when it opens a file."""
_THEME: Final = re.compile(r"word/theme/[^/]+\.xml")
_LENIENT_PARTS: Final = re.compile(r"word/(stylesWithEffects|glossary/).*")
"""Parts with the same elements: styles for an old Word, and building blocks that a reader may insert."""
# Word reads drawings of old versions (VML) without a schema.
_LENIENT_PREFIXES: Final = ("v:", "o:", "w10:")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def weight_of_schema_fault(part: PackagePart, fault: SchemaFault) -> Severity:
    """Return how much a fault of the schema weighs in a file of others.

    Word bears numbers with decimals, as Google Docs writes them for widths, and attributes too many or few,
    and a property that a run has twice.
    """
    is_lenient = fault.element.startswith(_LENIENT_PREFIXES) or fault.name.startswith(_LENIENT_PREFIXES)
    if is_lenient or not _is_strict(part):
        return Severity.INFO
    if fault.kind is FaultKind.ODD_VALUE and _NUMBER.fullmatch(fault.value):
        return Severity.INFO
    is_property_of_run = fault.name == "w:rPr" and fault.kind is FaultKind.MISPLACED_CHILD
    if is_property_of_run or fault.kind in {FaultKind.ODD_ATTRIBUTE, FaultKind.MISSING_ATTRIBUTE}:
        return Severity.WARNING
    return Severity.ERROR


def _is_strict(part: PackagePart) -> bool:
    """Return whether Word holds a part against the schema: by its root element, or the one it should have."""
    if _LENIENT_PARTS.fullmatch(part.name):
        return False
    if _THEME.fullmatch(part.name) or root_of(part.name) in _STRICT_ROOTS:
        return True
    root = etree.QName(part.root)
    return root.namespace == W and root.localname in _STRICT_ROOTS


def as_of_others(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate findings as they hold for a file of others: with their weight and their cure there."""
    cures = _cures()
    for diagnostic in diagnostics:
        severity = _weight(diagnostic)
        hint = cures.get(diagnostic.code, diagnostic.hint)
        yield replace(diagnostic, severity=severity, hint=hint)


def _weight(diagnostic: Diagnostic) -> Severity:
    if diagnostic.code in _STYLE:
        return Severity.INFO
    if diagnostic.code == "E716" and diagnostic.severity is Severity.WARNING:
        return Severity.INFO
    if diagnostic.code in _BORNE:
        return Severity.WARNING
    return diagnostic.severity


def _cures() -> Mapping[str, str]:
    """Return what to do about each finding in a file of others, by its code."""
    style = _("Nothing has to be done: papers of esa-docs are set otherwise, and this file prints as it is.")
    save = _("Open the file in Word and save it as a new .docx; if Word cannot, ask whoever made it.")
    return {
        **dict.fromkeys(_STYLE, style),
        "E702": save,
        "E703": _("If the braces are meant, leave them; else ask whoever made it for the finished paper."),
        "E716": style,
        "E717": _("In Word, press Alt+F9, look for the field, delete it and insert it again."),
        "E718": _("In Word, update the fields (Ctrl+A, F9), or take the link off."),
        "E719": _("Word gives new ids when it saves the file; nothing else has to be done."),
        "E720": save,
        "E727": _("Take the field out in Word (Alt+F9 shows fields), unless you trust where it leads."),
        "E728": _("Mind where the link leads before you press it; in Word it can be taken off."),
        "E729": _("Open the file only if you trust whoever sent it, and do not let Word enable anything."),
        "E730": _("In Word, look whether a picture, link, note or comment is missing, and insert it again."),
    }
