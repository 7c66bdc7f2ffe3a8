"""What ``check`` says of one key of a model, and which models stand inside one."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from esa_docs.diagnostics import Diagnostic
from esa_docs.kinds import KINDS
from esa_docs.model.people import References
from esa_docs.source.binding.binding import bind
from esa_docs.source.yaml_files.parsing import parse_yaml


def models_within(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return a model and the models inside it, by name."""
    models: dict[str, type[BaseModel]] = {}
    waiting_models = [model]
    while waiting_models:
        waiting = waiting_models.pop()
        if waiting.__name__ not in models:
            models[waiting.__name__] = waiting
            for field in waiting.model_fields.values():
                waiting_models += models_in(field.annotation)
    return models


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    for argument in typing.get_args(annotation):
        yield from models_in(argument)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def findings(model: type[BaseModel], key: str, text: str) -> list[Diagnostic]:
    """Return what ``check`` says of one key of a model; other keys are missing, and it says so."""
    node = parse_yaml(text, "a.yaml").value
    assert node is not None
    diagnostics = bind(node, model, References(None, kinds=KINDS.names)).diagnostics
    return [diagnostic for diagnostic in diagnostics if re.split(r"[.\[]", diagnostic.field)[0] == key]
