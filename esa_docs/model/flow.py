"""ผังขั้นตอน (flow chart): what a work says of it beyond the rows of its summary table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Protocol

from pydantic import BeforeValidator, Field

from esa_docs import thai
from esa_docs.model.base import Content, Text, check_text
from esa_docs.model.printed_fields import STEERS

ShapeName = Literal["process", "decision", "document", "subprocess"]


def _check_id(value: object) -> object:
    text = check_text(value)
    if not isinstance(text, str):
        return text
    return thai.to_arabic_digits(text)


NodeId = Annotated[
    str,
    Field(min_length=1),
    BeforeValidator(_check_id),
    STEERS,
]
"""Name of a step inside a flow: the rows of the table are 1, 2, 3 …, the ends are start and end."""


class FlowNode(Content):
    """A step of the chart that is no row of the table, or a row of the table drawn otherwise."""

    id: NodeId
    """Name of the step: a word of your own for a new step, the row's number for a row of the table."""
    text: Text | None = None
    """What stands in the shape; a row of the table keeps its name if this is left out."""
    shape: ShapeName | None = None
    """process (rectangle), decision (diamond), document or subprocess; by default process."""
    owner: Text | None = None
    """Who is responsible, printed at the left of the shape."""
    time: Text | None = None
    """Time, printed at the right of the shape."""
    after: NodeId | None = None
    """The step below which a new one stands; by default it comes after the step written before it."""
    back_to: NodeId | None = None
    """Of a decision: the step to which ไม่เห็นชอบ leads; เห็นชอบ leads on to the next."""


class FlowEdge(Content):
    """An arrow. Arrows given for a step take the place of those the program would draw from it."""

    source: NodeId = Field(alias="from")
    """The step from which the arrow leads."""
    to: NodeId
    """The step to which it leads."""
    label: Text | None = None
    """Words at the arrow, such as เห็นชอบ; every way out of a decision has some."""
    dotted: bool = False
    """true for a dotted arrow, such as feedback for the next year."""


class Flow(Content):
    """Section 6 where it differs from the rows of the summary table in order."""

    from_table: bool = True
    """true draws the rows of the table and what is given here; false only what is given here."""
    start: Text = "เริ่มต้น"
    """Text of the first shape."""
    end: Text = "สิ้นสุด"
    """Text of the last shape."""
    show_owner: bool = True
    """true prints who is responsible at the left of each shape."""
    show_time: bool = True
    """true prints the time at the right of each shape."""
    nodes: tuple[FlowNode, ...] = ()
    """Steps beside the rows of the table, and rows drawn otherwise."""
    edges: tuple[FlowEdge, ...] = ()
    """Arrows that differ from going on to the next step."""


class ProcedureRow(Protocol):
    """A step of a procedure as the table of its work lists it."""

    @property
    def step(self) -> str:
        """Short name of the step."""

    @property
    def owner(self) -> str:
        """Who is responsible."""

    @property
    def time(self) -> str | None:
        """Time as printed; None for none."""

    @property
    def shape(self) -> ShapeName:
        """Shape in the flow chart."""

    @property
    def back_to(self) -> str | None:
        """Number of the row to which ไม่เห็นชอบ leads. None where no arrow leads back."""


class Procedure(Protocol):
    """ขั้นตอนการปฏิบัติงาน: a procedure, of which a flow chart is drawn."""

    @property
    def table(self) -> Sequence[ProcedureRow]:
        """Its steps in order."""

    @property
    def flow(self) -> Flow:
        """What the chart has beside the rows of the table."""
