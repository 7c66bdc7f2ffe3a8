"""Blocks that begin and end in different places: what they choose or repeat would be no XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from esa_docs.diagnostics import ContentError
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.faults import at_paragraph
from esa_docs.word.templates.faults.tag_faults import crossed_tags, unclosed_tag
from esa_docs.word.templates.tags.tags import Tag, tags_in

_LINE_END: Final = "\n"
_ATTRIBUTE: Final = re.compile(r'(?P<name>[\w:.-]+)="(?P<value>[^"]*)"')
_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]+)[^>]*?(?P<empty>/?)>|(?P<text>[^<]+)")


class _Block(NamedTuple):
    """A block that is open.

    Attributes:
        tag: the statement that opens it.
        path: names of the elements around that statement, the outermost first.
    """

    tag: Tag
    path: tuple[str, ...]


def refuse_crossed_tags(part: PartSource, file_label: str) -> None:
    """Refuse a part in which a block ends elsewhere than it begins.

    A paragraph, row or cell may end within a block where the same begins: the statements then stand in
    elements of the same names. What has no end, or no beginning, is left to Jinja.

    Args:
        part: the part; its source is in lines, and codes of XML stand in its tags.
        file_label: how diagnostics name the template.

    Raises:
        ContentError: a block ends elsewhere (E312), or a tag has no end (E303).
    """
    blocks: list[_Block] = []
    for tag, path, end in _tags_with_paths(part.source):
        if not tag.has_end:
            # It stands outside of paragraphs, or in an attribute: elsewhere it is told before.
            raise ContentError([unclosed_tag(tag.text, tag.text, file_label)])
        opening = _crossed_opening(tag, path, blocks)
        if opening is not None:
            line = part.source.count(_LINE_END, 0, end) + 1
            fault = crossed_tags(opening.text, tag.text, file_label)
            raise ContentError([at_paragraph(fault, part.paragraph(line))])


def _tags_with_paths(xml: str) -> Iterator[tuple[Tag, tuple[str, ...], int]]:
    """Generate the tags of a part, the names of the elements around each, and the place behind it."""
    path: list[str] = []
    for token in _TOKEN.finditer(xml):
        if token["text"]:
            for tag in tags_in(token["text"]):
                yield tag, tuple(path), token.start() + tag.end
        elif token["end"]:
            path.pop()
        else:
            yield from _tags_of_attributes(token, path)
            if not token["empty"]:
                path.append(token["name"])


def _tags_of_attributes(token: re.Match[str], path: list[str]) -> Iterator[tuple[Tag, tuple[str, ...], int]]:
    """Generate the tags in the attributes of an element: what an attribute opens it closes."""
    if "{" not in token[0]:
        return
    for attribute in _ATTRIBUTE.finditer(token[0]):
        for tag in tags_in(attribute["value"]):
            yield (
                tag,
                (*path, token["name"], attribute["name"]),
                token.start() + attribute.start("value") + tag.end,
            )


def _crossed_opening(tag: Tag, path: tuple[str, ...], blocks: list[_Block]) -> Tag | None:
    """Return the statement that opens the block which a tag ends or parts elsewhere; None where it fits."""
    change = tag.change_of_depth
    if change > 0:
        blocks.append(_Block(tag, path))
        return None
    if not blocks or (change == 0 and not tag.is_between_branches):
        return None
    opening, opening_path = blocks[-1]
    if opening_path != path:
        return opening
    if change < 0:
        blocks.pop()
    return None
