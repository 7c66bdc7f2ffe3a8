"""Diagnostics of schema faults, one kind of them for each of pydantic's error types."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.hints import era_hint
from esa_docs.i18n import gettext as _
from esa_docs.refused_signs import refusal_of
from esa_docs.source.binding.block_faults import BLOCK_TELLERS
from esa_docs.source.binding.choice_words import choice_hint, choices_in_words, choices_of
from esa_docs.source.binding.date_faults import DATE_TELLERS, WITHOUT_DATE, with_near_date
from esa_docs.source.binding.found_words import quote_found, with_blanks
from esa_docs.source.binding.link_faults import LINK_TELLERS
from esa_docs.source.binding.reference_faults import REFERENCE_TELLERS, Context, FaultText
from esa_docs.source.binding.title_faults import TITLE_TELLERS
from esa_docs.source.binding.type_faults import (
    tell_no_value,
    tell_not_decimal,
    tell_not_keys,
    tell_not_list,
    tell_not_number,
    tell_not_text,
    tell_not_yes_or_no,
)
from esa_docs.source.yaml_files.key_words import key_hint
from esa_docs.source.yaml_files.syntax import template_mark_hint

_TELLERS_OF_CONTEXT = {**REFERENCE_TELLERS, **LINK_TELLERS, **BLOCK_TELLERS, **TITLE_TELLERS}
"""What describes the faults for which their context is enough."""


def describe_fault(detail: ErrorDetails, context: Context, place: Location, field: str) -> Diagnostic:
    """Return one error of pydantic as a diagnostic.

    Args:
        detail: the error.
        context: its context, with what binding added.
        place: where it is.
        field: key path inside the file.
    """
    error_type = detail["type"]
    quoted_input = quote_found(detail["input"])
    if error_type in _TELLERS_OF_CONTEXT:
        tell_context = _TELLERS_OF_CONTEXT[error_type]
        code, message, hint = tell_context(context)
    elif error_type in DATE_TELLERS:
        tell_date = DATE_TELLERS[error_type]
        code, message, hint = tell_date(quoted_input)
        if error_type in WITHOUT_DATE:
            hint = with_near_date(hint, detail["input"])
    else:
        tell = _TELLERS.get(error_type, _tell_other)
        code, message, hint = tell(detail, context)
    return Diagnostic(code, with_blanks(message, quoted_input), place, hint, field=field)


# All functions of _TELLERS have one signature, though some need neither detail nor context.


def _tell_unknown_key(detail: ErrorDetails, context: Context) -> FaultText:
    key = str(detail["loc"][-1])
    return _unknown_key(key, context)


def _tell_unknown_kind(detail: ErrorDetails, context: Context) -> FaultText:
    return _unknown_key(str(detail["input"]), context)


def _unknown_key(key: str, context: Context) -> FaultText:
    message = _("the key '{key}' is not known here").format(key=key)
    known_key, colon, value = key.partition(":")
    # Between braces YAML takes a key for a whole where no blank stands behind its colon.
    if colon and value and known_key in context["choices"]:
        hint = _("A space goes behind ':': {example}").format(example=f"{known_key}: {value}")
        return "E201", message, hint
    return "E201", message, key_hint(key, context["choices"])


def _tell_missing(detail: ErrorDetails, context: Context) -> FaultText:
    key = str(detail["loc"][-1])
    message = _("the key '{key}' is missing").format(key=key)
    return "E202", message, _("Add '{key}:' here.").format(key=key)


def _tell_wrong_era(detail: ErrorDetails, context: Context) -> FaultText:
    year = int(context["year"])
    message = _("a year of the Buddhist era is expected, found {year}").format(year=year)
    return "E205", message, era_hint(year)


def _tell_template_mark(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("text is expected, found the template mark '{mark}'").format(mark=context["mark"])
    return "E208", message, template_mark_hint()


def _tell_refused_character(detail: ErrorDetails, context: Context) -> FaultText:
    # Of YAML it was told when the file was parsed; this is the fault of a cell.
    refusal = refusal_of(context["mark"], str(detail["input"]))
    return "E209", refusal.message, refusal.hint


def _tell_choice(detail: ErrorDetails, context: Context) -> FaultText:
    choices = choices_of(context["expected"])
    message = _("one of {expected} is expected, found {found}")
    message = message.format(expected=choices_in_words(choices), found=quote_found(detail["input"]))
    hint = choice_hint(
        detail["input"], choices, context.get("other_words", {}), own_words=context.get("own_words")
    )
    return "E210", message, hint


def _tell_too_short(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("at least one item is expected, the list is empty")
    return "E211", message, _("Add an item, or delete the key if it may be left out.")


def _tell_too_small(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("a number from {least} up is expected, found {found}")
    return (
        "E212",
        message.format(least=_in_digits(context["ge"]), found=quote_found(detail["input"])),
        _("Check the number."),
    )


def _tell_too_large(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("a number up to {most} is expected, found {found}")
    return (
        "E212",
        message.format(most=_in_digits(context["le"]), found=quote_found(detail["input"])),
        _("Check the number."),
    )


def _in_digits(number: object) -> str:
    """Return a bound of a number, which the fault of a model within another has as Python writes it."""
    return str(number).removeprefix("Decimal('").removesuffix("')")


def _tell_several_lines(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("one paragraph on one line is expected, found several lines")
    return "E213", message, _("Join the lines, or make each an item of its own.")


def _tell_one_of(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("exactly one of {choices} is expected, found {count}")
    choices = context["choices"]
    empty_values: tuple[object, ...] = (None, "", [], {})
    chosen_keys = [key for key in choices if detail["input"].get(key) not in empty_values]
    has_empty_list = any(detail["input"].get(key) == [] for key in choices)
    if has_empty_list and not chosen_keys:
        return _tell_too_short(detail, context)
    message = message.format(choices=", ".join(choices), count=len(chosen_keys))
    hint = _("Keep one of them, and delete the others.") if chosen_keys else _("Write one of them.")
    return "E215", message, hint


def _tell_some_of(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("at least one of {choices} is expected").format(choices=", ".join(context["choices"]))
    return "E215", message, _("Write one of them.")


def _tell_at_most_one(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("at most one of {choices} is expected").format(choices=", ".join(context["choices"]))
    return "E215", message, _("Keep one of them, and delete the others.")


def _tell_no_effect(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("a day or words such as ตั้งแต่บัดนี้เป็นต้นไป are expected, found {found}")
    hint = _("Write from when it has effect, such as ตั้งแต่วันที่ 1 ตุลาคม 2569 เป็นต้นไป.")
    return "E225", message.format(found=quote_found(detail["input"])), hint


def _tell_name_pattern(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("a file name with {needed} apart from each other is expected, found {found}")
    message = message.format(needed=_in_braces(context["needed"]), found=quote_found(detail["input"]))
    hint = _("It may hold {known} and what every system allows, up to 80 letters; write it in quotes.")
    return "E218", message, hint.format(known=_in_braces(context["choices"]))


def _in_braces(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _tell_other(detail: ErrorDetails, context: Context) -> FaultText:
    message = _("the value {found} is not accepted here").format(found=quote_found(detail["input"]))
    return "E213", message, _("See what the editor says of this key, or leave it out.")


_TELLERS: dict[str, Callable[[ErrorDetails, Context], FaultText]] = {
    "extra_forbidden": _tell_unknown_key,
    "unknown_kind": _tell_unknown_kind,
    "missing": _tell_missing,
    "no_value": tell_no_value,
    "string_type": tell_not_text,
    "string_too_short": tell_no_value,
    "tuple_type": tell_not_list,
    "list_type": tell_not_list,
    "model_type": tell_not_keys,
    "model_attributes_type": tell_not_keys,
    "dict_type": tell_not_keys,
    "int_type": tell_not_number,
    "int_parsing": tell_not_number,
    "int_parsing_size": tell_not_number,
    "int_from_float": tell_not_number,
    "bool_type": tell_not_yes_or_no,
    "bool_parsing": tell_not_yes_or_no,
    "wrong_era": _tell_wrong_era,
    "template_mark": _tell_template_mark,
    "refused_character": _tell_refused_character,
    "literal_error": _tell_choice,
    "too_short": _tell_too_short,
    "greater_than_equal": _tell_too_small,
    "less_than_equal": _tell_too_large,
    "several_lines": _tell_several_lines,
    "one_of": _tell_one_of,
    "at_most_one": _tell_at_most_one,
    "some_of": _tell_some_of,
    "decimal_type": tell_not_decimal,
    "decimal_parsing": tell_not_decimal,
    "finite_number": tell_not_decimal,
    "no_effect": _tell_no_effect,
    "name_pattern": _tell_name_pattern,
}
"""What describes each fault, by the type of the error: pydantic's own, or one that our models raise."""
