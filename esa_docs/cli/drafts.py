"""Drafts of content files: written where no file is yet, and named on the console."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.cli.show import tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.draft import Draft


def write_drafts(root: Path, drafts: Iterable[Draft], no_drafts: str) -> None:
    """Write the drafts whose files are not there yet, and name all files.

    Args:
        root: project folder.
        drafts: the drafts.
        no_drafts: the sentence to show where there are no drafts.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    written_drafts = api.write_drafts(root, drafts)
    for path in written_drafts.present_paths:
        tell(_("already there, not written again: {path}").format(path=path.as_posix()))
    for path in written_drafts.new_paths:
        tell(_("draft written: {path}").format(path=path.as_posix()))
    if not written_drafts.present_paths and not written_drafts.new_paths:
        tell(no_drafts)
