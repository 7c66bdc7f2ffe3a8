"""ชีวิตของเอกสาร: the states that a paper passes through, from draft to sent."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.paper import OfficialPaper


class State(StrEnum):
    """The state of a paper."""

    DRAFT = "draft"
    """ร่าง: something is missing, or its content says ``draft: true``."""
    FOR_SIGNATURE = "for_signature"
    """เสนอลงนาม: complete; number and day may be filled in by pen."""
    ISSUED = "issued"
    """ออกเลขแล้ว: it has its number and its date."""
    SENT = "sent"
    """ส่งแล้ว: it has left the office; its last kept version holds."""


def state_of(document: Document[Any], history: History | None) -> State:
    """Return the state of a paper.

    A number and a date that were typed by hand count as those of ``issue``. What has left the office is sent,
    whatever its content has become since.

    Args:
        document: the paper.
        history: its kept versions. None where none was kept.
    """
    if history is not None and history.is_sent:
        return State.SENT
    if document.is_draft:
        return State.DRAFT
    content = document.content
    if isinstance(content, OfficialPaper) and content.is_issued:
        return State.ISSUED
    return State.FOR_SIGNATURE


def state_of_faulty(history: History | None) -> State:
    """Return the state of a paper whose content has errors: a draft, unless it has left the office."""
    if history is not None and history.is_sent:
        return State.SENT
    return State.DRAFT
