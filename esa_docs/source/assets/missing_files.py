"""What to do where a file that content names is not there: it depends on what was written as its path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.links import is_safe_address
from esa_docs.source.binding.link_faults import put_into_evidence
from esa_docs.source.folders.impossible_paths import cure_of_path

_PLACE_OF_MACHINE: Final = re.compile(r"[A-Za-z]:|[\\/~]|file:", re.IGNORECASE)
"""Begins a path of a drive, a share, or the root of one machine; no path from the project folder."""


def hint_of_missing_file(written_path: str, path: Path, *, is_evidence: bool = False) -> str:
    """Return the cure of a file that is not in the project folder.

    Args:
        written_path: its path as written.
        path: where it would lie.
        is_evidence: whether it is evidence, beside which a link may stand.
    """
    if is_safe_address(written_path):
        if is_evidence:
            return _("This is an address: write it at 'link:' and leave 'file:' out.")
        return _(
            "This is an address: save the page or file in the project folder, and write its path from there."
        )
    if _PLACE_OF_MACHINE.match(written_path.strip()):
        if is_evidence:
            return put_into_evidence()
        return _(
            "Put the file into the project folder, and write its path from there;"
            " other machines do not have this place."
        )
    cure = cure_of_path(path)
    if cure:
        return cure
    return _("Put the file there, or correct its path; it counts from the project folder.")
