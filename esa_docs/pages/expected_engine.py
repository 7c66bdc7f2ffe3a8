"""The engine that will lay out pages on this machine, found out without loading any engine."""

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
    """The engine that lays out pages in a font family.

    Attributes:
        name: name and version of the engine, for readers; empty where no engine can be trusted.
        identity: what a fingerprint needs to know: engines of equal identity lay out equally.
        limits: what it cannot do, for readers. Empty for LibreOffice: its pages are the measure. Where no
            engine can be trusted, the reason.
    """

    name: str
    identity: str
    limits: str = ""

    @property
    def makes_pdf(self) -> bool:
        """Whether it makes PDFs: of the engines, LibreOffice does."""
        return self.limits == ""


def expected_engine(family: str) -> ExpectedEngine:
    """Return the engine that will lay out documents set in a family.

    It is LibreOffice where that is installed and the family has faces on this machine. Else it is rdocx,
    which needs no more of a family than its numbers. Where not even these are known, no engine is trusted.
    """
    can_be_drawn = find_faces(family) is not None
    office = find_office_suite()
    if office is not None and can_be_drawn:
        product, build = read_product(office)
        identity = f"{product} {build}".strip()
        return ExpectedEngine(product, identity)
    if can_be_drawn or load_metrics(family, FaceStyle.REGULAR):
        return ExpectedEngine(name=rdocx_name(), identity=rdocx_name(), limits=rdocx_limits())
    reason = _("nothing is known of the font family {name}").format(name=family)
    return ExpectedEngine(name="", identity="", limits=reason)


def rdocx_name() -> str:
    """Return the name and the version of rdocx, the engine that is a Python package."""
    return f"rdocx {version('rdocx')}"


def rdocx_limits() -> str:
    """Return what rdocx cannot do, for readers."""
    return _(
        "It makes no PDF. A page number that points into the middle of a table or paragraph running over "
        "several pages is left out."
    )
