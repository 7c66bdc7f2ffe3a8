"""A Word file held against the schema by openxml-audit, whose rules are those of Microsoft's Open XML SDK."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.context import ValidationContext
from openxml_audit.errors import FileFormat
from openxml_audit.schema.validator import SchemaValidator

Element = Any


class Finding(NamedTuple):
    """What openxml-audit calls an error: the part, as it names it, and its words."""

    part: str
    words: str


def audit(path: Path) -> list[Finding]:
    """Return what openxml-audit calls an error in a file."""
    findings = []
    for fault in OpenXmlValidator().validate(path).errors:
        if fault.severity is ValidationSeverity.ERROR:
            findings.append(Finding((fault.part_uri or "").lstrip("/"), fault.description))
    return findings


def audit_root(root: Element) -> list[str]:
    """Return what openxml-audit calls an error in a part by its schema, without its package."""
    context = ValidationContext(None, file_format=FileFormat.OFFICE_2019, max_errors=0, strict=True)
    _validator()._validate_element(root, context)  # noqa: SLF001 its public way needs a whole package
    return [error.description for error in context.errors]


@cache
def _validator() -> SchemaValidator:
    return SchemaValidator()
