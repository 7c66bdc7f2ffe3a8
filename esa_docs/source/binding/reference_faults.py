"""Diagnostics of faults of references and of editions, which the context of the fault alone describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from esa_docs import thai
from esa_docs.hints import did_you_mean, nearest, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.paper_number import PaperNumberError
from esa_docs.model.people import Person
from esa_docs.rules.paper_numbers import words_of_fault

Context = Mapping[str, Any]
FaultText = tuple[str, str, str]
"""Code, message and hint of a diagnostic."""
_MOST_PEOPLE: Final = 12
"""People whom a message lists at most."""


def _not_among(code: str, message: str, context: Context) -> FaultText:
    """Return the fault of a name that does not exist; the hint has the nearest name that does."""
    text = context["text"]
    return code, message.format(text=text), nearest_hint(text, context["choices"])


def tell_unknown_person(context: Context) -> FaultText:
    """Return the fault of a reference that means nobody. The hint names all who are equally near.

    Args:
        context: ``text`` the reference, ``people`` the roster (`People`).
    """
    text, people = context["text"], context["people"]
    message = _("an id or a full name of {file} is expected, found '{text}'")
    message = message.format(file=people.file_name, text=text)
    references_by_name = people.references_by_name()
    near_references: list[str] = []
    for name in nearest(text, list(references_by_name)):
        near_references += references_by_name[name]
    near_references = list(dict.fromkeys(near_references))
    if near_references:
        return "E601", message, did_you_mean(near_references)
    hint = _(
        "Nobody in {file} is so named. Write an id or a full name that stands there ('esa-docs people list'"
        " shows all), or add the person there."
    )
    return "E601", message, hint.format(file=people.file_name)


def tell_several_people(context: Context) -> FaultText:
    """Return the fault of a reference that fits several people.

    Args:
        context: ``text`` the reference, ``people`` those whom it fits.
    """
    people = context["people"]
    message = _("'{text}' fits several people: {people}")
    message = message.format(text=context["text"], people=_join(list(map(with_post, people))))
    hint = _("Write the id of the one who is meant: {ids}.")
    return "E600", message, hint.format(ids=_join([f"'{person.id}'" for person in people]))


def with_post(person: Person) -> str:
    """Return the full name of a person, with the post in brackets."""
    return f"{thai.normalise_spaces(person.full_name)} ({person.post})"


def _join(texts: Sequence[str]) -> str:
    """Return texts with commas between them; of very many only the first."""
    if len(texts) > _MOST_PEOPLE:
        texts = [*texts[:_MOST_PEOPLE], "…"]
    return ", ".join(texts)


def _tell_unknown_document(context: Context) -> FaultText:
    expected_names = {
        "appointing": _("the name of an order"),
        "meeting": _("the name of the minutes of a meeting"),
    }
    expected_name = expected_names[context["wanted"]]
    message = _("{what} of this year is expected, found '{text}'")
    message = message.format(what=expected_name, text=context["text"])
    return "E640", message, nearest_hint(context["text"], context["choices"])


def _tell_faulty_document(context: Context) -> FaultText:
    message = _("the document '{name}' has errors and cannot be referred to").format(name=context["text"])
    return "E641", message, _("Mend that document first.")


def _tell_revoked_document(context: Context) -> FaultText:
    message = _("this order is revoked from {since} on, by order no. {number} of {date}")
    message = message.format(since=context["since"], number=context["number"], date=context["date"])
    hint = _("Name the order in force on {day}, or correct the date of this document.")
    return "E638", message, hint.format(day=context["day"])


def _tell_unknown_scheme(context: Context) -> FaultText:
    return _not_among("E660", _("an edition of the scheme is expected, found '{text}'"), context)


def _tell_faulty_scheme(context: Context) -> FaultText:
    message = _("the edition '{id}' has errors and cannot be used").format(id=context["text"])
    return "E641", message, _("Mend its file in the folder 'schemes' first.")


def _tell_unknown_range(context: Context) -> FaultText:
    return _not_among("E667", _("a range of the edition is expected, found '{text}'"), context)


def _tell_number_twice(context: Context) -> FaultText:
    message = _("the number {number} stands twice").format(number=context["number"])
    return "E662", message, _("Give each a number of its own.")


def _tell_weights(context: Context) -> FaultText:
    message = _("weights of all {all}, 100 together, are expected; found {given}, {total} together")
    message = message.format(all=context["all"], given=context["given"], total=context["total"])
    return "E672", message, _("Correct the weights, or delete all of them: then all weigh the same.")


def _tell_grades_unsorted(_context: Context) -> FaultText:
    message = _("grades from the highest to the lowest are expected")
    return "E673", message, _("Sort them by 'lowest'.")


def _tell_boxes_missing(context: Context) -> FaultText:
    levels = ", ".join(context["levels"]) or "box_levels"
    message = _("how many boxes each level has is expected; missing: {levels}").format(levels=levels)
    return "E674", message, _("Add the levels to 'box_levels' and their numbers to 'boxes'.")


def _tell_paper_number(context: Context) -> FaultText:
    fault = PaperNumberError(context["part"], context["typed"], context["part_text"], context["expected"])
    message, hint = words_of_fault(fault)
    return "E639", message, hint


def _tell_numbering_way(context: Context) -> FaultText:
    choices = ", ".join(context["choices"])
    message = _("one of {choices} is expected for papers of this kind, found '{way}'")
    hint = _("Choose one of these, or delete the line: then they are numbered as usual.")
    return "E678", message.format(choices=choices, way=context["way"]), hint


def _tell_register_word(context: Context) -> FaultText:
    message = _("below {head} one of {choices} is expected, found '{text}'")
    choices = ", ".join(context["choices"])
    text = message.format(head=context["head"], choices=choices, text=context["text"])
    return "E695", text, _("Choose one of these, or leave the cell empty.")


def _tell_unknown_version(context: Context) -> FaultText:
    versions = ", ".join(map(str, context["versions"]))
    if not context["text"]:
        message = _("behind 'content:' the version of content is expected, nothing stands there")
        hint = _("Delete the line, which means version 1; or write one of {versions}.")
        return "E219", message, hint.format(versions=versions)
    message = _("a version of content is expected, one of {versions}; found '{text}'")
    message = message.format(versions=versions, text=context["text"])
    return "E219", message, _("Correct it; content of a later version needs a later esa-docs.")


REFERENCE_TELLERS: Final[dict[str, Callable[[Context], FaultText]]] = {
    "unknown_person": tell_unknown_person,
    "several_people": tell_several_people,
    "unknown_document": _tell_unknown_document,
    "faulty_document": _tell_faulty_document,
    "revoked_document": _tell_revoked_document,
    "unknown_scheme": _tell_unknown_scheme,
    "faulty_scheme": _tell_faulty_scheme,
    "unknown_range": _tell_unknown_range,
    "number_twice": _tell_number_twice,
    "weights": _tell_weights,
    "boxes_missing": _tell_boxes_missing,
    "paper_number": _tell_paper_number,
    "register_word": _tell_register_word,
    "numbering_way": _tell_numbering_way,
    "grades_unsorted": _tell_grades_unsorted,
    "unknown_version": _tell_unknown_version,
}
"""What describes each fault, by pydantic's error type."""
