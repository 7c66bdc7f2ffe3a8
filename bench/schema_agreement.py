"""Where our table of the schema and openxml-audit may differ on an altered part, with the reason for each."""

from __future__ import annotations

from typing import Any, Final

from audited import audit_root

from esa_docs.ooxml.names import RPR_ORDER, local, w
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault
from esa_docs.word.verify.schema_walk import schema_faults

REASONS_OF_OURS: Final = {
    FaultKind.ODD_ATTRIBUTE: "openxml-audit asks only for elements whose name has one type",
    FaultKind.MISSING_ATTRIBUTE: "the SDK declares some attributes optional that the standard requires",
    FaultKind.ODD_VALUE: "the SDK takes decimals in whole numbers, and any text in some enumerations",
    FaultKind.ODD_TEXT: "openxml-audit does not look at text",
}
"""Faults that we alone may find, and why."""
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
    if fault.kind in REASONS_OF_OURS:
        return True
    # openxml-audit looks into no element that the SDK declares without children.
    is_in_childless = fault.kind is FaultKind.ODD_CHILD and not _has_children_elsewhere(fault.name, root)
    is_twice_in_run = fault.name == "w:rPr"
    return is_in_childless or is_twice_in_run


def _has_children_elsewhere(name: str, root: Element) -> bool:
    """Return whether more than one element of a name has children in a part: then children are allowed."""
    local_name = name.rpartition(":")[2]
    bearers = [element for element in root.iter("{*}" + local_name) if len(element)]
    return len(bearers) > 1


def _is_explained_of_audit(words: str, root: Element) -> bool:
    # The SDK has bounds of its own for some measures; Word opens files beyond them.
    if _NAMES_OF_SETTINGS in words or "exceeds maximum" in words:
        return True
    # The standard lets properties of a run stand in any order. Out of order they are E709, not the schema's.
    return words.startswith("Unexpected element") and _has_disordered_run_properties(root)


def _has_disordered_run_properties(root: Element) -> bool:
    for properties in root.iter(w("rPr")):
        names = [local(child.tag) for child in properties]
        ranks = [RPR_ORDER.index(name) for name in names if name in RPR_ORDER]
        if ranks != sorted(ranks):
            return True
    return False
