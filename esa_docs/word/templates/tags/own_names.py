"""Names by which the compiler's own tags work: an office can neither use them nor is offered them."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.lexer import get_lexer
from jinja2.sandbox import SandboxedEnvironment

from esa_docs.word.templates.tags.tags import tags_in

_FILTER_NAMES: Final = (
    r"runs[0-9]+|thai_digits|entry|placed|bookmark_id|cell_(?:fill|span|times)"
    r"|field_text|copy_(?:turn|suffix|number|list|latest_list|note|first)"
)
OWN_FILTERS: Final = re.compile(_FILTER_NAMES)
"""Filters that the compiler puts around texts and into attributes."""
OWN_VALUES: Final = re.compile(
    r"_(?:anything|turn|first|bounded|word|letters|plain|released|result|contents|copies|splits_paragraphs|next_id)[0-9]*"
)
"""Values of the program, in tags of a shipped template and in those that the compiler puts in."""
_MAY_BE_OWN: Final = re.compile(rf"\b(?:{_FILTER_NAMES}|{OWN_VALUES.pattern})\b")
OF_CHANCE: Final = "random"
"""Jinja's filter that picks by chance: papers of equal content are equal."""
OF_PYTHON: Final = "pprint"
"""Jinja's filter that writes a value in Python's notation."""
OFFICE_FILTERS: Final = sorted(FILTERS.keys() - {OF_CHANCE, OF_PYTHON})
"""Names of the filters that a template may use."""
_NAME: Final = "name"
_BLANK: Final = "whitespace"
_BEFORE_A_FILTER: Final = frozenset({"|", "filter"})


def own_name_in(text: str) -> str:
    """Return the first name of the compiler that a tag of an office uses; empty where none does.

    A value, and a word in quotes, may have the name of a filter.
    """
    if _MAY_BE_OWN.search(text) is None:
        return ""
    for tag in tags_in(text):
        name = _own_name_in_tag(tag.plain_text)
        if name:
            return name
    return ""


def _own_name_in_tag(tag: str) -> str:
    before = ""
    try:
        for _line, sort, word in get_lexer(SandboxedEnvironment()).tokeniter(tag, None):
            if sort == _NAME and _is_own(word, before):
                return word
            if sort != _BLANK:
                before = word
    except TemplateSyntaxError:
        # Jinja tells it with its place.
        return ""
    return ""


def _is_own(word: str, before: str) -> bool:
    if OWN_VALUES.fullmatch(word):
        return before != "."
    return before in _BEFORE_A_FILTER and OWN_FILTERS.fullmatch(word) is not None and word not in FILTERS
