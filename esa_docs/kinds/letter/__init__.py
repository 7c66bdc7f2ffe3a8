"""หนังสือภายนอก: a letter to those outside the office (ระเบียบงานสารบรรณ ข้อ 11), and circulars (ข้อ 32)."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.kinds.correspondence.content import attachments_of
from esa_docs.kinds.correspondence.numbers import CIRCULARS
from esa_docs.kinds.correspondence.rules import check_correspondence
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.copies import letters_of
from esa_docs.kinds.letter.example import EXAMPLES
from esa_docs.kinds.letter.rules import check_letter
from esa_docs.model.abilities import NumberSeries, RecipientTable
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.signing import subject_of
from esa_docs.rules.signing import check_signer


def _view(document: Document[Letter], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.letter.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.letter.printed import Printed

    return Printed


KIND: Final = Kind(
    name="letter",
    thai_name="หนังสือภายนอก",
    content=Letter,
    title=subject_of,
    forms=(Form("letter", _view, printed=_printed),),
    rules=(check_signer, check_correspondence, check_letter),
    examples=EXAMPLES,
    copies=letters_of,
    recipients=RecipientTable("recipients_from", "recipients", ("to", "recipients")),
    attachments=attachments_of,
    prints_of_office=frozenset({"address", "contact"}),
    numbers=NumberSeries(
        "letter", "ทะเบียนหนังสือส่ง", is_coded=True, ways=("office", "group"), words=Letter.number_words
    ),
    circulars=CIRCULARS,
    prints_emblem=True,
)
