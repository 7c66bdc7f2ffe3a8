"""The steps of a work as the template of a manual prints them, with all their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs.kinds.manual.content import Step, Substep, Topic
from esa_docs.model.document import Context
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.passage import Passage, with_below
from esa_docs.model.prose.prose import Prose

_LEVEL_IN_BRACKETS: Final = 3
"""Below 2.1.1 the numbers stand alone: (1), (2)."""


def step_context(number: int, step: Step) -> Context:
    """Return a step with what lies below it; parts of parts stand in one list, each with its level."""
    return {
        "label": f"{number}.",
        "text": with_below(step.text, step.paragraphs),
        "substeps": list(_substeps(str(number), step.substeps, level=1)),
        "lead": step.lead or "",
        "topics": list(_topics(step.topics, "{}.")),
        "categories": list(_topics(step.categories, "หมวดที่ {}")),
    }


def _substeps(label_above: str, substeps: Sequence[Substep], *, level: int) -> Iterator[Context]:
    """Generate parts with the parts below them, in the order of reading."""
    for number, substep in enumerate(substeps, 1):
        label = f"{label_above}.{number}"
        if level >= _LEVEL_IN_BRACKETS:
            label = f"({number})"
        yield _substep(label, substep, level)
        yield from _substeps(label, substep.substeps, level=level + 1)


def _substep(label: str, substep: Substep, level: int) -> Context:
    leading_blocks, bullets = _bullets(substep.bullets)
    return {
        "label": label,
        "level": level,
        "text": with_below(substep.text, (*substep.paragraphs, *leading_blocks)),
        "duty": substep.duty or "",
        "composition": substep.composition or "",
        "bullets": bullets,
    }


def _bullets(pieces: Paragraphs) -> tuple[list[Block], list[str | Passage]]:
    """Return the blocks before the first point, and the points, each with the blocks behind it.

    The template prints a dash before each point, and a block has none.
    """
    leading_blocks: list[Block] = []
    points: list[tuple[Prose, list[Block]]] = []
    for piece in pieces:
        if isinstance(piece, Prose):
            points.append((piece, []))
        elif points:
            _text, blocks = points[-1]
            blocks.append(piece)
        else:
            leading_blocks.append(piece)
    return leading_blocks, [with_below(text, blocks) for text, blocks in points]


def _topics(topics: tuple[Topic, ...], label_format: str) -> Iterator[Context]:
    for number, topic in enumerate(topics, 1):
        text = with_below(topic.text, topic.paragraphs)
        yield {"label": label_format.format(number), "name": topic.name, "text": text}
