"""The source of statements among runs, and of paragraphs of one text, which may give way to others."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.templates.tags.tags import PRINTING_BLOCKS, next_tag, without_tags

_LONE_TEXT: Final = re.compile(
    r"(?P<opening><w:p(?: [^<>]*)?>(?:<w:pPr>(?:(?!</w:pPr>|<w:sectPr).)*</w:pPr>)?\{% filter runs[0-9]+) %\}"
    r"(?P<text>[^<]*?)(?P<end>\{% endfilter %\}</w:p>)",
    re.DOTALL,
)
"""A paragraph whose only content is one text with tags; one that ends a section is none."""
_PRINTED_BRACE: Final = "{{ '{' }}"


def statement_source(statement: str, number: int) -> str:
    """Return the source of a statement among runs; what a call or a filter gives has a run writer."""
    tag = next_tag(statement, 0)
    word = "" if tag is None else tag.word
    if word in PRINTING_BLOCKS:
        return f"{{% filter runs{number} %}}{statement}"
    if word.removeprefix("end") in PRINTING_BLOCKS:
        return f"{statement}{{% endfilter %}}"
    return statement


def text_before_a_tag(text: str) -> str:
    """Return a text with tags so that a tag of the compiler can stand behind it.

    A brace at its end would be taken for the beginning of that tag.
    """
    if not text.endswith("{"):
        return text
    return f"{text[:-1]}{_PRINTED_BRACE}"


def with_lone_texts(source: str) -> str:
    """Return the source of a part that says of which paragraphs a text is all."""
    return _LONE_TEXT.sub(_lone_source, source)


def _lone_source(match: re.Match[str]) -> str:
    """Return the source of a paragraph of tags alone, which may give way to paragraphs of a macro."""
    text = match["text"]
    if "{{" not in text or without_tags(text).strip():
        return match[0]
    return f"{match['opening']}(1) %}}{text}{match['end']}"
