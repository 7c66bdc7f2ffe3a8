"""What a command did not do because of errors: the last line that it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, MachineError
from esa_docs.i18n import gettext as _


@contextmanager
def unwritten(file: Path | None = None) -> Iterator[None]:
    """Let a fault say that a file was not written.

    Args:
        file: the file that the command writes; None where it changes files of the project, all or none.
    """
    try:
        yield
    except (ContentError, MachineError) as fault:
        fault.add_note(_words_of_unwritten(fault.diagnostics, file))
        raise


def _words_of_unwritten(diagnostics: Iterable[Diagnostic], file: Path | None = None) -> str:
    """Return, in words, that nothing was written because of errors.

    Args:
        diagnostics: what is wrong.
        file: the file that was to be written; None for changes of files of the project.
    """
    count = len([diagnostic for diagnostic in diagnostics if diagnostic.is_error])
    if file is None:
        return _("nothing was written, because there are errors: {count}").format(count=count)
    message = _("{file} was not written, because there are errors: {count}")
    return message.format(file=file.as_posix(), count=count)
