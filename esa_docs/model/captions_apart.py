"""Content that one file prints several times: each print has captions of its own, and references to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from esa_docs.model.frozen_mapping import FrozenMapping
from esa_docs.model.inner_values import models_in
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.prose import Note, Prose, Reference, Span

_V = TypeVar("_V")


def apart(value: _V, number: int, repeated: object = None) -> _V:
    """Return content with captions of their own, for one print of several in a file.

    Args:
        value: what is printed: prose, blocks, a model of content, or a tuple of them.
        number: number of the print.
        repeated: the part of the value that is printed several times; None where all of it is.
    """
    if repeated is None:
        repeated = value
    copy = _Apart(f"#{number}", frozenset(_ids_in(repeated)))
    result: _V = copy.apart(value)
    return result


def _ids_in(value: object) -> Iterator[str]:
    """Generate the ids of the captions in content."""
    for _path, block in models_in(value, Block):
        if block.id is not None:
            yield block.id


@dataclass(frozen=True, slots=True)
class _Apart:
    """Gives the captions of one print ids of their own, and the references to them.

    Attributes:
        ending: what is added to each id.
        ids: the ids that are printed several times. What is shared by all, such as an annex, keeps its own.
    """

    ending: str
    ids: frozenset[str]

    def apart(self, value: Any) -> Any:
        """Return a value with its ids and references; a block with a caption is always one of its own."""
        if isinstance(value, Prose):
            return self._prose(value)
        if isinstance(value, tuple):
            return tuple(self.apart(item) for item in value)
        if isinstance(value, FrozenMapping):
            return FrozenMapping({key: self.apart(inner) for key, inner in value.items()})
        if isinstance(value, BaseModel):
            return self._model(value)
        return value

    def _model(self, model: BaseModel) -> BaseModel:
        changes = {name: self.apart(getattr(model, name)) for name in type(model).model_fields}
        if isinstance(model, Block) and model.id in self.ids:
            changes["id"] = f"{model.id}{self.ending}"
        return model.model_copy(update=changes)

    def _prose(self, prose: Prose) -> Prose:
        if not prose.spans:
            return prose
        return Prose(prose.plain, prose.source, tuple(map(self._span, prose.spans)))

    def _span(self, span: Span) -> Span:
        if isinstance(span.mark, Reference) and span.mark.id in self.ids:
            return replace(span, mark=replace(span.mark, id=span.mark.id + self.ending))
        if isinstance(span.mark, Note):
            return replace(span, mark=Note(self._prose(span.mark.text)))
        return span
