"""What a new content file of version 2 says of marks and blocks, below its first list of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic.fields import FieldInfo

from esa_docs.i18n import gettext as _
from esa_docs.model.prose.blocks import Block
from esa_docs.source.scaffolds.scaffold_types import types_within

_KEY_AT_TOP: Final = re.compile(r"(?:# )?(?P<name>[a-z_]+):")
"""A key at the top of a file, in use or behind ``#``."""
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
_PICTURES_AND_CHARTS: Final = """\
  - {picture: {file: pictures/example.jpg}, caption: ภาพตัวอย่าง}
  - {chart: {type: bar, of: t1}, caption: แผนภูมิตัวอย่าง}
  - {landscape: [ข้อความตัวอย่าง]}
"""
"""A picture, a chart of the numbers of that table, and pages that lie on their side."""
_OF_RECIPIENTS: Final = """\
  - 'โรงเรียน{field:ชื่อโรงเรียน} ตัวอย่าง'
  - {table: {columns: [รหัส, รายการ], rows: [['0421', กระดาษตัวอย่าง]], rows_of: รหัส}}
"""
"""What a letter says to each of its recipients: a column of their list, and the rows of a table."""


def first_list_of_blocks(fields: Mapping[str, FieldInfo]) -> str | None:
    """Return the name of the first field whose paragraphs may be blocks; None where there is none."""
    for name, field in fields.items():
        if takes_blocks(field.annotation):
            return name
    return None


def takes_blocks(annotation: Any) -> bool:
    """Return whether a type takes blocks in the place of paragraphs."""
    return Block in types_within(annotation)


def block_example(*, for_recipients: bool = False) -> Iterator[str]:
    """Generate the lines of the examples; all of them are comments.

    Args:
        for_recipients: whether the kind has recipients, to each of whom a text may say something else.
    """
    marks = _("Marks in a text: {marks}. A text that begins with one, or holds ': ', goes in quotes.")
    signs = "**หนา** *เอียง* __ขีดเส้นใต้__ [คำ](https://…) ^[เชิงอรรถ]"
    yield f"# {marks.format(marks=signs)}"
    blocks = _("In the place of a paragraph a table, a list or steps may stand, such as:")
    yield f"# {blocks}"
    yield from _switched_off(_EXAMPLE)
    further_blocks = _("So may a picture, a chart, and pages that lie on their side:")
    yield f"# {further_blocks}"
    yield from _switched_off(_PICTURES_AND_CHARTS)
    if for_recipients:
        for_each = _(
            "To each of several recipients: a column of their list, and rows of a table that are theirs:"
        )
        yield f"# {for_each}"
        yield from _switched_off(_OF_RECIPIENTS)


def with_block_example(lines: Sequence[str], fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    """Generate lines of a new file, and the examples below its first list of paragraphs at the top.

    Args:
        lines: the lines, in use or behind ``#``.
        fields: the fields at the top of the file.
    """
    end = _end_of_first_list(lines, fields)
    yield from lines[:end]
    if end:
        yield from block_example()
    yield from lines[end:]


def _end_of_first_list(lines: Sequence[str], fields: Mapping[str, FieldInfo]) -> int:
    """Return the index behind the first list whose paragraphs may be blocks; 0 where there is none."""
    is_in_list = False
    for index, line in enumerate(lines):
        key = _KEY_AT_TOP.match(line)
        if key is None:
            continue
        if is_in_list:
            return index
        field = fields.get(key["name"])
        is_in_list = field is not None and takes_blocks(field.annotation)
    return len(lines) if is_in_list else 0


def _switched_off(example: str) -> Iterator[str]:
    for line in example.splitlines():
        yield f"# {line}"
