"""What a content file takes from a table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.files import project_file
from esa_docs.source.tree import Mapping


@dataclass(frozen=True, slots=True)
class Included:
    """A document with what its tables hold.

    Attributes:
        tree: the document; as it was where a table is not sound.
        paths: the tables that were found.
        diagnostics: what is wrong with them.
    """

    tree: Mapping
    paths: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_table(root: Path, named: str, place: Location, field: str) -> Checked[Path]:
    """Find a table that content names; it lies in the project folder (E648).

    Args:
        root: project folder.
        named: its path from there, as written.
        place: where it is named.
        field: the key that names it.
    """
    path = project_file(root, named)
    if path is not None:
        return Checked(path)
    message = _("the table '{file}' is expected in the project folder and is not there").format(file=named)
    hint = _("Put the file there, or correct its path; it counts from the project folder.")
    return Checked(None, (Diagnostic("E648", message, place, hint, field=field),))
