"""A Word file held against the schema of its format by openxml-audit (rules of Microsoft's Open XML SDK)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationSeverity

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _


def validate_schema(path: Path, file_label: str) -> Iterator[Diagnostic]:
    """Generate E720 for what the schema does not allow.

    Args:
        path: the file.
        file_label: how diagnostics name it.
    """
    hint = _("Open the file in Word and save it again, or build it again.")
    for fault in OpenXmlValidator().validate(path).errors:
        message = _("the schema of Word files does not allow this: {reason}").format(reason=fault.description)
        severity = Severity.ERROR if fault.severity is ValidationSeverity.ERROR else Severity.WARNING
        part = fault.part_uri or ""
        yield Diagnostic("E720", message, Location(file_label), hint, severity, part)
