"""The tags of a part as one Jinja text, each tag a line; a tag that Jinja does not read is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.blocks import Blocks
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.reading import Tag, TagSort
from esa_docs.word.templates.faults.parser_words import Words, words_of_wrong_tag
from esa_docs.word.templates.filling.sandbox import TemplateEnvironment

_VALUE_OF_CELL: Final = re.compile(r"(?:cellbg|colspan)\s+(?P<value>.+)", re.DOTALL)
_NAME_OF_LOOP: Final = re.compile(r"for\s+(?P<name>\w+)\s+in\b")
ANYTHING: Final = "_anything"
"""A name that the check knows nothing of, in the place of an expression that Jinja does not read."""
_UNREADABLE: Final = (TemplateSyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


@dataclass(slots=True)
class ReadPart:
    """The tags of a part as Jinja reads them.

    Attributes:
        tree: what Jinja made of them; None where it cannot read them all the same.
        findings: the tags that it does not read.
        tags: the tag of each line, the first line first.
    """

    tree: nodes.Template | None = None
    findings: list[Finding] = field(default_factory=list)
    tags: Sequence[Tag] = ()


def read_part(tags: Sequence[Tag], blocks: Blocks, environment: TemplateEnvironment) -> ReadPart:
    """Return the tags of a part as Jinja reads them."""
    part = ReadPart(tags=tags)
    lines: list[str] = []
    for index, tag in enumerate(tags):
        text = blocks.bodies.get(index, _jinja_text(tag))
        fault = _fault_of(text, tag, environment)
        is_told = index in blocks.bodies
        if fault and is_told:
            text = _readable(tag)
        elif fault:
            reason, cure = fault
            message = _("the tag '{tag}' is badly written: {reason}").format(tag=tag.text, reason=reason)
            hint = cure or _("Compare the tags with the shipped template.")
            part.findings.append(Finding("E303", message, hint, tag.paragraph, tag.text))
            text = _readable(tag)
        lines.append(" ".join(text.split("\n")))
    try:
        part.tree = environment.parse("\n".join(lines) + blocks.tail)
    except _UNREADABLE:
        part.tree = None
    return part


def _jinja_text(tag: Tag) -> str:
    """Return a tag as Jinja writes it, without the letters and the cell tags of docxtpl."""
    if tag.sort is TagSort.EXPRESSION:
        return f"{{{{ {tag.body} }}}}"
    if tag.word in {"hm", "vm"}:
        return ""
    match = _VALUE_OF_CELL.fullmatch(tag.body)
    if match is not None:
        return f"{{{{ {match['value']} }}}}"
    return f"{{% {tag.body} %}}"


def _fault_of(text: str, tag: Tag, environment: TemplateEnvironment) -> Words | None:
    """Return why Jinja does not read a tag, and the cure; None where it does."""
    if not text or text.startswith("{% end"):
        return None
    whole_text = text
    if tag.word in {"else", "elif"}:
        whole_text = f"{{% if 1 %}}{text}{{% endif %}}"
    elif tag.sort is TagSort.STATEMENT:
        whole_text = "".join(_closed(text, tag))
    try:
        environment.parse(whole_text)
    except TemplateSyntaxError as fault:
        return words_of_wrong_tag(fault.message or "")
    except _UNREADABLE:
        return _("a number has too many figures, or brackets stand within too many others"), ""
    return None


def _closed(text: str, tag: Tag) -> Iterator[str]:
    """Generate a statement, and the end of the block that it opens."""
    yield text
    match = re.match(r"\{% (?P<word>for|if|filter|with|macro|call|autoescape|set|block)\b", text)
    is_assignment = tag.word == "set" and "=" in tag.body
    if match and not is_assignment:
        yield f"{{% end{match['word']} %}}"


def _readable(tag: Tag) -> str:
    """Return what the check reads in the place of a tag that Jinja does not read."""
    match tag.word:
        case "for":
            name = _NAME_OF_LOOP.match(tag.body)
            loop_name = name["name"] if name else ANYTHING
            return f"{{% for {loop_name} in {ANYTHING} %}}"
        case "if" | "elif":
            return f"{{% {tag.word} {ANYTHING} %}}"
        case "filter" | "macro" | "call" | "with" | "autoescape" | "block":
            return f"{{% {_USUAL[tag.word]} %}}"
    return ""


_USUAL: Final = {
    "filter": "filter upper",
    "macro": f"macro {ANYTHING}()",
    "call": f"call {ANYTHING}()",
    "with": "with",
    "block": f"block {ANYTHING}",
    "autoescape": "autoescape true",
}
"""Statements that open a block and do nothing."""
