"""ประกาศ: an announcement (ระเบียบงานสารบรรณ ข้อ 20)."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.kinds.announcement.content import Announcement
from esa_docs.kinds.announcement.example import EXAMPLES
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.signing import subject_of
from esa_docs.rules.signing import check_signer


def _view(document: Document[Announcement], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.announcement.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.announcement.printed import Printed

    return Printed


KIND: Final = Kind(
    name="announcement",
    thai_name="ประกาศ",
    content=Announcement,
    title=subject_of,
    forms=(Form("announcement", _view, printed=_printed),),
    rules=(check_signer,),
    examples=EXAMPLES,
    # The form of ข้อ 20 has no number. Some offices number their announcements (usage, not verified).
    numbers=NumberSeries(
        "announcement", "ทะเบียนประกาศ", ways=("none", "office"), words=Announcement.number_words
    ),
    prints_emblem=True,
)
