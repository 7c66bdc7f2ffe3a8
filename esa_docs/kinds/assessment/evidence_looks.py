"""How a self-assessment prints its evidence: bound, as pictures, as QR codes of its links."""

from __future__ import annotations

from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.model.content_version import FIRST_WITH_MARKS
from esa_docs.model.office import Office


def is_bound(report: SelfAssessment) -> bool:
    """Return whether the PDF evidence of a report is bound behind its PDF."""
    return report.annex


def picture_columns(report: SelfAssessment) -> int:
    """Return how many pictures of the evidence a report prints side by side; 0 where it prints none."""
    return report.evidence_pictures


def has_codes(report: SelfAssessment) -> bool:
    """Return whether a report wants QR codes of the links of its evidence."""
    return report.qr_codes


def prints_codes(report: SelfAssessment, office: Office) -> bool:
    """Return whether links of evidence have QR codes: from version 2 of content on, unless it says no."""
    return report.qr_codes and office.content >= FIRST_WITH_MARKS
