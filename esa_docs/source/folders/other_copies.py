"""Conflict copies of files that are read and hold no number: tables that content names, editions, templates.

What somebody wrote into the copy of a list of recipients would be sent to nobody (E433).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.source.assets.schemes import SCHEMES_FOLDER
from esa_docs.source.folders.conflict_copies import check_copies_in
from esa_docs.source.folders.files import TEMPLATES_FOLDER
from esa_docs.source.folders.named_paths import ProjectFiles

_TABLE: Final = re.compile(r"\.(?:csv|xlsx)\b", re.IGNORECASE)
"""Endings of the files that are read into documents. Pictures and evidence have names of cameras."""
_BEFORE_NAME: Final = re.compile(r"""["'{}\[\],:\n]|(?:^|\n)[ ]*-[ ]""")
_LONGEST_PATH: Final = 400


def check_other_copies(files: ProjectFiles, texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Check the folders of editions, of own templates, and of the tables that content names (E433).

    Args:
        files: the files of the project.
        texts: the texts of the content files.
    """
    for name in (SCHEMES_FOLDER, TEMPLATES_FOLDER):
        yield from check_copies_in(files.root / name)
    names_by_folder: dict[Path, set[str]] = {}
    for written_path in sorted(_named_tables(texts)):
        path = files.look_for(written_path).path
        if path is not None:
            names_by_folder.setdefault(path.parent, set()).add(path.name)
    for folder, names in names_by_folder.items():
        yield from check_copies_in(folder, names)


def _named_tables(texts: Iterable[str]) -> set[str]:
    """Return what may be the path of a table in texts, whatever key it stands at."""
    paths: set[str] = set()
    for text in texts:
        for match in _TABLE.finditer(text):
            start = max(match.end() - _LONGEST_PATH, 0)
            text_before = text[start : match.end()]
            last_piece = _BEFORE_NAME.split(text_before)[-1]
            paths.add(last_piece.strip())
    return paths
