"""A Word file held against the schema of its format, ISO/IEC 29500 (ECMA-376), transitional.

The parts that a template brings along unchanged (styles, settings, theme, numbering) are looked at once for
all papers of the template; those that are written for each paper, each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.verify.foreign_files import weight_of_schema_fault
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile
from esa_docs.word.verify.part_names import root_of
from esa_docs.word.verify.schema_faults import FaultKind, PlacedFault, SchemaFault
from esa_docs.word.verify.schema_names import name_of
from esa_docs.word.verify.schema_table import schema_table
from esa_docs.word.verify.schema_walk import schema_faults
from esa_docs.word.verify.schema_words import fault_in_words

# Data of other programs: Word keeps them as they are and asks no schema.
_DATA: Final = re.compile(r"customXml/item\d+\.xml")


def broken_schema(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E720: the schema of Word files does not allow it; Word repairs such a file, or refuses it."""
    for part in document.parts.values():
        for placed in part.remember(_faults):
            message = fault_in_words(placed.fault)
            hint = _("Look at this place of the Word template: open it in Word, save it, and build again.")
            severity = Severity.ERROR
            if not document.is_ours:
                severity = weight_of_schema_fault(part, placed.fault)
            yield part.diagnostic("E720", message, hint, severity=severity, near=placed.element)


def _faults(part: PackagePart) -> tuple[PlacedFault, ...]:
    """Return the faults of a part; a part that the schema does not know has none."""
    root_name = name_of(part.root)
    expected_root = _expected_root(part.name)
    if expected_root not in {"", root_name}:
        fault = SchemaFault(FaultKind.ODD_ROOT, root_name, expected_root)
        return (PlacedFault(fault, part.root),)
    is_known = root_name in schema_table().elements and not _DATA.fullmatch(part.name)
    if not is_known:
        return ()
    return tuple(schema_faults(part.root))


def _expected_root(part_name: str) -> str:
    """Return the element with which a part must begin; empty for parts of other names."""
    root = root_of(part_name)
    return f"w:{root}" if root else ""


RULES: Final = (broken_schema,)
