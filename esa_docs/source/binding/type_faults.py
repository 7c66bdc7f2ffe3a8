"""Faults of values of another form than the expected one: E203, and E211 where nothing stands there."""

from __future__ import annotations

from typing import Final

from pydantic_core import ErrorDetails

from esa_docs.i18n import gettext as _
from esa_docs.source.binding.choice_words import choice_hint, choices_in_words
from esa_docs.source.binding.found_words import quote_found
from esa_docs.source.binding.reference_faults import Context, FaultText
from esa_docs.source.yaml_files.key_words import example_of_keys
from esa_docs.source.yaml_files.mark_hints import braces_hint
from esa_docs.source.yaml_files.syntax_hints import dash_hint

_WIDTHS: Final = "widths"
_YES_OR_NO: Final = ("true", "false")

# All tellers have one signature, though some need neither detail nor context.


def tell_no_value(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is empty in words."""
    hint = _("Fill it in; if it may be left out, delete the key too.")
    return "E211", _("a text is expected, found nothing"), hint


def _tell_wrong_type(detail: ErrorDetails, context: Context, expected: str, hint: str) -> FaultText:
    if detail["input"] is None:
        return tell_no_value(detail, context)
    message = _("{expected} is expected, found {found}")
    return "E203", message.format(expected=expected, found=quote_found(detail["input"])), hint


def tell_not_text(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is no text in words."""
    hint_of_mark = braces_hint(detail["input"])
    hint = hint_of_mark or _("Write the text after the key; if it contains ': ', put it in quotes.")
    return _tell_wrong_type(detail, context, _("a text"), hint)


def tell_not_list(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is no list in words."""
    hint = dash_hint(str(detail["input"])) or _("Begin each item on its own line with '- '.")
    return _tell_wrong_type(detail, context, _("a list"), hint)


def tell_not_keys(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is no mapping of keys in words."""
    hint = _("Write 'key: value' lines, indented below this place.")
    all_keys = context.get("all_keys", ())
    if all_keys:
        hint = _("Write 'key: value' lines, indented below this place; the keys are {keys}.")
        hint = hint.format(keys=", ".join(all_keys))
    typed = detail["input"]
    keys = context.get("list_keys", ()) if isinstance(typed, list) else context.get("main_keys", ())
    example = example_of_keys(keys, typed, context.get("keys_of_lists", ()))
    if example:
        hint = _("Write it as {example}.").format(example=example)
    return _tell_wrong_type(detail, context, _("keys and values"), hint)


def tell_not_number(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is no whole number in words."""
    hint = _("Write digits only, such as 2 or ๒.")
    return _tell_wrong_type(detail, context, _("a whole number"), hint)


def tell_not_decimal(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is no number in words."""
    hint = _("Write digits, with a point where there is a fraction, such as 2.5 or ๒.๕.")
    if _WIDTHS in detail["loc"] and str(detail["input"]).strip().endswith("%"):
        hint = _("Write the number without '%': widths that are 100 together are per cent.")
    return _tell_wrong_type(detail, context, _("a number"), hint)


def tell_not_yes_or_no(detail: ErrorDetails, context: Context) -> FaultText:
    """Return the fault of a value that is neither true nor false in words."""
    expected = _("the word {choices}").format(choices=choices_in_words(_YES_OR_NO))
    return _tell_wrong_type(detail, context, expected, choice_hint(detail["input"], _YES_OR_NO))
