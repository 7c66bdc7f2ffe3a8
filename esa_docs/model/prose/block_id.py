"""The id of a block, by which ``{ref:ID}`` in a text refers to its caption."""

from __future__ import annotations

import re
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.typed_scalars import TYPES_OF_TEXT

_PATTERN: Final = "^[A-Za-z0-9\u0e01-\u0e5b._-]+$"
"""Letters of Thai and Latin with what stands on them, digits, and signs that no mark ends with."""


def _check_id(text: str) -> str:
    """Return an id that a reference can name.

    Raises:
        PydanticCustomError: ``odd_id``.
    """
    if not re.match(_PATTERN, text):
        raise PydanticCustomError("odd_id", "no reference can name it", {"text": text})
    return text


BlockId: TypeAlias = Annotated[
    SteeringText,
    AfterValidator(_check_id),
    WithJsonSchema({"type": list(TYPES_OF_TEXT), "pattern": _PATTERN}),
]
"""An id of letters, digits and the signs ``-``, ``_`` and ``.``."""
