"""Runs that stand side by side once a condition between them is gone: one text again, as Word writes it."""

from __future__ import annotations

import re
from typing import Final

_RUN: Final = re.compile(
    r"(?P<opening><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)"
    r'<w:t(?: xml:space="preserve")?>(?P<text>[^<]*)</w:t></w:r>',
    re.DOTALL,
)
"""A run that holds one text and nothing else."""
_CUT: Final = re.compile(r"(?:</w:r>|endfilter\s*%\})\s*\{%(?!\s*(?:filter\s+runs|set\s+_turn))")
"""Where a statement cuts a line in the source of a part."""
_SEAM: Final = "</w:t></w:r><w:r>"


def may_cut_runs(source: str) -> bool:
    """Return whether the source of a part has statements between the runs of a line."""
    return _CUT.search(source) is not None


def join_equal_runs(xml: str) -> str:
    """Return the XML of a part with runs of text joined that stand side by side and have equal properties."""
    if _SEAM not in xml:
        return xml
    pieces: list[str] = []
    place = 0
    runs: list[re.Match[str]] = []
    for run in _RUN.finditer(xml):
        if runs and (runs[-1].end() != run.start() or runs[-1]["opening"] != run["opening"]):
            pieces += (xml[place : runs[0].start()], _joined(runs))
            place = runs[-1].end()
            runs = []
        runs.append(run)
    if runs:
        pieces += (xml[place : runs[0].start()], _joined(runs))
        place = runs[-1].end()
    pieces.append(xml[place:])
    return "".join(pieces)


def _joined(runs: list[re.Match[str]]) -> str:
    """Return one run for runs of equal properties; a single one as it is."""
    first_run = runs[0]
    if len(runs) == 1:
        return first_run[0]
    text = "".join(run["text"] for run in runs)
    return f'{first_run["opening"]}<w:t xml:space="preserve">{text}</w:t></w:r>'
