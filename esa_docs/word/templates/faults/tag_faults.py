"""Diagnostics of tags that stand where they cannot be filled in, or beside what would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _

_LONGEST_QUOTE: Final = 60
_RAW: Final = re.compile(r"\{#((?:p|tr|tc) (?:end)?raw) #\}")
"""What stands in a template for the tags around a text that is printed as it is."""

Element = Any


class TagFaultError(Exception):
    """Tags that cannot stand where they stand.

    Attributes:
        faults: a diagnostic for each, and the paragraph in which it stands.
    """

    def __init__(self, faults: Iterable[tuple[Diagnostic, Element]]) -> None:
        super().__init__()
        self.faults = tuple(faults)


def beside_a_tag(tag: str, neighbour: str, text: str, file_label: str) -> Diagnostic:
    """Return that something stands beside a tag whose paragraph, row or cell is not printed (E315).

    Args:
        tag: the tag.
        neighbour: what stands there, in words.
        text: the text of the place.
        file_label: how diagnostics name the template.
    """
    message = _("{neighbour} stands beside the tag {tag} in '{text}' and would be lost").format(
        neighbour=neighbour, tag=quoted(tag), text=quoted(text)
    )
    hint = _("Put the tag into a paragraph of its own; a tag with tr into a row, one with tc into a cell.")
    return Diagnostic("E315", message, Location(file_label), hint)


def outside_a_table(tag: str, text: str, file_label: str) -> Diagnostic:
    """Return that a tag for rows or cells stands in no table (E316); ``text`` is that of its paragraph."""
    message = _("the tag {tag} in '{text}' needs a row of a table").format(tag=tag, text=quoted(text))
    hint = _("Put it into a table, or use the letter p for a paragraph, such as {%p for … %}.")
    return Diagnostic("E316", message, Location(file_label), hint)


def outside_a_loop(tag: str, file_label: str, *, is_in_block: bool) -> Diagnostic:
    """Return that a tag that merges cells has no loop around, or stands in a block of its cell (E325)."""
    if is_in_block:
        message = _("the tag {tag} stands within a loop, a condition or another block of its cell")
        hint = _("Put it before all other tags of its cell; the loop of the rows or cells stands around it.")
    else:
        message = _("the tag {tag} merges the cells that a loop makes, and no loop is around its cell")
        hint = _("Put the row between {opening} and {closing}, with tc for cells, or delete the tag.")
    message = message.format(tag=quoted(tag))
    hint = hint.format(opening="{%tr for … %}", closing="{%tr endfor %}")
    return Diagnostic("E325", message, Location(file_label), hint)


def unclosed_tag(text: str, tag: str, file_label: str) -> Diagnostic:
    """Return that a tag does not end in its paragraph (E303); ``text`` is that of the paragraph."""
    message = _("the tag that begins with '{tag}' has no end in the paragraph '{text}'").format(
        tag=quoted(tag), text=quoted(text)
    )
    hint = _("Close it in the same paragraph; to print the braces themselves write {_{ or {_%.")
    return Diagnostic("E303", message, Location(file_label), hint)


def symbol_in_tag(tag: str, file_label: str) -> Diagnostic:
    """Return that a tag holds a symbol of a font, which is no letter (E303)."""
    message = _("the tag {tag} holds a symbol (☐), which cannot be printed by a tag").format(tag=quoted(tag))
    hint = _("Take the symbol out of the tag: put it beside the tag, or type a letter in its place.")
    return Diagnostic("E303", message, Location(file_label), hint)


def unclosed_raw(tag: str, file_label: str) -> Diagnostic:
    """Return that a text whose tags are printed as they are has no end (E303)."""
    message = _("the tag {tag} has no end, so that no tag behind it would be filled in").format(
        tag=quoted(tag)
    )
    hint = _("Write {closing} where the text ends that is printed as it is.")
    return Diagnostic(
        "E303", message, Location(file_label), hint.format(closing=tag.replace("raw", "endraw"))
    )


def unknown_name(name: str, text: str, file_label: str) -> Diagnostic:
    """Return that a tag uses a name which no template has (E303); ``text`` is that of its paragraph."""
    message = _("there is no filter, test or value of the name '{name}' in '{text}'").format(
        name=name, text=quoted(text)
    )
    return Diagnostic("E303", message, Location(file_label), _("Use another name, or delete the tag."))


def crossed_tags(opening: str, closing: str, file_label: str) -> Diagnostic:
    """Return that a block ends in another row, cell or list of paragraphs than it begins (E312)."""
    message = _("the tag {opening} does not end where it begins: {closing} stands elsewhere").format(
        opening=quoted(opening), closing=quoted(closing)
    )
    hint = _("Let both stand in the same cell, the same table or both outside tables, with the same letters.")
    return Diagnostic("E312", message, Location(file_label), hint)


def macros_inside(file_label: str) -> Diagnostic:
    """Return that a template holds macros, as a .docm or .dotm does (E321)."""
    message = _("the template holds macros, which an official paper must not carry")
    hint = _("Save it in Word as 'Word Document (*.docx)', which leaves the macros out.")
    return Diagnostic("E321", message, Location(file_label), hint)


def unfilled_place(tag: str, place: str, file_label: str) -> Diagnostic:
    """Return that a tag stands where no tag is filled in (E322).

    Args:
        tag: the tag, or its beginning.
        place: in words where it stands.
        file_label: how diagnostics name the template.
    """
    message = _("the tag {tag} is never filled in, because it stands in {place}").format(
        tag=quoted(tag), place=place
    )
    hint = _("Write there what every paper may have, and put the tag into text.")
    return Diagnostic("E322", message, Location(file_label), hint)


def quoted(text: str) -> str:
    """Return a text in one line, cut where it is too long to be quoted."""
    text = _RAW.sub(r"{%\1 %}", " ".join(text.split()))
    if len(text) > _LONGEST_QUOTE:
        return f"{text[:_LONGEST_QUOTE]}…"
    return text
