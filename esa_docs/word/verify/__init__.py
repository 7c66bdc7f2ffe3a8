"""What a finished Word file must pass before it is put in place. One module per group of rules.

Every rule has a code of the E7 family (docs/diagnostics.md) and generates diagnostics; it changes nothing. An
error means the reader would see wrong text or Word could not open the file; a warning, that Thai would look
or break worse than it should. A build and ``esa-docs verify`` ask the same rules, so no build places a file
that ``verify`` calls wrong. In a file that others made or saved, some rules weigh less (``foreign_files``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from esa_docs.diagnostics import Diagnostic, Location, has_errors, sort_diagnostics
from esa_docs.word.verify import (
    active_content,
    data_charts,
    fields,
    paragraphs,
    references,
    run_properties,
    schema,
    settings,
    tables,
    text,
)
from esa_docs.word.verify.foreign_files import as_of_others
from esa_docs.word.verify.opening import open_word_file
from esa_docs.word.verify.own_view import own_view
from esa_docs.word.verify.parsed_file import ParsedWordFile
from esa_docs.word.verify.places import grouped

RULES_OF_SETTING = (
    *text.RULES,
    *run_properties.RULES,
    *settings.RULES,
    *paragraphs.RULES,
    *tables.RULES,
    *data_charts.RULES,
)
"""Rules about how our papers are set; Word files that are put in as they are stay as they are."""
RULES_OF_FILE = (*fields.RULES, *references.RULES, *active_content.RULES, *schema.RULES)
"""Rules about whether Word opens a file, and what it then does."""
RULES = (*RULES_OF_SETTING, *RULES_OF_FILE)
"""Every rule."""


def verify(data: bytes, file_label: str, expected: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Check a Word file and return what is wrong with it, sorted; nothing where it is sound.

    A file that cannot be opened, or whose package does not hold together, is not looked at further.

    Args:
        data: the file.
        file_label: how diagnostics name it.
        expected: texts that must stand in it, white space aside.
    """
    checked_file = open_word_file(data, file_label)
    document = checked_file.value
    diagnostics = list(checked_file.diagnostics)
    if document is not None and not has_errors(diagnostics):
        diagnostics += _check(document, expected)
    diagnostics = list(grouped(diagnostics))
    if document is None or not document.is_ours:
        diagnostics = list(as_of_others(diagnostics))
    location = Location(file_label)
    return sort_diagnostics(replace(diagnostic, location=location) for diagnostic in diagnostics)


def _check(document: ParsedWordFile, expected: Iterable[str]) -> Iterator[Diagnostic]:
    yield from text.find_lost_text(document, expected)
    paper = own_view(document)
    for rule in RULES_OF_SETTING:
        yield from rule(paper)
    for rule in RULES_OF_FILE:
        yield from rule(document)
