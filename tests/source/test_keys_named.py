"""Where keys are expected and a list stands, the hint names the keys of the model, whichever model it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.office import Office
from esa_docs.model.printed_fields import type_of
from esa_docs.model.program_keys import PROGRAM_KEY
from esa_docs.source.binding.binding import bind
from esa_docs.source.yaml_files.parsing import parse_yaml

MODELS: tuple[type[BaseModel], ...] = (Office, *(kind.content for kind in KINDS.by_name.values()))


def single_models(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Generate the keys of a model under which one other model stands, with that model."""
    for name, field in model.model_fields.items():
        field_type = type_of(field)
        if field_type.model is not None and not field_type.depth:
            yield field.alias or name, field_type.model


def hints_of(model: type[BaseModel], key: str) -> list[str]:
    """Return the hints at a key under which a list stands in place of keys."""
    tree = parse_yaml(f"{key}: [[ก]]\n", "a.yaml").value
    assert tree is not None
    return [each.hint for each in bind(tree, model).diagnostics if (each.code, each.field) == ("E203", key)]


def keys_of(model: type[BaseModel]) -> list[str]:
    """Return the keys of a model that people type."""
    fields = model.model_fields.items()
    return [field.alias or name for name, field in fields if PROGRAM_KEY not in field.metadata]


def test_a_list_in_the_place_of_keys_names_them() -> None:
    unnamed: dict[str, list[str]] = {}
    named_keys: set[str] = set()
    for model in MODELS:
        for key, inner in single_models(model):
            for hint in hints_of(model, key):
                named_keys.add(key)
                unnamed[f"{model.__name__}.{key}"] = [name for name in keys_of(inner) if name not in hint]
    assert {place: names for place, names in unnamed.items() if names} == {}
    assert {"contact", "sizes", "signature"} <= named_keys


def test_the_contact_of_an_office_names_its_keys(tmp_path: Path) -> None:
    put(tmp_path, "office.yaml", f"{OFFICE}contact: [0 2111 1111]\n")
    put(tmp_path, "people.yaml", PEOPLE)
    (fault,) = [each for each in api.check(api.load(tmp_path)) if each.is_error]
    assert (fault.code, fault.location.line, fault.field) == ("E203", OFFICE.count("\n") + 1, "contact")
    assert [key for key in ("phone", "fax", "email") if key not in fault.hint] == []
