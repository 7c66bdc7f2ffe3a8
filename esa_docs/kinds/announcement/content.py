"""ประกาศ: an announcement (ระเบียบงานสารบรรณ ข้อ 20); it bears no number."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from esa_docs.model.base import Text
from esa_docs.model.signing import Signed


class Announcement(Signed):
    """ประกาศ."""

    kind: Literal["announcement"] = "announcement"
    """Kind of document."""
    text: tuple[Text, ...] = Field(min_length=1)
    """Paragraphs: why it is made, then what is announced."""
    items: tuple[Text, ...] = ()
    """What is announced item by item, numbered after the paragraphs."""
    closing: Text | None = None
    """A last paragraph, such as จึงประกาศให้ทราบโดยทั่วกัน."""
