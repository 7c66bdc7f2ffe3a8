"""ชีวิตของเอกสาร: the states that a paper passes through, from draft to sent."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.model.numbering import numbering_way
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
    """ส่งแล้ว: it has left the office, in all its copies; its last kept version holds."""


def state_of(document: Document[Any] | None, kinds: Kinds, history: History) -> State:
    """Return the state of a paper.

    A number and a date that were typed by hand count as those of ``issue``. What has left the office is sent,
    whatever its content has become since; and errors in its content take no number from a paper that is kept.

    Args:
        document: the paper as its content says it. None where its content has errors or is gone.
        kinds: the kinds of documents.
        history: its kept versions; without any where none was kept.
    """
    if history.is_sent:
        return State.SENT
    if document is None:
        return State.ISSUED if history.last else State.DRAFT
    if document.is_draft:
        return State.DRAFT
    if is_issued(document, kinds):
        return State.ISSUED
    return State.FOR_SIGNATURE


def is_issued(document: Document[Any], kinds: Kinds) -> bool:
    """Return whether a paper has its date, and its number where the office numbers papers of its kind."""
    content = document.content
    if not isinstance(content, OfficialPaper) or content.day is None or document.is_draft:
        return False
    is_numbered = numbering_way(kinds.of(document), document.office) != "none"
    has_number = getattr(content, "number", None) is not None
    return has_number or not is_numbered


def is_frozen(history: History, *, has_content: bool) -> bool:
    """Return whether a paper is placed as it was kept: it was sent, or nothing else of it is there.

    Args:
        history: its kept versions.
        has_content: whether it has a content file, with errors or without.
    """
    if history.record is None:
        return False
    return history.is_sent or not has_content


def placed_names(history: History, *, has_content: bool) -> frozenset[str]:
    """Return the names of the kept files of a paper that builds place: those that were sent.

    All are placed of a paper without a content file, since nothing else of it is there.

    Args:
        history: its kept versions.
        has_content: whether it has a content file, with errors or without.
    """
    if history.record is None:
        return frozenset()
    if has_content:
        return frozenset(history.sent_files)
    return frozenset(history.record.files)
