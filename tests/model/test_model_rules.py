"""Every model of content: explained field by field, frozen, closed to unknown keys, usable without files."""

from __future__ import annotations

import datetime as dt
import typing

import pytest
from pydantic import BaseModel, ValidationError

from esa_docs.kinds import KINDS
from esa_docs.kinds.manual.content import Definition, Manual, ScopeItem, Standard, Step, TableRow, Topic, Work
from esa_docs.model.base import Content
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References, Roster
from esa_docs.model.schedule import Schedule

ROOTS: tuple[type[BaseModel], ...] = (Office, Roster, *(kind.content for kind in KINDS))


def models_in(annotation: typing.Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*map(models_in, typing.get_args(annotation)))


def all_models() -> list[type[BaseModel]]:
    """Walk from the content files to every model inside them."""
    seen: set[type[BaseModel]] = set()
    waiting = set(ROOTS)
    while waiting:
        model = waiting.pop()
        seen.add(model)
        waiting |= set().union(*(models_in(f.annotation) for f in model.model_fields.values())) - seen
    return sorted(seen, key=full_name)


def full_name(model: type[BaseModel]) -> str:
    """Give a name that no other model has: two kinds may have a Standard each."""
    return f"{model.__module__}.{model.__name__}"


MODELS = all_models()
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


def test_the_walk_finds_the_models() -> None:
    found = {model.__name__ for model in MODELS}
    assert found >= {"Office", "Group", "Roster", "Person", "Manual", "Work", "Schedule"}
    assert found >= {
        "Standard",
        "ScopeItem",
        "Definition",
        "Step",
        "Substep",
        "Topic",
        "TableRow",
        "FiscalMonths",
    }
    assert len(FIELDS) >= 55


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_a_field_that_a_clerk_fills_in_says_what_it_is_for(model: type[BaseModel], name: str) -> None:
    description = model.model_fields[name].description
    assert description
    assert description.rstrip().endswith((".", "…"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_frozen_and_closed(model: type[BaseModel]) -> None:
    assert issubclass(model, Content)
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"
    assert (model.__doc__ or "").strip()


def person() -> Person:
    return Person(id="a", prefix="นาย", first_name="ก", last_name="ข", position="ค")


def manual() -> Manual:
    work = Work(
        name="งาน",
        objectives=("ก",),
        scope=(ScopeItem(text="ข", standards=(Standard(name="ค", indicators=("ง",)),)),),
        definitions=(Definition(term="จ", meaning="ฉ"),),
        steps=(Step(text="ช", topics=(Topic(name="ซ", text="ฌ"),)),),
        table=(TableRow(step="ญ", detail="ฎ\nฏ", owner="ฐ", schedule=Schedule(weeks=1)),),
    )
    return Manual(title="ท", author=person(), foreword=("ธ",), works=(work,), date=dt.date(2026, 9, 16))


def test_a_manual_is_built_in_python_without_any_file() -> None:
    built = manual()
    assert built.kind == "manual"
    assert built.works[0].table[0].detail == "ฎ\nฏ"
    assert built.author.full_name.replace("\u00a0", " ") == "นายก ข"
    assert built == manual()


def test_a_built_manual_does_not_change() -> None:
    built = manual()
    with pytest.raises(ValidationError) as caught:
        built.title = "อื่น"  # type: ignore[misc]
    assert [error["type"] for error in caught.value.errors()] == ["frozen_instance"]
    assert isinstance(hash(built), int)


def faults_of(
    values: dict[str, typing.Any], context: object = None
) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        Manual.model_validate(values, context=context)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def test_an_unknown_key_is_refused_in_python_too() -> None:
    values = manual().model_dump() | {"subtitle": "ก"}
    assert faults_of(values) == [(("subtitle",), "extra_forbidden")]


def test_a_person_in_a_file_is_an_id_and_nothing_else() -> None:
    values = manual().model_dump()
    known = References({"a": person()})
    assert faults_of(values, known) == [(("author",), "string_type")]
    assert faults_of(values | {"author": "b"}, known) == [(("author",), "unknown_person")]
    assert Manual.model_validate(values | {"author": "a"}, context=known) == manual()


def test_text_built_in_python_obeys_the_rules_of_content() -> None:
    values = manual().model_dump()
    assert faults_of(values | {"title": "{{ x }}"}) == [(("title",), "template_mark")]
    assert faults_of(values | {"title": "ก\u200bข"}) == [(("title",), "forbidden_character")]
    assert faults_of(values | {"title": "ก\nข"}) == [(("title",), "several_lines")]
    assert faults_of(values | {"title": " "}) == [(("title",), "string_too_short")]
    assert Manual.model_validate(values | {"title": " ก\u0e49\u0e38ง "}).title == "ก\u0e38\u0e49ง"


@pytest.mark.parametrize("field", ["working_days", "weeks", "months"])
def test_a_schedule_has_exactly_one_form(field: str) -> None:
    assert getattr(Schedule.model_validate({field: "๓"}), field) == 3
    with pytest.raises(ValidationError) as caught:
        Schedule.model_validate({field: 1, "rounds": (1,)})
    assert [error["type"] for error in caught.value.errors()] == ["one_of"]


def test_title_lines_are_the_name_apart_from_spaces() -> None:
    values = manual().works[0].model_dump() | {"name": "งานหนึ่ง และสอง"}
    assert Work.model_validate(values | {"title_lines": ("งานหนึ่ง", "และสอง")}).title_lines[1] == "และสอง"
    assert Work.model_validate(values | {"title_lines": ("งาน", "หนึ่งและสอง")}).title_lines[0] == "งาน"
    with pytest.raises(ValidationError) as caught:
        Work.model_validate(values | {"title_lines": ("งานหนึ่ง",)})
    assert [error["type"] for error in caught.value.errors()] == ["title_differs"]
