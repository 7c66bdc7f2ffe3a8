"""Words of the reader for what Jinja's parser says of a wrong tag.

Jinja raises one type of exception for every fault of a tag, with an English sentence and nothing else. So the
few sentences of its parser (Jinja 3.1, ``parser.py`` and ``lexer.py``) are known here by their text. Any
other is quoted as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from jinja2.tests import TESTS

from esa_docs.hints import did_you_mean, nearest
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.tags.own_names import OFFICE_FILTERS
from esa_docs.word.templates.tags.tags import MIDDLES

Words: TypeAlias = tuple[str, str]
"""A reason and a hint; the hint is empty where the fault has none of its own."""

_SIGNS: Final = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "end of comment": "#}",
    "begin of comment": "{#",
}
"""How Jinja calls the signs around a tag."""
_NAMES_OF_SORT: Final = {"filter": OFFICE_FILTERS, "test": TESTS.keys()}
"""Names that Jinja knows, by what its sentence calls them."""


def words_of_wrong_tag(sentence: str) -> Words:
    """Return why a tag is wrong, and what to do.

    Args:
        sentence: what Jinja's parser says.
    """
    for pattern, tell in _TELLERS:
        match = pattern.search(sentence)
        if match:
            return tell(match)
    return sentence, ""


def _tell_open_block(match: re.Match[str]) -> Words:
    name = match["name"]
    reason = _("the tag '{{% {name} %}}' has no end").format(name=name)
    hint = _(
        "Add '{{% end{name} %}}' where it is to end; with p or tr where the first has it: {{%p …, {{%tr …"
    )
    return reason, hint.format(name=name)


def _tell_open_tag(_match: re.Match[str]) -> Words:
    return _("the template ends in the midst of a tag"), _("Add }} or %} at the end of the tag.")


def _tell_unknown_tag(match: re.Match[str]) -> Words:
    name = match["name"]
    if name.startswith("end") or name in MIDDLES:
        return _tell_closing_tag(name)
    reason = _("there is no tag of the name '{name}'").format(name=name)
    return reason, _("Correct its name, such as for, if or set.")


def _tell_closing_tag(name: str) -> Words:
    opening = "if" if name in MIDDLES else name.removeprefix("end")
    reason = _("'{name}' stands here, and nothing is open that it belongs to").format(name=name)
    hint = _(
        "Look for the tag that opens it, such as '{{% {opening} … %}}'; two tags with p or tr stand in two "
        "paragraphs or rows."
    )
    return reason, hint.format(opening=opening)


def _tell_unknown_filter(match: re.Match[str]) -> Words:
    name = match["name"]
    reason = _("there is no filter or test of the name '{name}'").format(name=name)
    near_names = nearest(name, sorted(_NAMES_OF_SORT[match["sort"]]))
    if near_names:
        return reason, did_you_mean(near_names)
    return reason, _("Correct its name, or delete it and the sign before it.")


def _tell_expected(match: re.Match[str]) -> Words:
    signs = {"found": _sign(match["found"]), "expected": _sign(match["expected"])}
    reason = _("'{found}' stands where {expected} is expected").format(**signs)
    return reason, _hint_of_signs()


def _tell_no_value(match: re.Match[str]) -> Words:
    sign = _sign(match["found"])
    reason = _("the name of a value is expected before '{found}'").format(found=sign)
    return reason, _("Write the name of a value into the tag.")


def _tell_unexpected(match: re.Match[str]) -> Words:
    reason = _("'{found}' is not expected here").format(found=_sign(match["found"]))
    return reason, _hint_of_signs()


def _tell_no_name(_match: re.Match[str]) -> Words:
    return _("the tag is empty"), _("Write what it is to do, such as for or if, or delete it.")


def _tell_fixed_value(_match: re.Match[str]) -> Words:
    reason = _("a tag sets a part of a value that no template may change")
    return reason, _("Set a name of its own, such as {tag}.").format(tag="{% set note = … %}")


def _tell_double_block(match: re.Match[str]) -> Words:
    reason = _("two blocks have the name '{name}'").format(name=match["name"])
    return reason, _("Give one of them another name.")


def _hint_of_signs() -> str:
    return _("Look at brackets, quotation marks and blanks in the tag: all that is opened is closed.")


def _sign(name: str) -> str:
    """Return a sign or a sort of word as readers know it."""
    words = {
        "name": _("a name"),
        "string": _("a text in quotation marks"),
        "integer": _("a number"),
        "float": _("a number"),
    }
    return words.get(name) or _SIGNS.get(name, name)


_OPEN_BLOCK: Final = r"Unexpected end of template.*needs to be closed is '(?P<name>\w+)'"
_UNEXPECTED: Final = r"unexpected (?:char )?['\"](?P<found>.+?)['\"](?: at [0-9]+)?$"
_TELLERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Words]], ...]] = (
    (re.compile(_OPEN_BLOCK, re.DOTALL), _tell_open_block),
    (re.compile("[Uu]nexpected end of template"), _tell_open_tag),
    (re.compile("Encountered unknown tag '(?P<name>[^']+)'"), _tell_unknown_tag),
    (re.compile("No (?P<sort>filter|test) named '(?P<name>[^']+)'"), _tell_unknown_filter),
    (re.compile("expected token '(?P<expected>.+)', got '(?P<found>.+)'"), _tell_expected),
    (re.compile("Expected an expression, got '(?P<found>.+)'"), _tell_no_value),
    (re.compile("unexpected '(?P<found>.+)', expected '(?P<expected>.+)'"), _tell_expected),
    (re.compile(_UNEXPECTED), _tell_unexpected),
    (re.compile("tag name expected"), _tell_no_name),
    (re.compile("cannot assign attribute on non-namespace object"), _tell_fixed_value),
    (re.compile("block '(?P<name>.+)' defined twice"), _tell_double_block),
)
