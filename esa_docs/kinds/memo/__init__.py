"""บันทึกข้อความ: a memo inside the office (ระเบียบงานสารบรรณ ข้อ 12)."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.kinds.correspondence.content import attachments_of
from esa_docs.kinds.correspondence.numbers import CIRCULARS
from esa_docs.kinds.correspondence.rules import check_correspondence
from esa_docs.kinds.memo.content import Memo
from esa_docs.kinds.memo.example import EXAMPLES
from esa_docs.kinds.memo.request import write_request
from esa_docs.kinds.memo.rules import check_memo
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.signing import subject_of
from esa_docs.rules.signing import check_signer


def _view(document: Document[Memo], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.memo.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.memo.printed import Printed

    return Printed


KIND: Final = Kind(
    name="memo",
    thai_name="บันทึกข้อความ",
    content=Memo,
    title=subject_of,
    forms=(Form("memo", _view, printed=_printed),),
    rules=(check_signer, check_correspondence, check_memo),
    examples=EXAMPLES,
    attachments=attachments_of,
    prints_of_office=frozenset({"contact"}),
    numbers=NumberSeries(
        "memo", "ทะเบียนบันทึกข้อความ", is_coded=True, ways=("office", "group", "none"), words=Memo.number_words
    ),
    circulars=CIRCULARS,
    request=write_request,
    prints_emblem=True,
)
