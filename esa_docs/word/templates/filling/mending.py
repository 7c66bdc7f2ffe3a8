"""What is done to the text of a part after its tags are filled in: only what its template can need.

A document costs a search through its text for each of these steps, so a template without cause for one goes
without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Final, TypeAlias

from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.filling.block_marks import OPEN
from esa_docs.word.templates.filling.joined_output import join_equal_runs, may_cut_runs
from esa_docs.word.templates.filling.mended_blocks import mend_blocks
from esa_docs.word.templates.filling.split_paragraphs import split_paragraphs
from esa_docs.word.templates.loops.copies import NOTE_PARTS
from esa_docs.word.templates.tags.cell_tags import CELL_FILL, CELL_SPAN, CELL_TIMES
from esa_docs.word.templates.tags.marked_cells import with_marked_cells
from esa_docs.word.templates.tags.tag_spelling import LITERAL_BRACE

Mender: TypeAlias = Callable[[str], str]

_BRACE_AT_THE_END: Final = '{</w:t><w:t xml:space="preserve">'
_ROWS_BY_TAGS: Final = "</w:tblGrid>{%"
_NO_ROWS: Final = "</w:tblGrid></w:tbl>"
_CELL_FILTER: Final = re.compile("|".join((CELL_FILL, CELL_SPAN, CELL_TIMES)))
_BODY: Final = "<w:body>"
_BODY_BY_TAGS: Final = "<w:body>{%"
_SECTION: Final = "<w:sectPr"
_ESCAPE_IN_A_TAG: Final = re.compile(r"\{[{%][^{}]*\\")
"""Without it a text in a tag has no sign for a new paragraph, and content cannot hold one."""


def part_menders(sources: Mapping[str, PartSource]) -> dict[str, tuple[Mender, ...]]:
    """Return the functions through which each filled-in part goes.

    Notes stand in the source of the document, at their references.
    """
    menders = {}
    for name, part in sources.items():
        source = part.source
        if name in NOTE_PARTS.values():
            source += sources[DOCUMENT_PART].source
        menders[name] = menders_for(source)
    return menders


def menders_for(source: str) -> tuple[Mender, ...]:
    """Return the functions through which a filled-in part goes, in their order.

    Args:
        source: the Jinja source of the part.
    """
    # The braces come last: they part the texts of runs.
    needs: tuple[tuple[bool, Mender], ...] = (
        (_ROWS_BY_TAGS in source, _without_empty_tables),
        (_CELL_FILTER.search(source) is not None, with_marked_cells),
        (OPEN in source, mend_blocks),
        (_BODY_BY_TAGS in source, _with_filled_body),
        (_ESCAPE_IN_A_TAG.search(source) is not None, split_paragraphs),
        (may_cut_runs(source), join_equal_runs),
        (LITERAL_BRACE in source, _with_printed_braces),
    )
    return tuple([mender for is_needed, mender in needs if is_needed])


def can_split(menders: Iterable[tuple[Mender, ...]]) -> bool:
    """Return whether the texts of a template may have signs for new paragraphs."""
    return split_paragraphs in chain.from_iterable(menders)


def _without_empty_tables(xml: str) -> str:
    """Return the XML of a part without tables that have lost all their rows."""
    if _NO_ROWS not in xml:
        return xml
    pieces = []
    place = 0
    end = xml.find(_NO_ROWS)
    while end >= 0:
        start = xml.rfind("<w:tbl>", place, end)
        pieces.append(xml[place:start])
        place = end + len(_NO_ROWS)
        end = xml.find(_NO_ROWS, place)
    pieces.append(xml[place:])
    return "".join(pieces)


def _with_filled_body(xml: str) -> str:
    """Return the XML of the main part with an empty paragraph where its body has lost everything."""
    end = xml.find(_BODY) + len(_BODY)
    if not xml.startswith(_SECTION, end):
        return xml
    return f"{xml[:end]}<w:p/>{xml[end:]}"


def _with_printed_braces(xml: str) -> str:
    """Return the XML of a part with the braces that its template prints, each at the end of a ``w:t``."""
    return xml.replace(LITERAL_BRACE, _BRACE_AT_THE_END)
