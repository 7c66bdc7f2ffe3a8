"""The file that a clerk sends to the maintainer. Everything in it is listed here; nothing of it is personal.

It is put together from counts, codes, versions and choices. Nothing has to be removed from it: no name of a
person, document, file, folder, user or machine gets into it, and no text of content.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kinds
from esa_docs.ooxml.package import write_package
from esa_docs.source.loading.project import load_project
from esa_docs.support.machine import font_facts, machine_facts
from esa_docs.support.project import (
    diagnostic_facts,
    fault_facts,
    office_facts,
    project_facts,
    template_facts,
)

_EXPLANATION: Final = "README.txt"


def pack_bundle(
    root: Path, kinds: Kinds, forms: Iterable[str], diagnostics: Iterable[Diagnostic], *, today: dt.date
) -> bytes:
    """Return a zip file of what the maintainer needs. Equal facts give equal bytes.

    Args:
        root: project folder; where it is none, the file says so.
        kinds: the kinds of documents.
        forms: names of all forms.
        diagnostics: the doctor's, of this machine.
        today: the day as of which the project is read.
    """
    facts: dict[str, object] = {
        "machine": machine_facts(),
        "doctor": [_row(diagnostic) for diagnostic in diagnostics],
        "fonts": font_facts(),
        "templates": template_facts(root, forms),
    }
    facts |= _facts_of_project(root, kinds, today)
    explanation = explain_bundle() + "\n"
    members = {_EXPLANATION: explanation.encode()}
    for name, value in facts.items():
        members[f"{name}.json"] = _json(value)
    return write_package(members)


def explain_bundle() -> str:
    """Return what the file holds and what not, in the reader's language."""
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


def _facts_of_project(root: Path, kinds: Kinds, today: dt.date) -> dict[str, object]:
    """Return the members of the file that describe the project."""
    try:
        project = load_project(root, kinds, today=today)
        counts = project_facts(project)
        settings = office_facts(project.office, kinds) if project.office else None
        return {
            "project": counts,
            "settings": settings,
            "diagnostics": diagnostic_facts(project.diagnostics),
        }
    except EsaDocsError as fault:
        return {"project": None, "settings": None, "diagnostics": diagnostic_facts(fault.diagnostics)}
    except Exception as fault:  # noqa: BLE001 a fault of the program is what the maintainer looks for
        return {"project": {"fault": fault_facts(fault)}, "settings": None, "diagnostics": []}


def _row(diagnostic: Diagnostic) -> dict[str, str]:
    # The location stays out: it may lie in the folder of this user.
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
    }


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode()
