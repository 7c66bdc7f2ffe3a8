"""``esa-docs people``: the people of the roster with their ids, and the documents that name them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.committee import committee_command
from esa_docs.cli.options import format_option, project_option, project_root, year_option
from esa_docs.cli.show import DONE, exit_code, report_faults, show_json, tell, tell_all
from esa_docs.cli.undone import unwritten
from esa_docs.cli.unread import tell_unread
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from esa_docs.model.mention import Mention
    from esa_docs.model.people import Person
    from esa_docs.model.project import Project


@click.group(
    "people",
    help=_("Show the people of the roster and their ids, where they are named, and who is in a committee."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def people_command() -> None:
    """Group the commands on people."""


@people_command.command("list", help=_("List the people of the roster with their ids."))
@project_option
@format_option
@report_faults
def list_command(root: Path | None, form: str) -> int:
    """List the people, and say of whom the id is made from the name."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    folder = project_root(root)
    _show_people(api.roster_of(folder), form, api.this_day())
    # What office.yaml says of people, such as the director, is not known where it has errors.
    return tell_all(api.office_faults(folder))


@people_command.command("ids", help=_("Write an id for everybody who has none into the roster."))
@project_option
@report_faults
def ids_command(root: Path | None) -> int:
    """Write ids, and name those who got one."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten():
        written_ids = api.write_ids(project_root(root))
    for person_id, person in written_ids.people:
        click.echo(f"{person_id}\t{_name(person)}\t{person.post}")
    message = _("ids written: {count}, into {path}")
    tell(message.format(count=len(written_ids.people), path=api.path_label(written_ids.path)))
    return DONE


people_command.add_command(committee_command)


@people_command.command(
    "where", help=_("List every document and role of a person, over all years; ID as in the roster.")
)
@click.argument("name", metavar="ID")
@click.option(
    "--draft-amendments", "is_drafting", is_flag=True, help=_("Also write drafts of the amending orders.")
)
@project_option
@year_option
@format_option
@report_faults
def where_command(name: str, root: Path | None, year: int | None, form: str, *, is_drafting: bool) -> int:
    """List the documents that name a person. Documents with errors are not looked through, but named."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    person = api.find_person(project, name)
    _tell_who_is_meant(name, person)
    mentions = api.find_mentions(project, person, year)
    tell_all(api.changed_since_kept(project, year))
    _show(mentions, form)
    if is_drafting:
        _draft(project, person, year)
    return report_faulty(project, year)


def _show_people(people: tuple[Person, ...], form: str, day: dt.date) -> None:
    from esa_docs.model.person_names import ids_to_write  # noqa: PLC0415 keeps --help fast

    ids = ids_to_write(people)
    if form == "json":
        show_json([_row_of(person, ids) for person in people])
        return
    for person in people:
        person_id, origin = _id_columns(person, ids)
        columns = (person_id, _name(person), person.post, person.group or "-", origin, _remarks(person, day))
        click.echo("\t".join(columns).rstrip("\t"))
    without_id = [person for person in people if not person.has_written_id]
    if without_id:
        message = _("without an id in the roster: {count}; 'esa-docs people ids' writes one for each")
        tell(message.format(count=len(without_id)))


def _id_columns(person: Person, ids: Mapping[str, str]) -> tuple[str, str]:
    """Return the id of a person, with words for somebody who has none: the id that would be written.

    Args:
        person: the person.
        ids: ids that ``people ids`` would write, by those made from the names.
    """
    if person.has_written_id:
        return person.id, ""
    return "-", _("(no id yet; gets {id})").format(id=ids[person.id])


def _remarks(person: Person, day: dt.date) -> str:
    """Return since when and until when a person serves, and for which posts the person acts on a day."""
    remarks: list[str] = []
    if person.since:
        remarks.append(_("since {date}").format(date=_day_words(person.since)))
    if person.until:
        words = _("until {date}")
        if person.until < day:
            words = _("has left (until {date})")
        remarks.append(words.format(date=_day_words(person.until)))
    for acting in person.acting:
        if acting.lasts_on(day):
            # So the words stand on paper.
            remarks.append(f"{acting.how}{acting.position}")
    return ", ".join(remarks)


def _day_words(day: dt.date) -> str:
    from esa_docs import thai  # noqa: PLC0415 loaded when there is something to show

    return thai.format_date(day, "short", "arabic")


def _row_of(person: Person, ids: Mapping[str, str]) -> dict[str, object]:
    """Return the row of ``--format json``; days are in the Christian era, as programs write dates."""
    return {
        "id": person.id,
        "name": _name(person),
        "position": person.post,
        "group": person.group,
        "since": _written_day(person.since),
        "until": _written_day(person.until),
        "posts": [post.model_dump(mode="json") for post in person.posts],
        "acting": [acting.model_dump(mode="json") for acting in person.acting],
        "is_id_made": not person.has_written_id,
        "id_to_write": ids.get(person.id),
    }


def _written_day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _name(person: Person) -> str:
    from esa_docs import thai  # noqa: PLC0415 loaded when there is something to show

    return thai.normalise_spaces(person.full_name)


def _tell_who_is_meant(reference: str, person: Person) -> None:
    """Name the person and the id where a reference says another thing than the id."""
    if reference != person.id:
        message = _("'{text}' is taken for {name}, id '{id}'")
        tell(message.format(text=reference, name=_name(person), id=person.id))


def report_faulty(project: Project, year: int | None) -> int:
    """Name the documents of a year that have errors, and return the exit code; None means all years."""
    faulty_keys = project.faulty
    if year is not None:
        faulty_keys = tuple(key for key in faulty_keys if key.startswith(f"{year}/"))
    for key in faulty_keys:
        tell(_("not looked through because of errors in its content: {key}").format(key=key))
    code = tell_unread(project)
    return exit_code(project.diagnostics) if faulty_keys else code


def _show(mentions: tuple[Mention, ...], form: str) -> None:
    if form == "json":
        show_json([mention.as_dict() for mention in mentions])
        return
    for mention in mentions:
        click.echo(f"{mention.document}\t{mention.role}\t{_state(mention)}\t{mention.title}")
    if not mentions:
        tell(_("No document names this person."))


def _state(mention: Mention) -> str:
    from esa_docs.cli.states import state_word  # noqa: PLC0415
    from esa_docs.model.life import State  # noqa: PLC0415

    date = _day_words(mention.date) if mention.date else ""
    # Kinds that are never issued have no state.
    if mention.state is None:
        return date or "-"
    word = state_word(mention.state)
    if date and mention.state in {State.ISSUED, State.SENT}:
        return _("{state}, dated {date}").format(state=word, date=date)
    return word


def _draft(project: Project, person: Person, year: int | None) -> None:
    """Write drafts of the orders that amend those which name the person, each beside its order."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.cli.drafts import write_drafts  # noqa: PLC0415

    drafts = api.draft_amendments(project, person, year)
    write_drafts(project.root, drafts, _("No order in force needs to be amended."))
