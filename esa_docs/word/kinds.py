"""How each kind of document becomes a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from esa_docs.flow.building import build_graph
from esa_docs.flow.graph import Graph
from esa_docs.flow.layout import Area
from esa_docs.model.document import Document
from esa_docs.word.context import Context
from esa_docs.word.context.announcement import build_announcement_context
from esa_docs.word.context.divider import build_divider_context
from esa_docs.word.context.letter import build_letter_context
from esa_docs.word.context.manual import build_manual_context
from esa_docs.word.context.meeting_papers import build_agenda_context, build_sign_in_context
from esa_docs.word.context.memo import build_memo_context
from esa_docs.word.context.minutes import build_minutes_context
from esa_docs.word.context.order import build_order_context
from esa_docs.word.context.pmqa import build_pmqa_context
from esa_docs.word.context.register import build_register_context
from esa_docs.word.context.sar import build_sar_context
from esa_docs.word.context.sar_issue import build_sar_issue_context, sar_issue_title
from esa_docs.word.context.status import build_status_context


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of document on the Word side.

    Attributes:
        build_context: gives the template what it prints, from the document and the room on its pages.
        title: gives the title shown in the file's properties.
        author: gives who answers for the text, for the properties of a PDF.
        procedures: gives the procedures it draws as flow charts, each with its title.
    """

    build_context: Callable[[Document, Area], Context]
    title: Callable[[Document], str] = lambda document: document.title
    author: Callable[[Document], str] = lambda document: document.office.name
    procedures: Callable[[Document], Iterable[tuple[str, Graph]]] = lambda _document: ()


WORD_KINDS: dict[str, WordKind] = {
    "manual": WordKind(
        build_manual_context,
        author=lambda document: document.content.author.full_name,
        procedures=lambda document: ((work.name, build_graph(work)) for work in document.content.works),
    ),
    "order": WordKind(build_order_context),
    "announcement": WordKind(build_announcement_context),
    "memo": WordKind(build_memo_context),
    "letter": WordKind(build_letter_context),
    "sar": WordKind(build_sar_context),
    "minutes": WordKind(build_minutes_context),
    "agenda": WordKind(
        build_agenda_context, title=lambda document: f"ระเบียบวาระ{document.content.meeting_title}"
    ),
    "sign-in": WordKind(
        build_sign_in_context,
        title=lambda document: f"ใบลงทะเบียนผู้เข้าร่วม{document.content.meeting_title}",
    ),
    "pmqa": WordKind(build_pmqa_context),
    "register": WordKind(build_register_context),
    "divider": WordKind(build_divider_context),
    "sar-issue": WordKind(build_sar_issue_context, title=sar_issue_title),
    "status": WordKind(build_status_context),
}
"""Every form of document: each kind, each paper, the register of numbers, the state of works."""
