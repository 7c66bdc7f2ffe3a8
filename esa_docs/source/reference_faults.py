"""How faults of references and of editions are told, which their context alone describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _

Context = Mapping[str, Any]
Told = tuple[str, str, str]
"""Code, message, hint."""


def _not_among(code: str, message: str, context: Context) -> Told:
    """Tell of a name that is none of those there are, with the nearest of them."""
    return code, message.format(text=context["text"]), nearest_hint(context["text"], context["choices"])


def _tell_unknown_person(context: Context) -> Told:
    return _not_among("E601", _("an id of people.yaml is expected, found '{text}'"), context)


def _tell_unknown_document(context: Context) -> Told:
    what = {"appointing": _("the name of an order"), "meeting": _("the name of the minutes of a meeting")}
    message = _("{what} of this year is expected, found '{text}'")
    text = message.format(what=what[context["wanted"]], text=context["text"])
    return "E640", text, nearest_hint(context["text"], context["choices"])


def _tell_faulty_document(context: Context) -> Told:
    message = _("the document '{name}' has errors and cannot be referred to").format(name=context["text"])
    return "E641", message, _("Mend that document first.")


def _tell_unknown_scheme(context: Context) -> Told:
    return _not_among("E660", _("an edition of the scheme is expected, found '{text}'"), context)


def _tell_faulty_scheme(context: Context) -> Told:
    message = _("the edition '{id}' has errors and cannot be used").format(id=context["text"])
    return "E641", message, _("Mend its file in the folder 'schemes' first.")


def _tell_unknown_range(context: Context) -> Told:
    return _not_among("E667", _("a range of the edition is expected, found '{text}'"), context)


def _tell_number_twice(context: Context) -> Told:
    message = _("the number {number} stands twice").format(number=context["number"])
    return "E662", message, _("Give each a number of its own.")


def _tell_weights(context: Context) -> Told:
    message = _("weights of all {all}, 100 together, are expected; found {given}, {total} together")
    text = message.format(all=context["all"], given=context["given"], total=context["total"])
    return "E672", text, _("Correct the weights, or delete all of them: then all weigh the same.")


def _tell_grades_unsorted(_context: Context) -> Told:
    message = _("grades from the highest to the lowest are expected")
    return "E673", message, _("Sort them by 'lowest'.")


def _tell_boxes_missing(context: Context) -> Told:
    message = _("how many boxes each level has is expected; missing: {levels}")
    text = message.format(levels=", ".join(context["levels"]) or "box_levels")
    return "E674", text, _("Add the levels to 'box_levels' and their numbers to 'boxes'.")


REFERENCE_TELLERS: Final[dict[str, Callable[[Context], Told]]] = {
    "unknown_person": _tell_unknown_person,
    "unknown_document": _tell_unknown_document,
    "faulty_document": _tell_faulty_document,
    "unknown_scheme": _tell_unknown_scheme,
    "faulty_scheme": _tell_faulty_scheme,
    "unknown_range": _tell_unknown_range,
    "number_twice": _tell_number_twice,
    "weights": _tell_weights,
    "boxes_missing": _tell_boxes_missing,
    "grades_unsorted": _tell_grades_unsorted,
}
"""By pydantic's error type."""
