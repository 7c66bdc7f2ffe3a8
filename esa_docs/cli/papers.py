"""The papers of a year as ``status`` shows them: how many are in each state, and which stand open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from esa_docs.api import Paper
from esa_docs.assess.status import WorkStatus
from esa_docs.cli.states import kept_lines, state_word, title_of
from esa_docs.i18n import gettext as _
from esa_docs.model.life import State

_OPEN = (State.DRAFT, State.FOR_SIGNATURE, State.ISSUED)
"""States in which a paper still waits for somebody, in the order in which they are shown."""


def paper_rows(papers: Sequence[Paper], works: Sequence[WorkStatus]) -> list[dict[str, object]]:
    """Return the rows of ``--format json``: the reports with how far they are, then the other papers.

    Args:
        papers: the papers, the reports among them.
        works: how far the reports are.
    """
    rows_by_name = {paper.name: paper.as_dict() for paper in papers}
    rows: list[dict[str, object]] = []
    for work in works:
        paper_row = rows_by_name.pop(work.name)
        rows.append({**paper_row, **work.as_dict()})
    return [*rows, *rows_by_name.values()]


def paper_lines(papers: Sequence[Paper], works: Sequence[WorkStatus]) -> Iterator[str]:
    """Generate the lines on the papers of a year; none for a year without papers.

    Args:
        papers: the papers.
        works: the reports, whose gaps are shown above.
    """
    if not papers:
        return
    names_above = {work.name for work in works}
    yield _counts(papers)
    for state in _OPEN:
        for paper in papers:
            if paper.state is state:
                yield from _lines_of(paper, has_gaps_above=paper.name in names_above)


def named_paper_lines(papers: Sequence[Paper], works: Sequence[WorkStatus]) -> Iterator[str]:
    """Generate the lines on the paper that somebody names; of a report only what is kept of it.

    Args:
        papers: the paper.
        works: the report, whose gaps are shown above.
    """
    names_above = {work.name for work in works}
    for paper in papers:
        if paper.name not in names_above:
            yield from _lines_of(paper, has_gaps_above=False)
            continue
        for line in kept_lines(paper.history):
            yield f"  {line}"


def _counts(papers: Sequence[Paper]) -> str:
    """Return how many papers there are, in all and in each state."""
    counts = Counter(paper.state for paper in papers)
    words = [f"{state_word(state)} {counts[state]}" for state in State]
    return _("documents: {count} ({states})").format(count=len(papers), states=", ".join(words))


def _lines_of(paper: Paper, *, has_gaps_above: bool) -> Iterator[str]:
    yield f"{state_word(paper.state)}\t{paper.key}\t{title_of(paper)}"
    if paper.is_unrecorded:
        words = _("no version of it is kept")
        yield f"  {words}"
    for line in kept_lines(paper.history):
        yield f"  {line}"
    if has_gaps_above:
        return
    for missing in paper.missing:
        yield f"  {missing.place}: {missing.message}"
