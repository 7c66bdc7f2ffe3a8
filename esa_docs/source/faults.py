"""What each kind of schema fault is called and how it is told; matched by pydantic's error type."""

from __future__ import annotations

from collections.abc import Callable

from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.hints import era_hint, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.source.reference_faults import REFERENCE_TELLERS, Context, Told
from esa_docs.source.syntax import template_mark_hint

_LONGEST_QUOTE = 40


def describe_fault(detail: ErrorDetails, context: Context, place: Location, field: str) -> Diagnostic:
    """Turn one pydantic error into a diagnostic.

    Args:
        detail: the error.
        context: its context, with what binding added.
        place: where it is.
        field: key path inside the file.
    """
    kind = detail["type"]
    if kind in REFERENCE_TELLERS:
        code, message, hint = REFERENCE_TELLERS[kind](context)
    else:
        code, message, hint = _TELLERS.get(kind, _tell_other)(detail, context)
    return Diagnostic(code, message, place, hint, field=field)


def _found(detail: ErrorDetails) -> str:
    value = detail["input"]
    if isinstance(value, dict):
        return _("keys and values")
    if isinstance(value, list):
        return _("a list")
    if value is None:
        return _("nothing")
    text = str(value)
    return f"'{text[:_LONGEST_QUOTE]}…'" if len(text) > _LONGEST_QUOTE else f"'{text}'"


def _tell_unknown_key(detail: ErrorDetails, context: Context) -> Told:
    key = str(detail["loc"][-1])
    return _unknown_key(key, context)


def _tell_unknown_kind(detail: ErrorDetails, context: Context) -> Told:
    return _unknown_key(str(detail["input"]), context)


def _unknown_key(key: str, context: Context) -> Told:
    message = _("the key '{key}' is not known here").format(key=key)
    return "E201", message, nearest_hint(key, context["choices"])


def _tell_missing(detail: ErrorDetails, context: Context) -> Told:
    key = str(detail["loc"][-1])
    return "E202", _("the key '{key}' is missing").format(key=key), _("Add '{key}:' here.").format(key=key)


def _tell_no_value(detail: ErrorDetails, context: Context) -> Told:
    return (
        "E211",
        _("a text is expected, found nothing"),
        _("Fill it in; if it may be left out, delete the key too."),
    )


def _expecting(what: Callable[[], str], hint: Callable[[], str]) -> Callable[[ErrorDetails, Context], Told]:
    def tell(detail: ErrorDetails, context: Context) -> Told:
        if detail["input"] is None:
            return _tell_no_value(detail, context)
        message = _("{expected} is expected, found {found}").format(expected=what(), found=_found(detail))
        return "E203", message, hint()

    return tell


_tell_not_text = _expecting(
    lambda: _("a text"), lambda: _("Write the text after the key; if it contains ': ', put it in quotes.")
)
_tell_not_list = _expecting(lambda: _("a list"), lambda: _("Begin each item on its own line with '- '."))
_tell_not_keys = _expecting(
    lambda: _("keys and values"), lambda: _("Write 'key: value' lines, indented below this place.")
)
_tell_not_number = _expecting(lambda: _("a whole number"), lambda: _("Write digits only, such as 2 or ๒."))


def _tell_no_such_day(detail: ErrorDetails, context: Context) -> Told:
    message = _("a day of the calendar is expected, found {found}").format(found=_found(detail))
    return "E204", message, _("Check the day against the calendar of that month.")


def _tell_wrong_era(detail: ErrorDetails, context: Context) -> Told:
    year = int(context["year"])
    message = _("a year of the Buddhist era is expected, found {year}").format(year=year)
    return "E205", message, era_hint(year)


def _tell_not_a_date(detail: ErrorDetails, context: Context) -> Told:
    message = _("a date is expected, found {found}").format(found=_found(detail))
    return "E206", message, _("Write it as 16 กันยายน 2569 or 16/9/2569.")


def _tell_wrong_weekday(detail: ErrorDetails, context: Context) -> Told:
    message = _("the weekday of {found} is not that of the date").format(found=_found(detail))
    return "E207", message, _("Correct the weekday, or leave it out.")


def _tell_template_mark(detail: ErrorDetails, context: Context) -> Told:
    message = _("text is expected, found the template mark '{mark}'").format(mark=context["mark"])
    return "E208", message, template_mark_hint()


def _tell_forbidden_character(detail: ErrorDetails, context: Context) -> Told:
    message = _("text is expected, found the invisible character {code}").format(code=context["code"])
    return "E209", message, _("Delete the invisible character at this place and type the text again.")


def _tell_choice(detail: ErrorDetails, context: Context) -> Told:
    message = _("one of {expected} is expected, found {found}")
    return (
        "E210",
        message.format(expected=context["expected"], found=_found(detail)),
        _("Choose one of these."),
    )


def _tell_not_yes_or_no(detail: ErrorDetails, context: Context) -> Told:
    if detail["input"] is None:
        return _tell_no_value(detail, context)
    message = _("{expected} is expected, found {found}")
    return "E203", message.format(expected="true, false", found=_found(detail)), _("Choose one of these.")


def _tell_too_short(detail: ErrorDetails, context: Context) -> Told:
    message = _("at least one item is expected, the list is empty")
    return "E211", message, _("Add an item, or delete the key if it may be left out.")


def _tell_too_small(detail: ErrorDetails, context: Context) -> Told:
    message = _("a number from {least} up is expected, found {found}")
    return "E212", message.format(least=context["ge"], found=_found(detail)), _("Check the number.")


def _tell_too_large(detail: ErrorDetails, context: Context) -> Told:
    message = _("a number up to {most} is expected, found {found}")
    return "E212", message.format(most=context["le"], found=_found(detail)), _("Check the number.")


def _tell_several_lines(detail: ErrorDetails, context: Context) -> Told:
    message = _("one paragraph on one line is expected, found several lines")
    return "E213", message, _("Join the lines, or make each an item of its own.")


def _tell_one_of(detail: ErrorDetails, context: Context) -> Told:
    message = _("exactly one of {choices} is expected, found {count}")
    given = [key for key in context["choices"] if detail["input"].get(key) is not None]
    text = message.format(choices=", ".join(context["choices"]), count=len(given))
    return "E215", text, _("Keep the one that fits.")


def _tell_title_differs(detail: ErrorDetails, context: Context) -> Told:
    message = _("title_lines are expected to be the name, broken into lines; they differ from it")
    return "E216", message, _("Make the two the same, or delete title_lines.")


def _tell_at_most_one(detail: ErrorDetails, context: Context) -> Told:
    message = _("at most one of {choices} is expected").format(choices=", ".join(context["choices"]))
    return "E215", message, _("Keep the one that fits.")


def _tell_not_a_time(detail: ErrorDetails, context: Context) -> Told:
    message = _("a time of the day is expected, found {found}").format(found=_found(detail))
    return "E217", message, _("Write it as 09.30 น.")


def _tell_name_pattern(detail: ErrorDetails, context: Context) -> Told:
    needed, known = (", ".join(f"{{{name}}}" for name in context[key]) for key in ("needed", "choices"))
    message = _("a file name with {needed} apart from each other is expected, found {found}")
    hint = _("It may hold {known} and what every system allows, up to 80 letters; write it in quotes.")
    return "E218", message.format(needed=needed, found=_found(detail)), hint.format(known=known)


def _tell_other(detail: ErrorDetails, context: Context) -> Told:
    message = _("the value {found} is not accepted here ({type})")
    return (
        "E213",
        message.format(found=_found(detail), type=detail["type"]),
        _("See what the editor says of this key, or leave it out."),
    )


_TELLERS: dict[str, Callable[[ErrorDetails, Context], Told]] = {
    "extra_forbidden": _tell_unknown_key,
    "unknown_kind": _tell_unknown_kind,
    "missing": _tell_missing,
    "no_value": _tell_no_value,
    "string_type": _tell_not_text,
    "string_too_short": _tell_no_value,
    "tuple_type": _tell_not_list,
    "list_type": _tell_not_list,
    "model_type": _tell_not_keys,
    "model_attributes_type": _tell_not_keys,
    "dict_type": _tell_not_keys,
    "int_type": _tell_not_number,
    "int_parsing": _tell_not_number,
    "int_parsing_size": _tell_not_number,
    "int_from_float": _tell_not_number,
    "bool_type": _tell_not_yes_or_no,
    "bool_parsing": _tell_not_yes_or_no,
    "date_type": _tell_not_a_date,
    "no_such_day": _tell_no_such_day,
    "wrong_era": _tell_wrong_era,
    "not_a_date": _tell_not_a_date,
    "wrong_weekday": _tell_wrong_weekday,
    "template_mark": _tell_template_mark,
    "forbidden_character": _tell_forbidden_character,
    "literal_error": _tell_choice,
    "too_short": _tell_too_short,
    "greater_than_equal": _tell_too_small,
    "less_than_equal": _tell_too_large,
    "several_lines": _tell_several_lines,
    "one_of": _tell_one_of,
    "title_differs": _tell_title_differs,
    "at_most_one": _tell_at_most_one,
    "decimal_type": _tell_not_number,
    "decimal_parsing": _tell_not_number,
    "not_a_time": _tell_not_a_time,
    "time_type": _tell_not_a_time,
    "name_pattern": _tell_name_pattern,
}
