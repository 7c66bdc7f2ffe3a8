"""What every self-assessment says fits its edition.

E661 a part or question that the edition has not · E662 one twice · E668 one code for two pieces of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem


def check_parts(named: Sequence[str], edition: Sequence[str], listed: str, key: str) -> Iterator[Problem]:
    """Find parts that the edition has not, and those that stand twice.

    Args:
        named: codes as the report names them, in order.
        edition: codes that the edition has.
        listed: list of the report that holds them.
        key: key of the code in an item of the list.
    """
    seen: set[str] = set()
    for number, name in enumerate(named):
        place = (listed, number, key)
        if name not in edition:
            message = _("a number of the edition is expected, found '{name}'").format(name=name)
            yield Problem(place, "E661", message, nearest_hint(name, edition))
        elif name in seen:
            yield repeated(name, place)
        seen.add(name)


def repeated(name: str, path: KeyPath) -> Problem:
    """Tell that something stands twice (E662)."""
    message = _("'{name}' stands here again").format(name=name)
    return Problem(path, "E662", message, _("Join the two, or correct the number."))


def check_codes(content: SelfAssessment) -> Iterator[Problem]:
    """Find a code that stands for two different pieces of evidence; citing one twice is no fault."""
    seen: dict[str, object] = {}
    for path, one in content.evidence():
        if seen.setdefault(one.code, one) != one:
            message = _("the code '{code}' already stands for other evidence").format(code=one.code)
            yield Problem(
                (*path, "code"), "E668", message, _("Give each piece of evidence a code of its own.")
            )
