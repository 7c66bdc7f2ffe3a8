"""What every self-assessment says fits its edition.

E661 a part or question that the edition does not have · E662 one twice · E668 one code for two pieces of
evidence · E231 a link that is too long for a QR code · W509 something is scored that no evidence shows, where
the edition scores by evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from esa_docs.diagnostics import Severity
from esa_docs.hints import long_address_words, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.content import SelfAssessment
from esa_docs.kinds.assessment.evidence_looks import prints_codes
from esa_docs.model.content_version import FIRST_WITH_MARKS
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, unprinted
from esa_docs.model.qr_codes import MOST_BYTES, is_whole_address, length_of


def check_parts(
    codes: Sequence[str], edition_codes: Sequence[str], list_key: str, code_key: str
) -> Iterator[Problem]:
    """Find parts that the edition does not have, and parts that stand twice.

    Args:
        codes: codes of the parts that the report has, in order.
        edition_codes: codes of the parts that the edition has.
        list_key: key of the list that holds the parts.
        code_key: key of the code in a part.
    """
    known_codes = set(edition_codes)
    seen_codes: set[str] = set()
    for index, code in enumerate(codes):
        place = (list_key, index, code_key)
        if code not in known_codes:
            message = _("a number of the edition is expected, found '{name}'").format(name=code)
            yield Problem(place, "E661", message, nearest_hint(code, edition_codes))
        elif code in seen_codes:
            yield repeated(code, place)
        seen_codes.add(code)


def repeated(name: str, path: KeyPath) -> Problem:
    """Return the problem of something that stands twice (E662)."""
    message = _("'{name}' stands here again").format(name=name)
    return Problem(path, "E662", message, _("Join the two, or correct the number."))


def check_codes(content: SelfAssessment) -> Iterator[Problem]:
    """Find a code that stands for two different pieces of evidence; citing one twice is no fault."""
    first_of_code: dict[str, Evidence] = {}
    for path, evidence in content.evidence():
        first = first_of_code.setdefault(evidence.code, evidence)
        if evidence != first:
            message = _("the code '{code}' already stands for other evidence").format(code=evidence.code)
            hint = _("Give each piece of evidence a code of its own.")
            yield Problem((*path, "code"), "E668", message, hint)


def check_link_lengths(content: SelfAssessment, office: Office) -> Iterator[Problem]:
    """Find links of evidence that are too long for their QR code, where the report prints codes."""
    if not prints_codes(content, office):
        return
    for path, evidence in content.evidence():
        address = evidence.link or ""
        length = length_of(address)
        if is_whole_address(address) and length > MOST_BYTES:
            message, hint = long_address_words(length, MOST_BYTES)
            cure = _("Or write 'qr_codes: false' into the report: it then prints no codes.")
            yield Problem((*path, "link"), "E231", message, f"{hint} {cure}")


def is_shown(edition: Edition, pieces: Iterable[Evidence]) -> bool:
    """Return whether evidence shows a result: by some editions only evidence that says where it is."""
    if not edition.evidence_has_place:
        return any(pieces)
    return any(evidence.file or evidence.link for evidence in pieces)


def check_scores_without_evidence(
    edition: Edition, scored: Iterable[tuple[KeyPath, str]]
) -> Iterator[Problem]:
    """Find what is scored without evidence, where the edition scores only what evidence shows.

    Args:
        edition: edition by which the report is scored.
        scored: key path and name of each part that has a score and no evidence.
    """
    if not edition.scored_by_evidence:
        return
    for path, name in scored:
        message = _("{part} has a score and no evidence: by this edition only what evidence shows is scored")
        hint = _("Add 'evidence:', or take the score out until there is some.")
        yield Problem(path, "W509", message.format(part=name), hint, Severity.WARNING)


def check_evidence_pictures(report: SelfAssessment, office: Office) -> Iterator[Problem]:
    """Find a number of pictures side by side where content of this version prints none (E222)."""
    if "evidence_pictures" in report.model_fields_set and office.content < FIRST_WITH_MARKS:
        message = _("pictures of the evidence are printed in content of version 2 alone")
        hint = _("Write 'content: 2' in office.yaml; 'esa-docs migrate' says what else changes.")
        yield unprinted(("evidence_pictures",), message, hint)
