"""Variables of the table of scores of a PMQA report."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed import pieces


class Row(TypedDict):
    """A row of the table of scores."""

    name: Annotated[str, "หมวด 1 การนำองค์การ"]
    """Number and name."""
    strong: Annotated[bool, True]
    """Whether the row is printed in bold."""
    now: Annotated[str, "300.00"]
    """Score of this year."""
    before: Annotated[str, "275.00"]
    """Score of last year; empty where it cannot be compared."""
    difference: Annotated[str, "+25.00"]
    """Difference to last year; empty where it cannot be compared."""
    points: Annotated[str, "84.00"]
    """Points; empty in editions that do not add points up."""
    full: Annotated[str, "120"]
    """Highest points; empty in editions that do not add points up."""


class Scores(TypedDict):
    """The table of scores."""

    unit: Annotated[str, "ร้อยละ"]
    """Unit of the scores."""
    this_year: Annotated[str, "ปี 2569"]
    """Head of the column of this year."""
    last_year: Annotated[str, "ปี 2568"]
    """Head of the column of last year; empty where it cannot be compared."""
    compared: Annotated[bool, True]
    """Whether last year's scores are there."""
    adds_up: Annotated[bool, True]
    """Whether the edition adds points up."""
    rows: list[Row]
    """Rows of the table."""
    notes: list[pieces.LabelledText]
    """What the scores rest on."""
