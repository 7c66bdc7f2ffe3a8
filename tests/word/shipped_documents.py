"""A document for each shipped template, with the template that a test puts in its place."""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from word_files import ROOT

from esa_docs import api
from esa_docs.assess.status import StatusContent
from esa_docs.diagnostics import Location
from esa_docs.jobs.building.dividers import divider_of
from esa_docs.jobs.numbers.number_registers import register_document
from esa_docs.jobs.people.committee_lists import COMMITTEE_LIST, committee_list
from esa_docs.jobs.program_documents import program_document
from esa_docs.jobs.progress import PROGRESS_REPORT, work_status
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import AnnexFile, Document
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

TODAY = dt.date(2026, 9, 16)
PROPERTIES = {"title": "t", "creator": "c"}


@cache
def shipped_documents() -> dict[str, Document[Any]]:
    """Return a document for each shipped template, by the name of the template without its ending."""
    project = api.load(ROOT / "content")
    documents: dict[str, Document[Any]] = {}
    for document in project.documents:
        kind = project.kinds.of(document)
        for form in kind.forms:
            documents[form.name] = dataclasses.replace(document, form=form)
    (documents["sar-issue"], *_further_issues) = issue_files(documents["sar"], documents["sar-issue"].form)
    table = api.register(project, "order")
    documents["number-register"] = register_document(project, table)
    order, members = committee_list(project, "orders/pmqa-steering", TODAY)
    documents["committee-list"] = program_document(
        project, COMMITTEE_LIST, ("committee-list", 2569), "t", members, order.numerals
    )
    works = (work_status(documents["sar"], project.kinds, TODAY),)
    content = StatusContent(2569, TODAY, works)
    documents["progress-report"] = program_document(
        project, PROGRESS_REPORT, ("progress", 2569), content.title, content, "thai"
    )
    documents["evidence-divider"] = divider_of(
        documents["sar"], AnnexFile("1.1", "หลักฐาน", Path("a.pdf"), Location("a.yaml"), "file")
    )
    return documents


def print_with(document: Document[Any], template: bytes) -> bytes:
    """Return the Word file of a document made with a template."""
    look = Look(document.office.font, document.numerals, document.office.sizes)
    compiled_template = compile_template(template, "templates_docx/a.docx", look)
    context = document.form.view(document, compiled_template.area)
    return compiled_template.render(context, PROPERTIES)
