"""ชีวิตของเอกสาร: the states that a paper passes through, from draft to sent."""

from __future__ import annotations

from enum import StrEnum


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
