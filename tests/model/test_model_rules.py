"""Every model of content explains its fields, is frozen, refuses unknown keys, and needs no files."""

from __future__ import annotations

import datetime as dt
import pickle
import typing
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from esa_docs.kinds import KINDS
from esa_docs.kinds.manual.content import Definition, Manual, ScopeItem, Standard, Step, TableRow, Topic, Work
from esa_docs.model.base import Content, Count
from esa_docs.model.frozen_mapping import FrozenMapping
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References, Roster
from esa_docs.model.person_names import People
from esa_docs.model.program_keys import PROGRAM_KEY
from esa_docs.model.recipient_columns import Recipient
from esa_docs.model.schedule import Schedule

CONTENTS = [kind.content for kind in KINDS]
ROOTS: tuple[type[BaseModel], ...] = (Office, Roster, *CONTENTS)


def models_in(annotation: typing.Any) -> Iterator[type[BaseModel]]:
    """Generate the models that an annotation names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in typing.get_args(annotation):
            yield from models_in(argument)


def all_models() -> list[type[BaseModel]]:
    """Return the models of the content files, and every model inside them."""
    models = set(ROOTS)
    models_to_visit = list(ROOTS)
    while models_to_visit:
        model = models_to_visit.pop()
        for field in model.model_fields.values():
            new_models = set(models_in(field.annotation)) - models
            models |= new_models
            models_to_visit += new_models
    return sorted(models, key=full_name)


def full_name(model: type[BaseModel]) -> str:
    """Return a name that no other model has: two kinds may have a Standard each."""
    return f"{model.__module__}.{model.__name__}"


def fields_of_models() -> Iterator[tuple[type[BaseModel], str]]:
    """Generate each field of each model that a clerk may fill in."""
    for model in MODELS:
        for name, field in model.model_fields.items():
            if PROGRAM_KEY not in field.metadata:
                yield model, name


MODELS = all_models()
FIELDS = list(fields_of_models())


def test_the_walk_finds_the_models() -> None:
    names = {model.__name__ for model in MODELS}
    assert names >= {"Office", "Group", "Roster", "Person", "Manual", "Work", "Schedule"}
    assert names >= {
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
    # A recipient may have any columns, which texts name as fields.
    expected_extra = "allow" if issubclass(model, Recipient) else "forbid"
    assert model.model_config.get("extra") == expected_extra
    assert (model.__doc__ or "").strip()


def person() -> Person:
    return Person(id="a", prefix="นาย", first_name="ก", last_name="ข", position="ค")


def build_manual() -> Manual:
    """Return a manual with one of each of its parts."""
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
    manual = build_manual()
    assert manual.kind == "manual"
    assert manual.works[0].table[0].detail == "ฎ\nฏ"
    assert manual.author.full_name.replace("\u00a0", " ") == "นายก ข"
    assert manual == build_manual()


def test_a_built_manual_does_not_change() -> None:
    manual = build_manual()
    with pytest.raises(ValidationError) as error_info:
        manual.title = "อื่น"  # type: ignore[misc]
    (error,) = error_info.value.errors()
    assert error["type"] == "frozen_instance"
    assert isinstance(hash(manual), int)


def faults_of(
    values: dict[str, typing.Any], context: object = None
) -> list[tuple[tuple[int | str, ...], str]]:
    """Return path and type of each error that refuses the values of a manual."""
    with pytest.raises(ValidationError) as error_info:
        Manual.model_validate(values, context=context)
    return [(error["loc"], error["type"]) for error in error_info.value.errors()]


def test_an_unknown_key_is_refused_in_python_too() -> None:
    values = build_manual().model_dump(exclude_defaults=True) | {"subtitle": "ก"}
    assert faults_of(values) == [(("subtitle",), "extra_forbidden")]


def test_a_person_in_a_file_is_an_id_and_nothing_else() -> None:
    values = build_manual().model_dump(exclude_defaults=True)
    references = References(People.of([person()]))
    assert faults_of(values, references) == [(("author",), "string_type")]
    assert faults_of(values | {"author": "b"}, references) == [(("author",), "unknown_person")]
    assert Manual.model_validate(values | {"author": "a"}, context=references) == build_manual()


def test_text_built_in_python_obeys_the_rules_of_content() -> None:
    values = build_manual().model_dump(exclude_defaults=True)
    assert faults_of(values | {"title": "{{ x }}"}) == [(("title",), "template_mark")]
    assert faults_of(values | {"title": "ก\u202eข"}) == [(("title",), "refused_character")]
    assert faults_of(values | {"title": "ก\nข"}) == [(("title",), "several_lines")]
    assert faults_of(values | {"title": " "}) == [(("title",), "string_too_short")]
    assert Manual.model_validate(values | {"title": " ก\u0e49\u0e38ง "}).title == "ก\u0e38\u0e49ง"


@pytest.mark.parametrize("field", ["working_days", "weeks", "months"])
def test_a_schedule_has_exactly_one_form(field: str) -> None:
    assert getattr(Schedule.model_validate({field: "๓"}), field) == 3
    with pytest.raises(ValidationError) as error_info:
        Schedule.model_validate({field: 1, "rounds": (1,)})
    (error,) = error_info.value.errors()
    assert error["type"] == "one_of"


def test_title_lines_are_the_name_apart_from_spaces() -> None:
    values = build_manual().works[0].model_dump() | {"name": "งานหนึ่ง และสอง"}
    for title_lines in (("งานหนึ่ง", "และสอง"), ("งาน", "หนึ่งและสอง")):
        assert Work.model_validate(values | {"title_lines": title_lines}).title_lines == title_lines
    with pytest.raises(ValidationError) as error_info:
        Work.model_validate(values | {"title_lines": ("งานหนึ่ง",)})
    (error,) = error_info.value.errors()
    assert error["type"] == "title_differs"


@pytest.mark.parametrize(("name", "lines"), [("งาน 2569 ก", ("งาน ๒๕๖๙", "ก")), ("งาน ๒๕", ("งาน", "25"))])
def test_title_lines_may_have_other_digits_than_the_title(name: str, lines: tuple[str, ...]) -> None:
    values = build_manual().works[0].model_dump() | {"name": name, "title_lines": lines}
    assert Work.model_validate(values).title_lines == lines


@pytest.mark.parametrize("typed", ["1_0", "๑_๐", "1e1"])
def test_a_number_as_programs_write_it_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Count).validate_python(typed)
    assert [error["type"] for error in caught.value.errors()] == ["int_parsing"]


def test_a_mapping_of_content_does_not_change_and_reaches_workers() -> None:
    cells = FrozenMapping({"หมายเหตุ": "ก"})
    with pytest.raises(TypeError):
        cells["หมายเหตุ"] = "ข"
    with pytest.raises(TypeError):
        cells.update({"อื่น": "ข"})
    copy_of_cells = pickle.loads(pickle.dumps(cells))  # noqa: S301 our own bytes
    assert copy_of_cells == cells == {"หมายเหตุ": "ก"}
    assert hash(copy_of_cells) == hash(cells)
