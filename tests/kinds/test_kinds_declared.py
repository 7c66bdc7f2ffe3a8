"""Every kind of the list: its declaration is complete, and the documentation has it."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
import typing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from pydantic import BaseModel

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.abilities import NumberSeries, Parts
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.workbook_form import WorkbookForm
from esa_docs.word.templates.reading.template_file import shipped_template

ROOT: Final = Path(__file__).parents[2]
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.declared, ids=lambda kind: kind.name)


def test_there_are_kinds() -> None:
    assert len(KINDS.names) >= 8


@EVERY_KIND
def test_its_folder_bears_its_name(kind: Kind[Any]) -> None:
    assert kind.content.__module__ == f"esa_docs.kinds.{kind.name}.content"


@EVERY_KIND
def test_its_first_form_bears_its_name_and_every_form_has_a_template(kind: Kind[Any]) -> None:
    names = [form.name for form in kind.forms]
    templates = [shipped_template(f"{name}.docx") for name in names]

    assert names[0] == kind.name
    assert [template.stem for template in templates] == names


@EVERY_KIND
def test_its_forms_go_to_worker_processes(kind: Kind[Any]) -> None:
    copies = pickle.loads(pickle.dumps(kind.forms))  # noqa: S301 our own bytes
    copied_parts = [(copy.name, copy.view, copy.title) for copy in copies]

    assert copied_parts == [(form.name, form.view, form.title) for form in kind.forms]


@EVERY_KIND
def test_the_documentation_has_a_row_for_it(kind: Kind[Any]) -> None:
    text = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    title = kind.numbers.title if kind.numbers else ""
    row = f"| `{kind.name}` | {kind.thai_name} | {title} |"
    row_without_empty_cell = row.replace("  ", " ")

    assert row_without_empty_cell in text


@EVERY_KIND
def test_it_is_found_by_its_thai_name(kind: Kind[Any]) -> None:
    assert KINDS.with_name(kind.thai_name) == (kind,)


@EVERY_KIND
def test_its_examples_name_fields_of_its_content(kind: Kind[Any]) -> None:
    fields: set[str] = set()
    for model in models_within(kind.content):
        for declaring_class in model.__mro__:
            fields |= {
                f"{declaring_class.__name__}.{name}" for name in inspect.get_annotations(declaring_class)
            }
    names_in_examples = set(kind.examples.texts) | kind.examples.offered

    assert names_in_examples <= fields


def models_within(content: type[BaseModel]) -> set[type[BaseModel]]:
    """Return the models of which content is made, itself among them."""
    models: set[type[BaseModel]] = set()
    waiting_models = [content]
    while waiting_models:
        model = waiting_models.pop()
        if model not in models:
            models.add(model)
            for field in model.model_fields.values():
                waiting_models += models_in(field.annotation)
    return models


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Generate the models inside tuples, optional and annotated types."""
    arguments = typing.get_args(annotation)
    if arguments:
        for argument in arguments:
            yield from models_in(argument)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


class Bill(OfficialPaper):
    """A kind that is not shipped."""

    kind: Literal["bill"] = "bill"


def declare_bill(**changes: Any) -> Kind[Bill]:
    """Return the declaration of bills with the changes of a test."""
    arguments: dict[str, Any] = {
        "name": "bill",
        "thai_name": "ใบ",
        "content": Bill,
        "title": str,
        "forms": (Form("bill", show_bill),),
    }
    arguments.update(changes)
    return Kind(**arguments)


def show_bill(_document: Document[Bill], _area: Area) -> Context:
    return {}


def test_a_sound_declaration_is_taken() -> None:
    assert declare_bill().name == "bill"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "note"}, "does not say kind: note"),
        ({"forms": ()}, "first form of the kind bill"),
        ({"forms": (Form("note", show_bill),)}, "first form of the kind bill"),
        ({"numbers": NumberSeries("bill", "ทะเบียน")}, "has no number and date"),
        ({"circulars": NumberSeries("bill", "ทะเบียน")}, "has no number and date"),
        ({"workbook": WorkbookForm((), lambda _bill: iter(()))}, "no parts with a code"),
    ],
)
def test_a_declaration_that_does_not_hold_together_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        declare_bill(**changes)


def test_two_kinds_of_one_name_are_refused() -> None:
    first = KINDS.declared[0]

    with pytest.raises(ValueError, match=f"two kinds bear one name: {first.name}"):
        Kinds((first, first))


def test_two_forms_of_one_name_are_refused() -> None:
    memo = KINDS.by_name["memo"]
    bill = declare_bill(forms=(Form("bill", show_bill), Form("memo", show_bill)))

    with pytest.raises(ValueError, match="two forms bear one name: memo"):
        Kinds((memo, bill))


def test_two_schemas_of_one_name_are_refused() -> None:
    sar = KINDS.by_name["sar"]
    bill = declare_bill(parts=Parts("x", schema="sar-indicator"))

    with pytest.raises(ValueError, match="two schemas bear one name: sar-indicator"):
        Kinds((sar, bill))


def test_a_series_cannot_be_taken_over() -> None:
    memo = KINDS.by_name["memo"]
    letter = replace(KINDS.by_name["letter"], numbers=NumberSeries("memo", "ทะเบียนอื่น"))

    with pytest.raises(ValueError, match="two series bear one name: memo"):
        Kinds((memo, letter))


def test_no_form_is_told_twice() -> None:
    assert len(set(api.forms())) == len(api.forms())


@pytest.mark.acceptance
def test_checking_loads_neither_fonts_nor_the_word_side() -> None:
    heavy = ("PIL.Image", "docx", "docxtpl", "fontTools", "jinja2", "lxml", "pypdf")
    program = (
        "import sys; from esa_docs import api; api.check(api.load('content'));"
        f"print(*sorted(set({heavy}) & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert result.stdout.split() == []
