"""Rules about what a file would fetch or run when somebody opens it: an official paper holds all it shows.

Such things come in with a template of the office, or with a file that somebody sent. Word asks the reader,
and a reader who trusts the office says yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.links import is_safe_address
from esa_docs.ooxml.names import RELATIONSHIPS, w
from esa_docs.ooxml.package import kind_of
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile
from esa_docs.word.verify.places import cut, quote

_ACTIVE_FIELDS: Final = frozenset(
    {
        *("DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "MACROBUTTON"),
        *("INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "RD"),
    }
)
"""Fields that run a program or a macro, or fetch something from another file (ECMA-376-1, 17.16.5)."""
_LINK_FIELD: Final = "HYPERLINK"
_WORDS: Final = re.compile(r'"(?P<quoted>[^"]*)"|(?P<switch>\\\S*)|(?P<bare>\S+)')
_ACTIVE_PARTS: Final = frozenset({"vbaProject", "control", "aFChunk", "subDocument", "frame"})
"""Relationships to macros, controls and whole other files, wherever they lie."""
_FROM_ELSEWHERE: Final = re.compile(r"(?i)\s*(https?:|ftp:|\\\\|//|file:/*\\\\|file://[^/])")
"""Targets on another machine."""

Element = Any


def active_fields(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E727: a field runs something, or fetches something from another file."""
    for part in document.stories:
        for instruction in _instructions(part):
            name = _name_of_field(instruction)
            if name in _ACTIVE_FIELDS:
                message = _("the field {name} runs or fetches something else when the file is opened")
                hint = _(
                    "Take the field out in Word (Alt+F9 shows fields), also in a template of the office."
                )
                yield part.diagnostic("E727", message.format(name=name), hint, severity=Severity.ERROR)


def unsafe_links(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E728: a link leads to something else than a web page or an address of e-mail."""
    for part in document.stories:
        for instruction in _instructions(part):
            if _name_of_field(instruction) == _LINK_FIELD:
                yield from _check_link(part, _target_of_field(instruction))
    for part, relationship in _relationships(document):
        if kind_of(relationship) == "hyperlink" and relationship.get("TargetMode") == "External":
            yield from _check_link(part, relationship.get("Target", ""))


def _check_link(part: PackagePart, target: str) -> Iterator[Diagnostic]:
    """Generate E728 for a target that is neither empty, nor a place in the file, nor of a safe scheme."""
    is_inside = not target.strip() or target.startswith("#")
    if is_inside or is_safe_address(target):
        return
    message = _("the link {target} leads to no web page and no e-mail address").format(target=quote(target))
    hint = _("Only https, http and mailto are let through. Mend the link in Word, or write it as plain text.")
    yield part.diagnostic("E728", message, hint, severity=Severity.ERROR)


def active_parts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E729: macros, controls, or anything that is fetched from outside the file.

    A document template on the same machine is a warning: Word writes its path into every file made from it.
    """
    for part, relationship in _relationships(document):
        kind = kind_of(relationship)
        target = relationship.get("Target", "")
        is_external = relationship.get("TargetMode") == "External"
        if kind in _ACTIVE_PARTS:
            message = _("the file brings macros, controls or another file with it ({kind})")
            hint = _("Save the file in Word as a new .docx without them, also a template of the office.")
            yield part.diagnostic("E729", message.format(kind=cut(kind)), hint, severity=Severity.ERROR)
        elif is_external and kind != "hyperlink":
            yield _fetched(part, kind, target)


def _fetched(part: PackagePart, kind: str, target: str) -> Diagnostic:
    """Return E729 for what is fetched from outside the file."""
    message = _("the file fetches {target} when it is opened ({kind})").format(
        target=quote(target), kind=cut(kind)
    )
    if kind == "attachedTemplate":
        hint = _("In Word, take the document template off: Developer, Document Template, Normal.")
        severity = Severity.ERROR if _FROM_ELSEWHERE.match(target) else Severity.WARNING
        return part.diagnostic("E729", message, hint, severity=severity)
    hint = _("Put the picture or object itself into the file, also into a template of the office.")
    return part.diagnostic("E729", message, hint, severity=Severity.ERROR)


def _relationships(document: ParsedWordFile) -> Iterator[tuple[PackagePart, Element]]:
    """Generate every relationship of the package with its part."""
    for name, part in document.parts.items():
        if name.endswith(".rels"):
            for relationship in part.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
                yield part, relationship


def _instructions(part: PackagePart) -> Iterator[str]:
    """Generate the instruction of every field of a part, also of one inside another."""
    for field in part.elements("fldSimple"):
        yield field.get(w("instr"), "")
    if part.instructions:
        yield from _split_instructions(part)


def _split_instructions(part: PackagePart) -> Iterator[str]:
    """Generate the instruction of every field that has a beginning and an end."""
    # Word may split an instruction over runs; a field inside it has one of its own.
    open_instructions: list[str] = []
    for element in part.root.iter(w("fldChar"), w("instrText")):
        mark = element.get(w("fldCharType"))
        if mark == "begin":
            open_instructions.append("")
        elif mark == "end" and open_instructions:
            yield open_instructions.pop()
        elif mark is None and open_instructions:
            open_instructions[-1] += element.text or ""
    yield from open_instructions


def _name_of_field(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def _target_of_field(instruction: str) -> str:
    """Return where a field ``HYPERLINK`` leads to; empty where it leads to a bookmark of the file."""
    _name, *words = _WORDS.finditer(instruction)
    if not words or words[0]["switch"] is not None:
        return ""
    first_word = words[0]
    return first_word["quoted"] or first_word["bare"] or ""


RULES: Final = (active_fields, unsafe_links, active_parts)
