"""What marks of prose bring into a filled-in file: notes in their places, and the styles of marks.

Its inner modules are loaded for papers with marks alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from esa_docs import thai
from esa_docs.diagnostics import ContentError
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.prose_signs import without_signs
from esa_docs.word.templates.faults.faults import misplaced_note


def with_marks(
    xml_of_part: Mapping[str, str], file_label: str, numerals: thai.Numerals, mark_styles: MarkStyles
) -> dict[str, str]:
    """Return the XML of the parts with notes in their places, and without signs that nothing acts on.

    Args:
        xml_of_part: XML of each part that changes.
        file_label: how diagnostics name the template.
        numerals: digits of the document.
        mark_styles: styles in which marks are printed.

    Raises:
        ContentError: a note stands where none can stand (E223).
    """
    from esa_docs.word.templates.filling.placed_notes import MisplacedNoteError, place_notes  # noqa: PLC0415 few have

    try:
        placed_parts = place_notes(xml_of_part, numerals, mark_styles)
    except MisplacedNoteError as fault:
        raise ContentError([misplaced_note(file_label, fault.words)]) from fault
    # A template may print a text where no run stands, such as in the description of a picture.
    return {name: without_signs(xml) for name, xml in placed_parts.items()}


def add_parts_of_marks(
    package: bytes, xml_of_part: Mapping[str, str], numerals: thai.Numerals, *, has_notes: bool
) -> bytes:
    """Return the package with the styles of marks, and with room for notes.

    Args:
        package: the package of all other parts.
        xml_of_part: XML of each part that changes.
        numerals: digits of the document.
        has_notes: whether the template has notes of its own.
    """
    from esa_docs.word.templates.filling.mark_package import with_parts_of_marks  # noqa: PLC0415 few have marks

    return with_parts_of_marks(package, xml_of_part, numerals, has_notes=has_notes)
