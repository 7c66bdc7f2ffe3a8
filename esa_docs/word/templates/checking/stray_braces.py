"""Braces that somebody meant for a tag, and that are printed as they are (E336)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs.i18n import gettext as _

_TAG: Final = "\0"
"""Stands for a tag between two texts: no Word file holds it."""
_PRINTED_BRACES: Final = re.compile(r"\{_[{%]|[}%]_\}")
"""Signs by which docxtpl prints braces."""
_BROKEN_PAIR: Final = re.compile(r"\{\s+[{%]|[}%]\s+\}|\}\}|%\}|[｛｝]")
_WIDE: Final = str.maketrans("｛｝", "{}")
"""Braces of Chinese and Japanese keyboards."""
_PARTED: Final = re.compile(r"(?<=\{)\s+[{%]|[}%]\s+(?=\})")
_PAIR: Final = re.compile(r"\{[{%]?(?P<body>[^{}%\0]+)[}%]?\}")
_SINGLE_BRACES: Final = re.compile(r"\{(?P<body>[^{}%\0]*)\}")
_NAME: Final = re.compile(r"\s*[a-z_]\w*(?:\.\w+|\[[0-9]+\])+\s*(?:\|[^{}]*)?", re.IGNORECASE)
_STATEMENT: Final = re.compile(
    r"\s*(?P<level>(?:p|tr|tc)\s+)?(?P<rest>for\s+\w+\s+in\s.*|if\s+[\w.]+.*|elif\s.*|else|end(?:for|if))\s*",
    re.IGNORECASE,
)
_BESIDE_A_TAG: Final = re.compile(rf"\{{(?={_TAG})|(?<={_TAG})\}}")
_NEAR_A_TAG: Final = re.compile(rf"\{{(?=\s*{_TAG})|(?<={_TAG})\s+\}}|\{{(?=\s*\Z)")


def stray_braces(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Generate the braces of a paragraph that look like a part of a tag, each with its cure.

    Args:
        texts: what stands before, between and behind the tags of the paragraph; some may be empty.
    """
    text = _TAG.join(_PRINTED_BRACES.sub("", piece) for piece in texts)
    if not re.search("[{}｛｝]", text):
        return
    match = _BROKEN_PAIR.search(text)
    if match is not None:
        yield match[0], _cure_of_pair(text)
        return
    for single in _SINGLE_BRACES.finditer(text):
        tag = _meant_tag(single["body"])
        if tag:
            yield single[0], _("Write {tag}.").format(tag=tag)
    yield from _beside_tags(text)


def _cure_of_pair(text: str) -> str:
    """Return the cure of a pair of braces that are parted, of another script or lack their partners."""
    plain_text = _PARTED.sub(_without_blanks, text.translate(_WIDE))
    match = _PAIR.search(plain_text)
    tag = _meant_tag(match["body"]) if match else ""
    if tag:
        return _("Write {tag}.").format(tag=tag)
    return _("Write both pairs of braces, without blanks between them.")


def _without_blanks(match: re.Match[str]) -> str:
    return match[0].strip()


def _meant_tag(body: str) -> str:
    """Return the tag that a text in single braces was meant for; empty where it was meant for none."""
    statement = _STATEMENT.fullmatch(body)
    if statement is not None:
        level = (statement["level"] or "").strip()
        return f"{{%{level} {statement['rest'].strip()} %}}"
    if _NAME.fullmatch(body):
        return f"{{{{ {body.strip()} }}}}"
    return ""


def _beside_tags(text: str) -> Iterator[tuple[str, str]]:
    """Generate a brace beside a tag; one near it or at the end of the paragraph where it has no partner."""
    if _TAG not in text:
        return
    match = _BESIDE_A_TAG.search(text)
    if match is None and text.count("{") != text.count("}"):
        match = _NEAR_A_TAG.search(text)
    if match is not None:
        yield match[0].strip(), _("Delete it: a tag has two braces or one with % on each side.")
