"""What is told of Word files that are put into a paper, at the place of the content that names them.

E344 a file cannot be put in as it is · E345 (info) what of it is left out or changed · E485 it holds what
runs or what lies elsewhere.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.system_words import reason_in_words


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A Word file, and where content names it.

    Attributes:
        path: the file.
        place: where content names it.
        field: key that names it.
    """

    path: Path
    place: Location
    field: str

    def error(self, code: str, message: str, hint: str, **values: str) -> ContentError:
        """Return an error of the file.

        Args:
            code: its code.
            message: what is wrong; ``{file}`` in it stands for the name of the file.
            hint: what to do.
            values: what stands for other names in the message.
        """
        text = message.format(file=self.path.name, **values)
        return ContentError([Diagnostic(code, text, self.place, hint, field=self.field)])


def damaged(file: FilePlace) -> ContentError:
    """Return that a file cannot be read as a Word file (E344)."""
    message = _("the Word file '{file}' is damaged, or is no document of Word")
    hint = _("Open it in Word, which may mend it, and save it anew as .docx.")
    return file.error("E344", message, hint)


def unreadable(file: FilePlace, fault: OSError) -> ContentError:
    """Return that the system does not let us read a file (E344)."""
    message = _("the Word file '{file}' cannot be read: {reason}")
    hint = _("Close it in other programs and check that it is there.")
    return file.error("E344", message, hint, reason=reason_in_words(fault))


def strict(file: FilePlace) -> ContentError:
    """Return that a file is of the strict form (E344)."""
    message = _("the Word file '{file}' is a Strict Open XML Document, which cannot be put in")
    hint = _("In Word: Save As, Word Document (.docx), without Strict.")
    return file.error("E344", message, hint)


def holds_files(file: FilePlace) -> ContentError:
    """Return that a file holds other whole files, which Word would open (E344)."""
    message = _("the Word file '{file}' holds other files in its text (altChunk or subdocuments)")
    hint = _("Open it in Word and save it anew: Word then puts their text into it.")
    return file.error("E344", message, hint)


def breaks_schema(file: FilePlace, words: str) -> ContentError:
    """Return that Word would repair or refuse a file (E344).

    Args:
        file: the file.
        words: what is wrong, in words.
    """
    message = _("Word would have to repair the Word file '{file}': {fault}")
    hint = _("Open it in Word and save it anew as .docx; what Word writes can be put in.")
    return file.error("E344", message, hint, fault=words)


def holds_macros(file: FilePlace) -> ContentError:
    """Return that a file holds macros or controls (E485)."""
    message = _("the Word file '{file}' holds macros or controls, which an official paper must not carry")
    hint = _("Save it in Word as 'Word Document (*.docx)', and delete its buttons and boxes of ActiveX.")
    return file.error("E485", message, hint)


def linked_object(file: FilePlace) -> ContentError:
    """Return that a file shows something that lies in another file (E485)."""
    message = _("the Word file '{file}' shows a part of another file, which is not in it")
    hint = _("In Word: File, Info, Edit Links to Files, Break Link; then save it.")
    return file.error("E485", message, hint)


def words_of_missing(name: str) -> str:
    """Return in words that a part to which the file refers is not in it."""
    words = _("parts that are missing in the file are left out ({name})")
    return words.format(name=posixpath.basename(name))


def words_of_lost_link() -> str:
    """Return in words that something of a file refers to nothing in it."""
    return _("pictures, charts or heads whose link in the file is broken are left out")


def left_out(file: FilePlace, words: Iterable[str]) -> Diagnostic | None:
    """Return what of a file was left out or changed (E345); None where nothing was.

    Args:
        file: the file.
        words: each of these things, in words.
    """
    things = list(dict.fromkeys(words))
    if not things:
        return None
    message = _("of the Word file '{file}' this is not as it was: {things}")
    hint = _("Nothing is to be done, unless the paper needs it: the file itself stays as it is.")
    text = message.format(file=file.path.name, things="; ".join(things))
    return Diagnostic("E345", text, file.place, hint, Severity.INFO, file.field)
