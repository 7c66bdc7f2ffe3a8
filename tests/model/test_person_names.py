"""The person whom a reference means: by id or by full name typed in any way, never by a shared first name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.model.people import Person
from esa_docs.model.person_names import People, ids_to_write

WANNA = ("นาง", "วรรณา", "ใหม่มา", "")
OTHER_WANNA = ("นางสาว", "วรรณา", "ดีใจ ณ อยุธยา", "")
LIEUTENANT = ("ว่าที่ร้อยตรี", "สมชาย", "กล้าหาญ", "ร.ต.")
DOCTOR = ("ดร.", "สมพร", "นำดี", "")
NUAN = ("นาง", "นวล", "ใจดี", "")
NANGNUAN = ("นางสาว", "นางนวล", "ใจเย็น", "")
ROSTER = (WANNA, OTHER_WANNA, LIEUTENANT, DOCTOR, NUAN, NANGNUAN)
Facts = tuple[str, str, str, str]


def person(facts: Facts) -> Person:
    """Return a person of a title, a first and a last name and an id; an empty id is none."""
    prefix, first_name, last_name, person_id = facts
    keys = {"prefix": prefix, "first_name": first_name, "last_name": last_name, "position": "ครู"}
    if person_id:
        keys["id"] = person_id
    return Person.model_validate(keys)


def people(*roster: Facts) -> People:
    return People.of(map(person, roster))


def matches(reference: str, roster: Sequence[Facts] = ROSTER) -> list[str]:
    """Return first and last name of each whom a reference may mean."""
    matching = people(*roster).matching(reference)
    return [f"{match.first_name} {match.last_name}" for match in matching]


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("วรรณา ใหม่มา", "วรรณา ใหม่มา"),
        ("นางวรรณา ใหม่มา", "วรรณา ใหม่มา"),
        ("นาง วรรณา   ใหม่มา", "วรรณา ใหม่มา"),
        (" นาง\u00a0วรรณา\u00a0ใหม่มา ", "วรรณา ใหม่มา"),
        ("วรรณาใหม่มา", "วรรณา ใหม่มา"),
        ("นางสาววรรณา ดีใจ ณ อยุธยา", "วรรณา ดีใจ ณ อยุธยา"),
        ("วรรณา ดีใจ ณ  อยุธยา", "วรรณา ดีใจ ณ อยุธยา"),
        ("ร.ต.", "สมชาย กล้าหาญ"),
        ("ว่าที่ร้อยตรี สมชาย กล้าหาญ", "สมชาย กล้าหาญ"),
        ("ว่าที่ร้อยตรีสมชาย กล้าหาญ", "สมชาย กล้าหาญ"),
        ("ดร.สมพร นำดี", "สมพร นำดี"),
        ("ดร. สมพร นําดี", "สมพร นำดี"),
    ],
)
def test_an_id_and_a_full_name_mean_one_person_and_no_first_name(reference: str, name: str) -> None:
    assert matches(reference) == [name]
    assert not people(*ROSTER).is_first_name(reference)


@pytest.mark.parametrize(
    ("reference", "names"),
    [
        ("สมพร", ["สมพร นำดี"]),
        ("ดร. สมพร", ["สมพร นำดี"]),
        ("ว่าที่ร้อยตรีสมชาย", ["สมชาย กล้าหาญ"]),
        ("นางวรรณา", ["วรรณา ใหม่มา"]),
        ("วรรณา", ["วรรณา ใหม่มา", "วรรณา ดีใจ ณ อยุธยา"]),
        ("นางนวล", ["นวล ใจดี", "นางนวล ใจเย็น"]),
    ],
)
def test_a_first_name_means_all_who_bear_it(reference: str, names: list[str]) -> None:
    assert matches(reference) == names
    assert people(*ROSTER).is_first_name(reference)


@pytest.mark.parametrize(
    "reference", ["ใหม่มา", "นางสาววรรณา ใหม่มา", "วรรณ", "นาง", "วรรณา ใหม่", "ร้อยตรี สมชาย กล้าหาญ"]
)
def test_a_family_name_a_part_of_a_name_and_another_title_mean_nobody(reference: str) -> None:
    assert matches(reference) == []


def test_an_id_is_worth_more_than_a_first_name_and_not_than_a_full_name() -> None:
    by_first_name = [("นาง", "วรรณา", "ใหม่มา", "วรรณา"), ("นางสาว", "วรรณา", "ดีใจ", "วด")]
    assert matches("วรรณา", by_first_name) == ["วรรณา ใหม่มา"]
    by_full_name = [("นาย", "สมชาย", "กล้าหาญ", "วรรณา ใหม่มา"), ("นาง", "วรรณา", "ใหม่มา", "ว")]
    assert matches("วรรณา ใหม่มา", by_full_name) == ["สมชาย กล้าหาญ", "วรรณา ใหม่มา"]


def test_namesakes_are_known_by_their_ids_alone() -> None:
    namesakes = [("นาย", "สมคิด", "ใจดี", "คิด1"), ("นาย", "สมคิด", "ใจดี", "คิด2")]
    assert matches("นายสมคิด ใจดี", namesakes) == ["สมคิด ใจดี", "สมคิด ใจดี"]
    assert [match.id for match in people(*namesakes).matching("คิด2")] == ["คิด2"]


def test_a_person_made_in_python_without_an_id_has_the_full_name_as_id() -> None:
    wanna = Person(prefix="นาง", first_name="วรรณา", last_name="ใหม่มา", position="ครู")
    assert (wanna.id, wanna.has_written_id) == ("วรรณา ใหม่มา", False)
    assert person(("นาง", "วรรณา", "ใหม่มา", "วรรณา ใหม่มา")).has_written_id


# The ids that `people ids` writes


@pytest.mark.parametrize(
    ("roster", "ids"),
    [
        ([WANNA, DOCTOR], {"วรรณา ใหม่มา": "วรรณา", "สมพร นำดี": "สมพร"}),
        (
            [WANNA, OTHER_WANNA],
            {"วรรณา ใหม่มา": "วรรณา ใหม่มา", "วรรณา ดีใจ ณ อยุธยา": "วรรณา ดีใจ ณ อยุธยา"},
        ),
        ([NUAN, NANGNUAN], {"นวล ใจดี": "นวล", "นางนวล ใจเย็น": "นางนวล ใจเย็น"}),
        ([LIEUTENANT, WANNA], {"วรรณา ใหม่มา": "วรรณา ใหม่มา"}),
        ([LIEUTENANT], {}),
    ],
)
def test_a_first_roster_gets_first_names_and_a_newcomer_the_full_name(
    roster: list[Facts], ids: dict[str, str]
) -> None:
    assert ids_to_write(map(person, roster)) == ids


DOUBLED_SARA_I = "\u0e34\u0e34"
NAMES = st.text("กขคงนมสาิ", min_size=1, max_size=4).filter(
    lambda name: name[0] not in "าิ" and DOUBLED_SARA_I not in name
)
TITLES = st.sampled_from(["นาย", "นาง", "นางสาว", "ดร.", "ว่าที่ร้อยตรี"])
ROSTERS = st.lists(
    st.tuples(TITLES, NAMES, NAMES, st.just("")),
    min_size=1,
    max_size=6,
    unique_by=lambda facts: facts[1] + facts[2],
)


@given(ROSTERS)
def test_a_full_name_finds_its_person_in_any_order_of_the_roster(roster: list[Facts]) -> None:
    orders = list(permutations(roster))[:24]
    for prefix, first_name, last_name, _id in roster:
        name = f"{first_name} {last_name}"
        for order in orders:
            assert matches(name, order) == [name]
            # A title may belong to the first name of another: นาง + นวล, นางสาว + นางนวล.
            assert name in matches(f"{prefix} {name}", order)


@given(ROSTERS)
def test_ids_that_are_written_mean_their_person_alone_and_a_second_run_adds_none(roster: list[Facts]) -> None:
    ids = ids_to_write(map(person, roster))
    roster_with_ids = [(*facts[:3], ids[f"{facts[1]} {facts[2]}"]) for facts in roster]

    for _prefix, first_name, last_name, person_id in roster_with_ids:
        assert matches(person_id, roster_with_ids) == [f"{first_name} {last_name}"]
        if len(matches(first_name, roster)) == 1:
            assert matches(first_name, roster_with_ids) == matches(first_name, roster)
    assert ids_to_write(map(person, roster_with_ids)) == {}
