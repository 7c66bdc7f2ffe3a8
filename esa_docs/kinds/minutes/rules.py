"""A meeting is of a committee that its order appoints, and those absent are its members.

E650 the committee is not one of the order's, or not said which · E651 somebody absent is no member ·
E652 somebody is absent twice · E653 a part of the agenda that the form of five has not · E654 it ends before
it begins · E655 it is not said who meets · E656 (warning) it lies before the order that appoints its members.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.minutes.content import AGENDA, Absence, Minutes, member_absent
from esa_docs.model.committee import Member
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem


def check_meeting(minutes: Minutes, office: Office) -> Iterator[Problem]:
    """Find what is wrong with a meeting."""
    yield from _committee(minutes)
    yield from _absences(minutes)
    form = minutes.agenda_form or office.agenda_form
    if minutes.continued and "continued" not in AGENDA[form]:
        message = _("an agenda of five parts has no เรื่องสืบเนื่อง")
        hint = _("Say 'agenda_form: six', or move the matter to another part.")
        yield Problem(("continued",), "E653", message, hint)
    if minutes.ends is not None and minutes.ends <= minutes.begins:
        message = _("the meeting is expected to end after it begins, at {begins}; found {ends}").format(
            begins=thai.format_time(minutes.begins, "arabic"), ends=thai.format_time(minutes.ends, "arabic")
        )
        yield Problem(("ends",), "E654", message, _("Correct one of the two times."))


def _committee(minutes: Minutes) -> Iterator[Problem]:
    if minutes.order is None:
        if not minutes.body:
            message = _("the name of the body that meets is expected")
            yield Problem((), "E655", message, _("Add 'body:', such as คณะทำงาน."))
        return
    order = minutes.order.content
    names = [one.name for one in order.committees]
    if minutes.appointed is None:
        yield _unknown_committee(minutes.committee, names)
    elif order.date is not None and minutes.date < order.date:
        message = _("the meeting of {day} lies before the order that appoints its members, of {date}").format(
            day=_written(minutes), date=thai.format_date(order.date, "long", "arabic")
        )
        hint = _("Check the two dates.")
        yield Problem(("date",), "E656", message, hint, Severity.WARNING)


def _unknown_committee(name: str | None, known: list[str]) -> Problem:
    if name:
        message = _("the name of a committee of the order is expected, found '{name}'").format(name=name)
        hint = nearest_hint(name, known)
    elif known:
        message = _("the order appoints several committees, and it is not said which of them meets")
        hint = _("Add 'committee:' with one of: {names}").format(names=", ".join(known))
    else:
        message = _("the order appoints no committee")
        hint = _("Name the order that appoints the committee, or list those who meet under 'members:'.")
    return Problem(("committee",), "E650", message, hint)


def _written(minutes: Minutes) -> str:
    return thai.format_date(minutes.date, "long", "arabic")


def _absences(minutes: Minutes) -> Iterator[Problem]:
    if not minutes.all_members:
        return  # why is told of the committee
    seen: set[int] = set()
    for number, absence in enumerate(minutes.absent):
        place = ("absent", number, "person" if absence.person else "member")
        member = member_absent(minutes.all_members, absence)
        if member is None:
            name = _name(absence)
            message = _("a member of the meeting is expected, found '{name}'").format(name=name)
            names = [label for one in minutes.all_members for label in _labels(one)]
            yield Problem(place, "E651", message, nearest_hint(name, names))
        elif member in seen:
            message = _("'{name}' stands among the absent twice").format(name=_name(absence))
            yield Problem(place, "E652", message, _("Delete one of the two."))
        else:
            seen.add(member)


def _name(absence: Absence) -> str:
    return thai.normalise_spaces(absence.person.full_name) if absence.person else absence.member or ""


def _labels(member: Member) -> list[str]:
    return [text for text in (member.name, member.position) if text] if not member.person else []
