"""The faces by which texts are measured before they are set, also on machines that have no fonts."""

from __future__ import annotations

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.families import SHIPPED_FONT
from esa_docs.fonts.metrics import FaceMetrics, load_metrics


def face_metrics(family: str, style: FaceStyle) -> FaceMetrics:
    """Return the metrics of a face.

    Of a family whose metrics are not known, return those of the shipped font, which is drawn most alike.
    """
    metrics = load_metrics(family, style)
    if metrics is None:
        metrics = load_metrics(SHIPPED_FONT, style)
    assert metrics is not None, "the package carries these numbers"  # noqa: S101
    return metrics
