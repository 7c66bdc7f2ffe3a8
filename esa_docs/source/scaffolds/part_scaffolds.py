"""New part files of a report: one for each part of its edition, ready to be filled in."""

from __future__ import annotations

from typing import Any

from esa_docs.i18n import gettext as _
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind
from esa_docs.model.scaffold_examples import DATE, marked
from esa_docs.source.loading.parts import PART_KEY
from esa_docs.source.scaffolds.block_example import with_block_example
from esa_docs.source.schemas.schema import editor_line
from esa_docs.source.yaml_files.yaml_text import scalar_text


def part_scaffolds(
    kind: Kind[Any], edition: Edition, name: str, *, person: str, depth: int, has_marks: bool = False
) -> dict[str, str]:
    """Return the part files of a report, by name without the ending; none where its kind has no scaffolds.

    Args:
        kind: kind of the report.
        edition: what it is assessed by.
        name: name of the report; the parts go into a folder of this name.
        person: id by which examples refer to a person.
        depth: folders between the project and the part files.
        has_marks: whether texts may bear marks, and blocks stand among them (content version 2).
    """
    parts = kind.parts
    if parts is None or parts.scaffolds is None:
        return {}
    usage = _(
        "What stands behind # may be left out; to use a line, delete its # and the one blank behind it."
    )
    owner_line = f"# owner: {scalar_text(person)}{marked(person)}"
    due_lines = ("# due:", f"#   twelve_months: {DATE}{marked(DATE)}")
    fields = parts.model.model_fields if parts.model and has_marks else {}
    files: dict[str, str] = {}
    for part in parts.scaffolds(edition):
        lines = (
            editor_line(parts.schema, depth),
            f"# {part.heading}",
            f"# {usage}",
            f"{PART_KEY}: {scalar_text(name)}",
            f"{parts.code_key}: '{part.code}'",
            owner_line,
            *due_lines,
            *with_block_example(part.lines, fields),
        )
        file_name = part.code.replace(".", "-")
        files[f"{name}/{file_name}"] = "\n".join(lines) + "\n"
    return files
