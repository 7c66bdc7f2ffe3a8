"""What papers print of office.yaml and of the roster has to be true too.

W512 an invented name, address or number, such as those of the shipped example. It makes no draft of the
paper, which itself lacks nothing. A post of another office is looked at in `other_offices`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.meanings import written_in
from esa_docs.model.numbering import group_of
from esa_docs.model.office import Contact, Office
from esa_docs.model.people import KeyPath, Person, people_in
from esa_docs.model.problem import Cause, Problem
from esa_docs.model.signing import Signed
from esa_docs.rules.meant import Meant
from esa_docs.rules.placeholders import marks_in


def people_of_paper(content: Content, office: Office) -> Sequence[Person]:
    """Return the people whom a paper prints by their ids, each once; the director who signs it too."""
    people = {person.id: person for _path, person in people_in(content)}
    is_for_director = isinstance(content, Signed) and content.signature is None
    if is_for_director and office.director is not None:
        people.setdefault(office.director.id, office.director)
    return tuple(people.values())


def check_office_texts(kind: Kind[Any], content: Content, office: Office, meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each invented name, address or number that a paper prints, at its place.

    Args:
        kind: kind of the document: it says what it prints of the office.
        content: what it says.
        office: whose document it is. One that is an example may be invented.
        meant: words that are meant as they stand.
    """
    if office.is_example:
        return
    for person in people_of_paper(content, office):
        name = f"{person.prefix}{person.first_name} {person.last_name}"
        if marks_in(name) and not meant.hold(name):
            hint = _("Write the true name in the roster, or name somebody else in the papers.")
            yield _problem(("people", person.id), name, hint, "roster")
    for path, text in _printed_of(kind, content, office):
        if marks_in(text) and not meant.hold(text):
            yield _problem(path, text, _("Write here what is true."), "office")


def _printed_of(kind: Kind[Any], content: Content, office: Office) -> Iterator[tuple[KeyPath, str]]:
    """Generate the texts of the office that a paper prints, each with its key path in office.yaml."""
    if "address" in kind.prints_of_office:
        for index, line in enumerate(office.address):
            yield ("address", index), line
    path, contact = _contact_of(content, office)
    if contact and "contact" in kind.prints_of_office:
        for written in written_in(contact, path):
            yield written.path, str(written.value)


def _contact_of(content: Content, office: Office) -> tuple[KeyPath, Contact | None]:
    """Return how to reach the unit that a paper comes from, else the office; its key path in office.yaml."""
    group = group_of(office, getattr(content, "owner", None))
    if group and group.contact:
        return ("groups", office.groups.index(group), "contact"), group.contact
    return ("contact",), office.contact


def _problem(path: KeyPath, text: str, hint: str, cause: Cause) -> Problem:
    message = _("papers print an invented example: '{text}'").format(text=text)
    return Problem(path, "W512", message, hint, Severity.WARNING, cause)
