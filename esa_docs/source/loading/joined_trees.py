"""A document with what stands in other files: its parts, and the tables that it names."""

from __future__ import annotations

from typing import Any

from esa_docs.model.kind import Kind
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.loading.parts import ParsedFile, join_parts
from esa_docs.source.tables.block_tables import with_block_tables
from esa_docs.source.tables.fact_tables import with_tables
from esa_docs.source.tables.included import Included
from esa_docs.source.tables.recipients import with_recipients


def joined_tree(
    main_file: ParsedFile,
    part_files: list[ParsedFile],
    kind: Kind[Any],
    files: ProjectFiles,
    *,
    reads_columns: bool,
) -> Included:
    """Return a document with the parts that lie in files of their own, and with the tables that it names.

    Args:
        main_file: the file of the document.
        part_files: the files of its parts.
        kind: its kind.
        files: the files of the project.
        reads_columns: whether recipients have further columns.
    """
    parts_key = kind.parts.key if kind.parts else None
    joined = join_parts(main_file.tree, parts_key, part_files)
    tables = with_tables(joined, kind.tables, files)
    blocks = with_block_tables(tables.tree, files)
    recipients = Included(blocks.tree)
    if kind.recipients:
        # Cells of the tables too may name columns of the recipients.
        recipients = with_recipients(blocks.tree, kind.recipients, files, reads_columns=reads_columns)
    paths = (*recipients.paths, *tables.paths, *blocks.paths)
    diagnostics = (*recipients.diagnostics, *tables.diagnostics, *blocks.diagnostics)
    return Included(recipients.tree, paths, diagnostics)
