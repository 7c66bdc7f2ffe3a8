"""An invented office, its director, and documents of it as its files would make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from esa_docs.kinds import KINDS
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.office import Office
from esa_docs.model.people import Person

YEAR: Final = 2569
DIRECTOR = Person(
    id="ผอ", prefix="นาย", first_name="สมมติ", last_name="นามตัวอย่าง", position="ผู้อำนวยการสำนักงานตัวอย่าง"
)
OFFICE: Mapping[str, Any] = {"name": "สำนักงานตัวอย่าง", "short_name": "สต.", "parent": "ต้นสังกัด"}
"""Facts that every office must have; it has no director."""
AREA_OFFICE: Mapping[str, Any] = {
    "name": "สำนักงานตัวอย่าง เขต 1",
    "short_name": "สพป.ตัวอย่าง เขต 1",
    "parent": "ต้นสังกัด",
    "director": DIRECTOR,
}
"""An office of one of several areas, with its director."""


def document_of(
    kind: str,
    content: Mapping[str, Any] | Content,
    office: Mapping[str, Any] | Office,
    *,
    name: str = "",
    last_year: Content | None = None,
) -> Document[Any]:
    """Return a document.

    Args:
        kind: name of its kind.
        content: its content, as in its file with references resolved, or as a model.
        office: facts of its office, as in office.yaml, or as a model.
        name: its name; an empty one stands for the name of its kind.
        last_year: content of the document of the same name of the year before; None if there is none.
    """
    document_kind = KINDS.by_name[kind]
    content_model = document_kind.content.model_validate(content)
    office_model = Office.model_validate(office)
    document = document_kind.document(name or kind, YEAR, content_model, office_model)
    return replace(document, last_year=last_year)
