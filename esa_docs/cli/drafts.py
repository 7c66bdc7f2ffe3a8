"""Drafts of content files, written where nothing is yet, and said on the console."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from esa_docs.cli.show import tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.draft import Draft


def write_drafts(drafts: Iterable[Draft], nothing: str) -> None:
    """Write what is not there yet, and say what was written.

    Args:
        drafts: the drafts.
        nothing: what is said where there are none.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    files = dict(map(api.draft_file, drafts))
    new = {path: data for path, data in files.items() if not path.exists()}
    for path in (path for path in files if path not in new):
        tell(_("already there, not written again: {path}").format(path=path.as_posix()))
    for path in api.write_files(new):
        tell(_("draft written: {path}").format(path=path.as_posix()))
    if not files:
        tell(nothing)
