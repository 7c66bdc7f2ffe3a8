"""How an office numbers its papers: in which series one is counted, and which code stands before its number.

``numbering:`` of office.yaml says for each kind whether its papers are counted together, by unit, or bear no
number. Circulars follow their kind: where memos are counted by unit, so are memos that are circulars.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from esa_docs.model.abilities import NumberSeries
from esa_docs.model.base import Content
from esa_docs.model.file_names import as_file_name
from esa_docs.model.office import Group, NumberingWay, Office
from esa_docs.model.paper_number import PaperFacts, settled_number, year_of

if TYPE_CHECKING:
    from esa_docs.model.kind import Kind, Kinds

C = TypeVar("C", bound=Content)


def numbering_way(kind: Kind[Any], office: Office | None) -> NumberingWay:
    """Return how the papers of a kind are numbered; the usual way where office.yaml does not say."""
    if kind.numbers is None:
        return "none"
    usual_way = kind.numbers.ways[0]
    return office.numbering.get(kind.name, usual_way) if office else usual_way


def paper_series(
    kind: Kind[Any], office: Office | None, owner: str | None, *, is_circular: bool
) -> NumberSeries | None:
    """Return the series in which a paper is counted. None for a paper that bears no number.

    Args:
        kind: its kind.
        office: whose paper it is; None where office.yaml is faulty.
        owner: id of the unit that it comes from; None where it names none.
        is_circular: whether it is a circular.
    """
    way = numbering_way(kind, office)
    series = kind.numbers
    if is_circular and kind.circulars:
        series = kind.circulars
    if series is None or way == "none":
        return None
    group = group_of(office, owner)
    if way == "group" and group:
        return group_series(series, group)
    return series


def group_of(office: Office | None, group_id: str | None) -> Group | None:
    """Return the unit of an office with an id. None where there is none."""
    groups = office.groups if office else ()
    for group in groups:
        if group.id == group_id:
            return group
    return None


def group_series(series: NumberSeries, group: Group) -> NumberSeries:
    """Return the series of one unit, such as ``memos-อำนวยการ``."""
    file_name = as_file_name(group.id)
    return replace(
        series,
        name=f"{series.name}-{group.id}",
        title=f"{series.title} {group.name}",
        plural=f"{series.register}-{file_name}",
        group=group.id,
    )


def series_of_office(kinds: Kinds, office: Office | None) -> Mapping[str, NumberSeries]:
    """Return every series by name: those of the office, each followed by those of its units.

    The series of the office is there also where papers are counted by unit: its register may hold numbers of
    the time before.
    """
    every_series = kinds.series().values()
    by_name: dict[str, NumberSeries] = {}
    for series in every_series:
        by_name[series.name] = series
        for unit_series in _series_of_units(series, kinds, office):
            by_name[unit_series.name] = unit_series
    return by_name


def series_with_numbers(
    kinds: Kinds, office: Office | None, names: Collection[str]
) -> Mapping[str, NumberSeries]:
    """Return every series by name, with those of units that have numbers from an earlier way of counting.

    Args:
        kinds: the kinds of documents.
        office: whose series they are; None where office.yaml is faulty.
        names: names of the series in which a number stands.
    """
    by_name = dict(series_of_office(kinds, office))
    groups = office.groups if office else ()
    for series in kinds.series().values():
        for group in groups:
            unit_series = group_series(series, group)
            if unit_series.name in names:
                by_name.setdefault(unit_series.name, unit_series)
    return by_name


def _series_of_units(series: NumberSeries, kinds: Kinds, office: Office | None) -> Iterator[NumberSeries]:
    ways = {numbering_way(kind, office) for kind in kinds if series in {kind.numbers, kind.circulars}}
    if office is None or "group" not in ways:
        return
    for group in office.groups:
        yield group_series(series, group)


def is_in_use(series: NumberSeries, kinds: Kinds, office: Office | None) -> bool:
    """Return whether papers of an office are counted in a series."""
    ways = {numbering_way(kind, office) for kind in kinds if series in {kind.numbers, kind.circulars}}
    return bool(series.group) or ways != {"none"}


def code_of_unit(office: Office, owner: str | None) -> str | None:
    """Return the code of a unit, else that of the office. None where neither has one."""
    group = group_of(office, owner)
    return group.code if group and group.code else office.letter_code


def codes_of_series(series: NumberSeries, office: Office | None) -> tuple[str, ...] | None:
    """Return the codes that may stand before numbers of a series. None where they are not known."""
    if not series.is_coded:
        return ()
    if office is None:
        return None
    if series.group:
        code = code_of_unit(office, series.group)
        return (code,) if code else None
    codes = [group.code for group in office.groups if group.code]
    if office.letter_code:
        codes.append(office.letter_code)
    return tuple(codes) or None


def facts_of_series(series: NumberSeries, office: Office | None, year: int | None) -> PaperFacts:
    """Return what papers of a series print beside their numbers in a calendar year."""
    codes = codes_of_series(series, office)
    if codes is None:
        return PaperFacts(None, year, series.is_circular, words=series.words)
    return PaperFacts(codes, year, series.is_circular, other_codes(office, codes), series.words)


def other_codes(office: Office | None, codes: Collection[str]) -> tuple[str, ...]:
    """Return the codes of an office and its units without some of them; none where office.yaml is faulty."""
    if office is None:
        return ()
    all_codes = [office.letter_code, *(group.code for group in office.groups)]
    return tuple(code for code in all_codes if code and code not in codes)


def paper_facts(kind: Kind[Any], content: Content, office: Office) -> PaperFacts:
    """Return what a paper prints beside its number. Content may lack the keys for it."""
    owner = getattr(content, "owner", None)
    is_circular = getattr(content, "circular", False)
    year = year_of(getattr(content, "date", None))
    return facts_beside_number(kind, office, owner, year, is_circular=is_circular)


def facts_beside_number(
    kind: Kind[Any], office: Office | None, owner: str | None, year: int | None, *, is_circular: bool
) -> PaperFacts:
    """Return what a paper prints beside its number, see `paper_series` for the arguments."""
    is_coded = kind.numbers is not None and kind.numbers.is_coded
    words = _words_before_number(kind, is_circular=is_circular)
    if not is_coded:
        return PaperFacts((), year, is_circular, other_codes(office, ()), words)
    code = code_of_unit(office, owner) if office else None
    # An office that names no code may type it with each number.
    if code is None:
        return PaperFacts(None, year, is_circular, words=words)
    return PaperFacts((code,), year, is_circular, other_codes(office, (code,)), words)


def _words_before_number(kind: Kind[Any], *, is_circular: bool) -> tuple[str, ...]:
    """Return the words that are typed before the number of a paper: of its kind, and those of circulars."""
    words: tuple[str, ...] = kind.content.number_words
    if is_circular and kind.circulars:
        return (*words, *kind.circulars.words)
    return words


def with_plain_number(kind: Kind[Any], content: C, office: Office) -> C:
    """Return content whose number is the plain one.

    Raises:
        PaperNumberError: a part of the number is not that of the paper.
    """
    number = getattr(content, "number", None)
    if not isinstance(number, str):
        return content
    settled = settled_number(number, paper_facts(kind, content, office))
    return content if settled == number else content.model_copy(update={"number": settled})
