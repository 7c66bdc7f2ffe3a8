"""A meeting is of a committee that its order appoints, and those absent are its members.

E650 the committee is not one of the order's, or not said which · E651 somebody absent is no member ·
E652 somebody is absent twice · E653 a part of the agenda that the form of five has not · E654 it ends before
it begins · E655 it is not said who meets · E656 (warning) it lies before the order that appoints its members
· E222 (warning) a key that is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.minutes.content import AGENDA, Minutes
from esa_docs.model.attendance import Absence, index_of_absent
from esa_docs.model.committee import Member
from esa_docs.model.linked import Appointing
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, unprinted


def check_meeting(minutes: Minutes, office: Office) -> Iterator[Problem]:
    """Generate the problems of a meeting."""
    yield from _check_committee(minutes)
    yield from _check_absences(minutes)
    yield from _find_unprinted_keys(minutes)
    form = minutes.agenda_form or office.agenda_form
    if minutes.continued and "continued" not in AGENDA[form]:
        message = _("an agenda of five parts has no เรื่องสืบเนื่อง")
        hint = _("Say 'agenda_form: six', or move the matter to another part.")
        yield Problem(("continued",), "E653", message, hint)
    if minutes.ends is not None and minutes.ends <= minutes.begins:
        message = _("the meeting is expected to end after it begins, at {begins}; found {ends}")
        begins = thai.format_time(minutes.begins, "arabic")
        ends = thai.format_time(minutes.ends, "arabic")
        text = message.format(begins=begins, ends=ends)
        yield Problem(("ends",), "E654", text, _("Correct one of the two times."))


def _find_unprinted_keys(minutes: Minutes) -> Iterator[Problem]:
    """Generate a problem of each note of a member, and of a committee that no order appoints."""
    for index, member in enumerate(minutes.members):
        if member.note:
            message = _("the note of a member is not printed in papers of a meeting")
            hint = _("It belongs in the order that appoints the committee; delete it here.")
            yield unprinted(("members", index, "note"), message, hint)
    if minutes.committee and minutes.order is None:
        message = _("'committee' is not printed, because no order is named")
        hint = _("Write who meets at 'body:', or name the order at 'order:'.")
        yield unprinted(("committee",), message, hint)


def _check_committee(minutes: Minutes) -> Iterator[Problem]:
    if minutes.order is not None:
        yield from _check_order(minutes, minutes.order.content)
    elif not minutes.body:
        message = _("the name of the body that meets is expected")
        yield Problem((), "E655", message, _("Add 'body:', such as คณะทำงาน."))


def _check_order(minutes: Minutes, order: Appointing) -> Iterator[Problem]:
    if minutes.appointed_committee is None:
        names = [committee.name for committee in order.committees]
        yield _unknown_committee(minutes.committee, names)
    elif order.date is not None and minutes.date < thai.first_day_of(order.date):
        message = _("the meeting of {day} lies before the order that appoints its members, of {date}")
        day = thai.format_date(minutes.date, "long", "arabic")
        date = thai.name_date_or_month(order.date)
        hint = _("Check the two dates.")
        yield Problem(("date",), "E656", message.format(day=day, date=date), hint, Severity.WARNING)


def _unknown_committee(name: str | None, names: list[str]) -> Problem:
    """Return the problem of a meeting whose committee is not known.

    Args:
        name: name of the committee as content has it. None where it has none.
        names: names of the committees of the order.
    """
    if name:
        message = _("the name of a committee of the order is expected, found '{name}'").format(name=name)
        hint = nearest_hint(name, names)
    elif names:
        message = _("the order appoints several committees, and it is not said which of them meets")
        hint = _("Add 'committee:' with one of: {names}").format(names=", ".join(names))
    else:
        message = _("the order appoints no committee")
        hint = _("Name the order that appoints the committee, or list those who meet under 'members:'.")
    return Problem(("committee",), "E650", message, hint)


def _check_absences(minutes: Minutes) -> Iterator[Problem]:
    members = minutes.all_members
    if not members:
        return  # the check of the committee says why there are none
    seen_indexes: set[int] = set()
    for number, absence in enumerate(minutes.absent):
        key = "person" if absence.person else "member"
        path = ("absent", number, key)
        index = index_of_absent(members, absence)
        if index is None:
            yield _unknown_member(absence, members, path)
        elif index in seen_indexes:
            message = _("'{name}' stands among the absent twice").format(name=_name(absence))
            yield Problem(path, "E652", message, _("Delete one of the two."))
        else:
            seen_indexes.add(index)


def _unknown_member(absence: Absence, members: tuple[Member, ...], path: KeyPath) -> Problem:
    name = _name(absence)
    message = _("a member of the meeting is expected, found '{name}'").format(name=name)
    hint = nearest_hint(name, list(_written_names(members)))
    return Problem(path, "E651", message, hint)


def _name(absence: Absence) -> str:
    if absence.person:
        return thai.normalise_spaces(absence.person.full_name)
    return absence.member or ""


def _written_names(members: tuple[Member, ...]) -> Iterator[str]:
    """Generate the names and posts of the members who are not in the roster."""
    for member in members:
        if member.person:
            continue
        if member.name:
            yield member.name
        if member.position:
            yield member.position
