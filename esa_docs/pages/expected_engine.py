"""What will lay out pages on this machine, told without loading any of it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.lookup import find_faces
from esa_docs.fonts.metrics import load_metrics
from esa_docs.i18n import gettext as _
from esa_docs.pages.office_suite import find_office_suite, read_product


@dataclass(frozen=True, slots=True)
class ExpectedEngine:
    """What lays out pages in a font family.

    Attributes:
        name: name and version of the engine, for readers; empty where none can be trusted.
        identity: what a fingerprint needs to know: equal identities lay out equally.
        limits: what readers must know of it; empty for the engine others are measured by.
    """

    name: str
    identity: str
    limits: str = ""


def expected_engine(family: str) -> ExpectedEngine:
    """Say what will lay out documents set in a family.

    LibreOffice does where it is and the family can be drawn; else rdocx, from the family's numbers.
    """
    can_be_drawn = find_faces(family) is not None
    office = find_office_suite()
    if office and can_be_drawn:
        product, build = read_product(office)
        return ExpectedEngine(product, f"{product} {build}".strip())
    if can_be_drawn or load_metrics(family, FaceStyle.REGULAR):
        return ExpectedEngine(rdocx_name(), rdocx_name(), rdocx_limits())
    return ExpectedEngine("", "", _("nothing is known of the font family {name}").format(name=family))


def rdocx_name() -> str:
    """Give the name of the engine that is a Python package, with its version."""
    return f"rdocx {version('rdocx')}"


def rdocx_limits() -> str:
    """Tell what it cannot do."""
    return _(
        "It makes no PDF. A page number that points into the middle of a table or paragraph running over "
        "several pages is left out."
    )
