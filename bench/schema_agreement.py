"""Where our table of the schema and openxml-audit may differ on an altered part, with the reason for each."""

from __future__ import annotations

import re
from typing import Any, Final

from audited import audit_root

from esa_docs.ooxml.names import RPR_ORDER, local, w
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault
from esa_docs.word.verify.schema_walk import schema_faults

_SIDES: Final = ("top", "left", "bottom", "right")
_PAGE_MARGINS: Final = (*_SIDES, "header", "footer", "gutter")
_ADDED: Final = "nonsense"
"""The attribute that alterations add. openxml-audit asks only for elements whose name has one type."""
_MAY_LACK: Final = frozenset(
    {
        *(("a:latin", "typeface"), ("a:ea", "typeface"), ("a:cs", "typeface")),
        *(("w:name", "w:val"), ("w:tab", "w:val"), ("w:tab", "w:pos"), ("w:zoom", "w:percent")),
        *(("w:pgMar", f"w:{name}") for name in _PAGE_MARGINS),
        *((f"w:{side}", "w:val") for side in _SIDES),
    }
)
"""Attributes that the standard requires.

The SDK has them as optional, or the name of the element has several types.
"""
_TAKES_ANY_NUMBER: Final = frozenset(
    {
        *(("w:sz", "w:val"), ("w:szCs", "w:val"), ("w:zoom", "w:percent")),
        *(("w:ind", f"w:{name}") for name in ("left", "right", "firstLine", "hanging")),
        *(("w:spacing", f"w:{name}") for name in ("before", "after", "line")),
        *((f"w:{name}", "w:w") for name in ("gridCol", "tcW", *_SIDES)),
    }
)
"""Attributes in which the SDK takes decimals, and numbers beyond the 32 bits that Word reads."""
_TAKES_ANY_TEXT: Final = frozenset(
    {("w:style", "w:customStyle"), ("w:style", "w:default"), ("w:sz", "w:val"), ("w:charset", "w:val")}
)
"""Attributes of which the SDK does not look at the value."""
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NAMES_OF_SETTINGS: Final = "allowHyphenationAtTrackBottom"
"""The first of the SDK's names of settings. Word takes new ones with each edition, so we take any."""

Element = Any


def difference(root: Element) -> str:
    """Return on what ours and openxml-audit differ without a reason; empty where they agree on a part."""
    own_faults = [placed.fault for placed in schema_faults(root)]
    audited_words = audit_root(root)
    if own_faults and not audited_words:
        unexplained = [str(fault) for fault in own_faults if not _is_explained(fault, root)]
        return "; ".join(unexplained)
    if audited_words and not own_faults:
        return "; ".join(words for words in audited_words if not _is_explained_of_audit(words, root))
    return ""


def _is_explained(fault: SchemaFault, root: Element) -> bool:
    if _is_explained_of_attribute(fault):
        return True
    # openxml-audit looks into no element that the SDK declares without children.
    is_in_childless = fault.kind is FaultKind.ODD_CHILD and not _has_children_elsewhere(fault.name, root)
    is_twice_in_run = fault.name == "w:rPr"
    return is_in_childless or is_twice_in_run


def _is_explained_of_attribute(fault: SchemaFault) -> bool:
    attribute = (fault.element, fault.name)
    match fault.kind:
        case FaultKind.ODD_ATTRIBUTE:
            return fault.name.removeprefix("w:") == _ADDED
        case FaultKind.MISSING_ATTRIBUTE:
            return attribute in _MAY_LACK
        case FaultKind.ODD_VALUE:
            is_number = _NUMBER.fullmatch(fault.value) is not None
            return attribute in _TAKES_ANY_TEXT or (is_number and attribute in _TAKES_ANY_NUMBER)
        case _:
            return False


def _has_children_elsewhere(name: str, root: Element) -> bool:
    """Return whether more than one element of a name has children in a part: then children are allowed."""
    local_name = name.rpartition(":")[2]
    bearers = [element for element in root.iter("{*}" + local_name) if len(element)]
    return len(bearers) > 1


def _is_explained_of_audit(words: str, root: Element) -> bool:
    # The SDK has bounds of its own for some measures; Word opens files beyond them.
    if any(part in words for part in (_NAMES_OF_SETTINGS, "exceeds maximum", "less than minimum")):
        return True
    # The standard lets a cell be empty. A cell without a paragraph is E716, not the schema's.
    if words.startswith("Required sequence content") and _has_empty_cell(root):
        return True
    # A section without a type begins on a new page, and so does one whose type says nothing.
    if words == "Required attribute 'val' is missing" and root.find(f".//{w('type')}") is not None:
        return True
    # The standard lets properties of a run stand in any order. Out of order they are E709, not the schema's.
    return words.startswith("Unexpected element") and _has_disordered_run_properties(root)


def _has_empty_cell(root: Element) -> bool:
    return any(cell.find(w("p")) is None for cell in root.iter(w("tc")))


def _has_disordered_run_properties(root: Element) -> bool:
    for properties in root.iter(w("rPr")):
        names = [local(child.tag) for child in properties]
        ranks = [RPR_ORDER.index(name) for name in names if name in RPR_ORDER]
        if ranks != sorted(ranks):
            return True
    return False
