"""The file that a clerk sends to the maintainer: everything in it is listed here, nothing of it is personal.

It is put together of counts, codes, versions and choices, not cleaned of what should not be there. So it
holds no name of a person, document, file, folder, user or machine, and no text of content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kinds
from esa_docs.ooxml.package import write_package
from esa_docs.source.project import load_project
from esa_docs.support.machine import font_facts, machine_facts
from esa_docs.support.project import (
    diagnostic_facts,
    fault_facts,
    office_facts,
    project_facts,
    template_facts,
)

_EXPLANATION: Final = "README.txt"


def pack_bundle(root: Path, kinds: Kinds, forms: Iterable[str], examined: Iterable[Diagnostic]) -> bytes:
    """Pack what the maintainer needs into a zip file; equal facts give equal bytes.

    Args:
        root: project folder; a folder that is none is told as such.
        kinds: the kinds of documents.
        forms: names of all forms.
        examined: what the doctor found on this machine.
    """
    facts: dict[str, object] = {
        "machine": machine_facts(),
        "doctor": [_row(found) for found in examined],
        "fonts": font_facts(),
        "templates": template_facts(root, forms),
        **_facts_of_project(root, kinds),
    }
    members = {f"{name}.json": _json(value) for name, value in facts.items()}
    return write_package({_EXPLANATION: (explain_bundle() + "\n").encode(), **members})


def explain_bundle() -> str:
    """Say what the file holds and what not, in the reader's language."""
    lines = (
        _("This file is for the maintainer of esa-docs, to find out what is wrong on a machine."),
        _("machine.json: versions of the program, of Python and of the system; encodings; LibreOffice"),
        _("doctor.json: what 'esa-docs doctor' found"),
        _("fonts.json: which font families are there"),
        _("templates.json: checksums of the Word templates"),
        _("project.json: how many documents, people and files there are"),
        _("settings.json: font, digits and sizes chosen in office.yaml"),
        _("diagnostics.json: codes and line numbers of what the check finds"),
        _("It holds no names of people, documents, files or this computer, and no text of documents."),
        _("Each part can be opened with Notepad before it is sent."),
    )
    return "\n".join(lines)


def _facts_of_project(root: Path, kinds: Kinds) -> dict[str, object]:
    """Look at the project; a fault of the program while it is read is what the maintainer looks for."""
    try:
        project = load_project(root, kinds)
        return {
            "project": project_facts(project),
            "settings": office_facts(project.office, kinds) if project.office else None,
            "diagnostics": diagnostic_facts(project.diagnostics),
        }
    except EsaDocsError as fault:
        return {"project": None, "settings": None, "diagnostics": diagnostic_facts(fault.diagnostics)}
    except Exception as fault:  # noqa: BLE001 whatever it is, it is told
        return {"project": {"fault": fault_facts(fault)}, "settings": None, "diagnostics": []}


def _row(found: Diagnostic) -> dict[str, str]:
    """Give what the doctor found without its place, which may lie in this user's folder."""
    return {"code": found.code, "severity": str(found.severity), "message": found.message}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
