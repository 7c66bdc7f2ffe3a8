"""Tags of headers, footers and notes that print paragraphs in which content may have a table or a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.reading import Tag
from esa_docs.word.templates.faults.parts_of_words import place_of_words

_MEMBER = "[]"


def check_places_of_blocks(
    part_name: str, tag_of_path: Mapping[str, Tag], names_with_blocks: Collection[str]
) -> Iterator[Finding]:
    """Generate the tags of a part that prints words alone, where a paper may have a block (E124).

    Args:
        part_name: the part.
        tag_of_path: for each path of variables that the part prints the tag that prints it.
        names_with_blocks: names of the fields of content that may hold blocks.
    """
    place = place_of_words(part_name)
    if place is None:
        return
    for path, tag in tag_of_path.items():
        name = path.removesuffix(_MEMBER).rpartition(".")[2]
        if name not in names_with_blocks:
            continue
        message = _("'{tag}' prints paragraphs in {place}, among which a table, picture or list may stand")
        hint = _("Print them in the text: papers with a table, picture or list there are refused.")
        text = message.format(tag=tag.text, place=place)
        yield Finding("E124", text, hint, tag.paragraph, tag.text, Severity.WARNING)
