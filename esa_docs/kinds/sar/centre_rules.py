"""W531: the file of an issue for the centre does not have the caption to which its text refers.

Such a file prints the results and tables of one issue in one round, and its captions are numbered from 1. Of
one that stands elsewhere in the report it cannot say the number, and prints dots in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.sar.content import Sar, SarIssue
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.prose import Prose
from esa_docs.model.rounds import Round
from esa_docs.rules.captions import lost_references, marked_values


def check_centre_files(sar: Sar) -> Iterator[Problem]:
    """Generate the references that the files for the centre cannot print, where a SAR asks for such files."""
    if sar.centre is None:
        return
    for index, indicator in enumerate(sar.indicators):
        for issue_index, issue in enumerate(indicator.issues):
            if issue.in_round(sar.round).results:
                yield from _check_file(issue, sar.round, ("indicators", index, "issues", issue_index))


def _check_file(issue: SarIssue, round_name: Round, path: KeyPath) -> Iterator[Problem]:
    """Generate the references that the file of an issue cannot print.

    Args:
        issue: the issue.
        round_name: the round of the report.
        path: keys that lead to the issue.
    """
    values = list(marked_values(issue.in_round(round_name).results, (*path, round_name, "results")))
    values += marked_values(issue.tables, (*path, "tables"))
    ids = {value.id for _path, value in values if not isinstance(value, Prose)}
    for text_path, value in values:
        if isinstance(value, Prose):
            yield from lost_references(value, ids, partial(_lost_reference, text_path))


def _lost_reference(path: KeyPath, name: str, spot: Spot) -> Problem:
    message = _(
        "the file of this issue for the centre does not have the caption '{id}', and prints dots for it"
    )
    hint = _("Say it in words, such as ตารางในรายงาน, or put the table among the results of this issue.")
    return Problem(path, "W531", message.format(id=name), hint, Severity.WARNING, spot=spot)
