"""The file against the schema of the format, by openxml-audit (the rules of Microsoft's Open XML SDK)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationSeverity

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _


def validate_schema(path: Path, file_label: str) -> Iterator[Diagnostic]:
    """E720: what the schema does not allow."""
    for fault in OpenXmlValidator().validate(path).errors:
        message = _("the schema of Word files does not allow this: {reason}").format(reason=fault.description)
        hint = _("Open the file in Word and save it again, or build it again.")
        weight = Severity.ERROR if fault.severity is ValidationSeverity.ERROR else Severity.WARNING
        yield Diagnostic("E720", message, Location(file_label), hint, weight, fault.part_uri or "")
