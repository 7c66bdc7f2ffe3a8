"""A template part made plain before its tags are compiled.

While a person types, Word leaves things behind: revision marks, spelling notes, languages, split runs. They
are removed, so that a tag is one piece of text. Fields of the contents become markers for the compiler.
"""

from __future__ import annotations

from typing import Any

from esa_docs import thai
from esa_docs.ooxml.names import w
from esa_docs.word.templates.cleaning.field_markers import mark_contents, mark_tc_fields
from esa_docs.word.templates.cleaning.joined_runs import join_all_runs, split_run
from esa_docs.word.templates.cleaning.libreoffice_levels import mend_levels
from esa_docs.word.templates.cleaning.note_digits import FORMATS, use_digits_in_notes
from esa_docs.word.templates.cleaning.paragraph_property_order import order_paragraph_properties
from esa_docs.word.templates.cleaning.run_property_order import order_properties
from esa_docs.word.templates.cleaning.traces import (
    make_runs_plain,
    remove_languages,
    remove_layout_of_xml,
    remove_old_frames,
    remove_own_signs,
    remove_traces,
    remove_typing_ids,
)
from esa_docs.word.templates.loops.own_ids import number_drawings_when_rendered, remove_unused_bookmarks

Element = Any


def prepare_part(root: Element, numerals: thai.Numerals, outside_targets: frozenset[str]) -> None:
    """Make a document, header or footer part ready for compiling, in place.

    Args:
        root: root of the part.
        numerals: digits of the document.
        outside_targets: bookmarks to which other parts refer, in lower case.
    """
    remove_layout_of_xml(root)
    remove_own_signs(root)
    remove_traces(root)
    remove_old_frames(root)
    remove_languages(root)
    remove_typing_ids(root)
    make_runs_plain(root)
    order_properties(root)
    order_paragraph_properties(root)
    # A marker takes the place of whole runs, so no run may hold more than one piece of a field.
    for run in list(root.iter(w("r"))):
        split_run(run)
    mend_levels(root)
    for paragraph in root.iter(w("p")):
        mark_tc_fields(paragraph)
    mark_contents(root)
    # The old entries of the contents are gone now, and with them the links to the bookmarks of the headings.
    remove_unused_bookmarks(root, outside_targets)
    number_drawings_when_rendered(root)
    join_all_runs(root)
    for numbering in root.iter(w("pgNumType")):
        numbering.set(w("fmt"), FORMATS[numerals])
    use_digits_in_notes(root, numerals)
