"""The office: the facts that every document of the year shares."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from esa_docs.model.base import Content, Text
from esa_docs.model.people import PersonRef

FontFamily = Literal["TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"]


class Group(Content):
    """กลุ่ม/หน่วย: one unit of the office."""

    id: Text
    """Short name by which the content files refer to this unit; it is never printed."""
    name: Text
    """Name of the unit as printed."""


class Power(Content):
    """อำนาจ: a law on which orders rest."""

    id: Text
    """Short name by which orders refer to it; it is never printed."""
    text: Text
    """Its words after อาศัยอำนาจตามความใน, such as มาตรา 37 แห่งพระราชบัญญัติ …"""


class NumeralsByKind(Content):
    """Which digits each kind of document prints."""

    manual: Literal["thai", "arabic"] = "arabic"
    """Digits of operations manuals: thai (๑ ๒ ๓) or arabic (1 2 3)."""
    order: Literal["thai", "arabic"] = "thai"
    """Digits of orders: thai (๑ ๒ ๓) or arabic (1 2 3)."""
    announcement: Literal["thai", "arabic"] = "thai"
    """Digits of announcements: thai (๑ ๒ ๓) or arabic (1 2 3)."""


class Office(Content):
    """office.yaml: สำนักงานเขตพื้นที่การศึกษา."""

    name: Text
    """Full name of the office as printed on covers."""
    short_name: Text
    """Official abbreviation, such as สพป.เลย เขต 3."""
    parent: Text
    """The body above the office, printed below its name on covers."""
    director: PersonRef | None = None
    """Director of the office: an id of people.yaml."""
    groups: tuple[Group, ...] = ()
    """Units of the office."""
    powers: tuple[Power, ...] = ()
    """Laws that orders may cite."""
    numerals: NumeralsByKind = Field(default_factory=NumeralsByKind)
    """Which digits each kind of document prints."""
    font: FontFamily = "TH SarabunPSK"
    """Font family of all documents; it must be installed where they are opened."""
    emblem: Text | None = None
    """Picture of the emblem (ตราครุฑ), PNG or JPEG: its path from the project folder."""
