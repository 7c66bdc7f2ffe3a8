"""What a new content file of version 2 says of marks and blocks, below its first list of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic.fields import FieldInfo

from esa_docs.i18n import gettext as _
from esa_docs.model.prose.blocks import Block
from esa_docs.source.scaffolds.scaffold_types import types_within

_EXAMPLE: Final = """\
  - table:
      columns: [รายการตัวอย่าง, จำนวน]
      rows:
        - [กระดาษตัวอย่าง, 10]
    caption: วัสดุตัวอย่าง
    id: t1
  - 'ตาม**ตารางที่ {ref:t1}** ตัวอย่าง'
"""
"""A table, and a paragraph that refers to it: a text that begins with a mark or holds a colon has quotes."""


def first_list_of_blocks(fields: Mapping[str, FieldInfo]) -> str | None:
    """Return the name of the first field whose paragraphs may be blocks; None where there is none."""
    for name, field in fields.items():
        if takes_blocks(field.annotation):
            return name
    return None


def takes_blocks(annotation: Any) -> bool:
    """Return whether a type takes blocks in the place of paragraphs."""
    return Block in types_within(annotation)


def block_example() -> Iterator[str]:
    """Generate the lines of the example; all of them are comments."""
    marks = _("Marks in a text: {marks}. A text that begins with one, or holds ': ', goes in quotes.")
    signs = "**หนา** *เอียง* __ขีดเส้นใต้__ [คำ](https://…) ^[เชิงอรรถ]"
    yield f"# {marks.format(marks=signs)}"
    blocks = _("In the place of a paragraph a table, a list or steps may stand, such as:")
    yield f"# {blocks}"
    for line in _EXAMPLE.splitlines():
        yield f"# {line}"
