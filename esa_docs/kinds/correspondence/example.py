"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.office import Office

TEXTS: Final[dict[str, str]] = {
    "Correspondence.owner": "อำนวยการ",
    "Correspondence.invites": "minutes/meeting-1",
    "Correspondence.text": "ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตัวอย่าง จึงขอให้พิจารณาตามที่เสนอ",
    "Correspondence.closing": "จึงเรียนมาเพื่อโปรดพิจารณา",
    "Attachment.text": "รายงานผลการดำเนินงานตัวอย่าง",
    "Attachment.document": "manual",
    "Attachment.file": "attachments/report.pdf",
    "Attachment.link": "https://example.go.th/attachment",
    "Correspondence.reply_link": "https://example.go.th/reply",
}

OFFERED: Final = frozenset({"Correspondence.text"})
"""Optional fields that a new memo or letter holds all the same."""


def examples_of(office: Office | None, _documents: Sequence[Document[Content]]) -> Mapping[str, str]:
    """Return examples from an office: its first unit. Empty where the office has none."""
    if office is None or not office.groups:
        return {}
    first_group = office.groups[0]
    return {"Correspondence.owner": first_group.id}
