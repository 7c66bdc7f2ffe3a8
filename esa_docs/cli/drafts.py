"""Drafts of content files: written where no file is yet, and named on the console."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.cli.show import tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.draft import Draft


def write_drafts(drafts: Iterable[Draft], no_drafts: str) -> None:
    """Write the drafts whose files are not there yet, and name all files.

    Args:
        drafts: the drafts.
        no_drafts: the sentence to show where there are no drafts.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    files = dict(map(api.draft_file, drafts))
    new_files: dict[Path, bytes] = {}
    for path, data in files.items():
        if path.exists():
            tell(_("already there, not written again: {path}").format(path=path.as_posix()))
        else:
            new_files[path] = data
    for path in api.write_files(new_files):
        tell(_("draft written: {path}").format(path=path.as_posix()))
    if not files:
        tell(no_drafts)
