"""Orders of all years looked at together: what an amending order changes fits the order that it amends.

E617 who leaves is no member, or the committee is not one of the order · E618 who joins is a member already ·
E641 the order may be in a file that cannot be read. How it is cited is looked at in `citing_rules.py`.
A member who joins is also looked at as a member of the committee afterwards (E630 to E634).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.changing import Amending
from esa_docs.kinds.order.citing_rules import check_citing
from esa_docs.kinds.order.content import Order
from esa_docs.kinds.order.history import histories_of
from esa_docs.model.abilities import Amended
from esa_docs.model.committee import Committee
from esa_docs.model.committee_applying import ChangeFault, FaultKind
from esa_docs.model.faulty_documents import FaultyDocuments
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.rules.committees import check_committee


def amended_orders(orders: Mapping[str, Order], faulty: FaultyDocuments) -> Amended[Order]:
    """Return orders with what their changes take from the orders that they amend, and what does not fit.

    An order that cites another one wrongly, or amends one with errors, changes nothing.

    Args:
        orders: the orders of all years by name, those without errors.
        faulty: the orders with errors.
    """
    citing = check_citing(orders, faulty)
    histories = histories_of(citing.sound_orders)
    contents: dict[str, Order] = {}
    problems = list(citing.problems)
    for name, amending in histories.amending.items():
        order = orders[name]
        contents[name] = order.model_copy(update={"changes": amending.changes})
        problems += [(name, problem) for problem in _problems(order, amending, faulty)]
    return Amended(contents, problems, histories.of)


def _problems(order: Order, amending: Amending, faulty: FaultyDocuments) -> Iterator[Problem]:
    if amending.before is None:
        yield from _check_without_order(order, faulty)
        return
    for index, fault in amending.faults:
        yield _problem_of(fault, ("changes", index))
    if not amending.faults:
        yield from _check_committees_after(amending)


def _check_without_order(order: Order, faulty: FaultyDocuments) -> Iterator[Problem]:
    """Generate a problem of each change that says too little: the amended order is not in the project.

    Where files cannot be read, the order may stand in one of them. Then it is one problem.
    """
    problems = list(_changes_that_say_too_little(order))
    if problems and faulty.unreadable:
        message = _("the order that is amended is not found, and these documents cannot be read: {names}")
        text = message.format(names=", ".join(faulty.unreadable))
        yield Problem(("amends",), "E641", text, _("Mend them first: the order may be one of them."))
        return
    yield from problems


def _changes_that_say_too_little(order: Order) -> Iterator[Problem]:
    for index, change in enumerate(order.changes):
        place: KeyPath = ("changes", index)
        hint = _("The order that is amended is not in this project: say it here.")
        if change.committee is None:
            message = _("the name of the committee is expected")
            yield Problem((*place, "committee"), "E617", message, hint)
        for number, leaver in enumerate(change.leave):
            if leaver.role is None:
                message = _("the role of '{name}' that ends is expected: 'role:'").format(name=leaver.words)
                yield Problem((*place, "leave", number), "E617", message, hint)


def _problem_of(fault: ChangeFault, place: KeyPath) -> Problem:
    """Return the problem of a fault of a change.

    Args:
        fault: the fault.
        place: key path of the change.
    """
    path = (*place, *fault.path)
    message = _message_of(fault.kind).format(name=fault.name)
    if fault.kind is FaultKind.MEMBER_ALREADY:
        hint = _("Delete the entry; who changes the role stands under 'leave:' as well.")
        return Problem(path, "E618", message, hint)
    if fault.kind is FaultKind.UNNAMED_COMMITTEE:
        hint = _("Add 'committee:' with one of: {names}").format(names=", ".join(fault.choices))
        return Problem(path, "E617", message, hint)
    return Problem(path, "E617", message, nearest_hint(fault.name, list(fault.choices)))


def _message_of(kind: FaultKind) -> str:
    messages = {
        FaultKind.NO_COMMITTEE: _("the order that is amended appoints no committee"),
        FaultKind.UNNAMED_COMMITTEE: _("the order that is amended appoints several committees"),
        FaultKind.UNKNOWN_COMMITTEE: _("a committee of the amended order is expected, found '{name}'"),
        FaultKind.NO_MEMBER: _("'{name}' leaves, and is no member of the committee on that day"),
        FaultKind.MEMBER_ALREADY: _("'{name}' joins, and is a member of the committee already"),
    }
    return messages[kind]


def _check_committees_after(amending: Amending) -> Iterator[Problem]:
    """Generate the errors that a committee has after the changes and did not have before."""
    before = {committee.name: committee for committee in amending.before or ()}
    index_by_name = {change.committee: index for index, change in enumerate(amending.changes)}
    for committee in amending.after:
        index = index_by_name.get(committee.name)
        if index is None:
            continue
        errors_before = {(problem.code, problem.message) for problem in _errors(before[committee.name])}
        for problem in _errors(committee):
            if (problem.code, problem.message) not in errors_before:
                yield Problem(("changes", index), problem.code, problem.message, problem.hint)


def _errors(committee: Committee) -> Iterator[Problem]:
    for problem in check_committee(committee, ()):
        if problem.severity is Severity.ERROR:
            yield problem
