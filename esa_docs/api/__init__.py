"""The functions that a Python program and every command call: load, check, find, render, build and others."""

from __future__ import annotations

from esa_docs.api.building import build, draw_charts, draw_pages, render, render_checked, verify_file
from esa_docs.api.clock import this_day, this_occasion
from esa_docs.api.editing import import_workbook, take_emblem, write_drafts, write_ids
from esa_docs.api.machine import (
    examine_machine,
    install_fonts,
    keep_fonts,
    look_at_fonts,
    pack_for_maintainer,
)
from esa_docs.api.numbers import (
    cancel_number,
    import_numbers,
    number_diagnostics,
    register,
    registers_of,
    reserve_numbers,
)
from esa_docs.api.papers import attach, copy, issue, send
from esa_docs.api.projects import (
    check,
    check_whole,
    find,
    findings_elsewhere,
    forms,
    kinds,
    load,
    migrate,
    office_faults,
    schemas,
    start,
)
from esa_docs.api.templates import (
    check_template,
    copy_template,
    diagnose_unnamed_template,
    template_variables,
    write_variables,
)
from esa_docs.jobs.building.output_lock import hold_present_output
from esa_docs.jobs.building.plan import Choice, chosen_year
from esa_docs.jobs.building.report import BuildReport, Outcome, Result
from esa_docs.jobs.building.run import Watcher
from esa_docs.jobs.changes.files import unwritable, write_files
from esa_docs.jobs.field_texts import field_texts, text_files
from esa_docs.jobs.kept.copying import CopyForm
from esa_docs.jobs.kept.issuing import Issuance
from esa_docs.jobs.kept.keeping import Occasion
from esa_docs.jobs.kept.states import Paper, missing_in, papers_of
from esa_docs.jobs.numbers.cancelling import Cancellation
from esa_docs.jobs.numbers.number_import import NumberImport
from esa_docs.jobs.numbers.number_registers import make_registers
from esa_docs.jobs.numbers.reserving import RegisterChange, Wish
from esa_docs.jobs.people.amending import draft_amendments
from esa_docs.jobs.people.committee_lists import committee_list, make_committee_list
from esa_docs.jobs.people.doubtful_committees import committee_doubts
from esa_docs.jobs.people.mentions import changed_since_kept, find_mentions
from esa_docs.jobs.people.named_people import find_person, who_acts_today
from esa_docs.jobs.people.roster_ids import WrittenIds, roster_of
from esa_docs.jobs.program_documents import refuse_existing_file
from esa_docs.jobs.progress import make_status, reports_under_way, work_status
from esa_docs.jobs.reminding import draft_requests, signer_of
from esa_docs.jobs.workbooks import export_workbook
from esa_docs.model.kind_names import kinds_named
from esa_docs.model.life import State, state_of
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import find_project, is_project, path_label
from esa_docs.source.schemas.schema import editor_line

__all__ = [
    "BuildReport",
    "Cancellation",
    "Choice",
    "CopyForm",
    "Issuance",
    "NumberImport",
    "Occasion",
    "Outcome",
    "Paper",
    "RegisterChange",
    "Result",
    "State",
    "Watcher",
    "Wish",
    "WrittenIds",
    "attach",
    "build",
    "cancel_number",
    "changed_since_kept",
    "check",
    "check_template",
    "check_whole",
    "chosen_year",
    "committee_doubts",
    "committee_list",
    "copy",
    "copy_template",
    "diagnose_unnamed_template",
    "draft_amendments",
    "draft_requests",
    "draw_charts",
    "draw_pages",
    "editor_line",
    "examine_machine",
    "export_workbook",
    "field_texts",
    "find",
    "find_mentions",
    "find_person",
    "find_project",
    "findings_elsewhere",
    "forms",
    "hold_present_output",
    "import_numbers",
    "import_workbook",
    "install_fonts",
    "is_project",
    "is_there",
    "issue",
    "keep_fonts",
    "kinds",
    "kinds_named",
    "load",
    "look_at_fonts",
    "make_committee_list",
    "make_registers",
    "make_status",
    "migrate",
    "missing_in",
    "number_diagnostics",
    "office_faults",
    "pack_for_maintainer",
    "papers_of",
    "path_label",
    "refuse_existing_file",
    "register",
    "registers_of",
    "render",
    "render_checked",
    "reports_under_way",
    "reserve_numbers",
    "roster_of",
    "schemas",
    "send",
    "signer_of",
    "start",
    "state_of",
    "take_emblem",
    "template_variables",
    "text_files",
    "this_day",
    "this_occasion",
    "unwritable",
    "verify_file",
    "who_acts_today",
    "work_status",
    "write_drafts",
    "write_files",
    "write_ids",
    "write_variables",
]
