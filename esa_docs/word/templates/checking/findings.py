"""A fault that a check of a template found, with its paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.faults.paragraphs import BEHIND_ALL, TemplateParagraph


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a template.

    Attributes:
        code: its code.
        message: what is wrong.
        hint: the cure.
        paragraph: where it is; None for the template as a whole.
        tag: the tag around which a long paragraph is quoted.
        severity: how much it weighs.
    """

    code: str
    message: str
    hint: str
    paragraph: TemplateParagraph | None = None
    tag: str = ""
    severity: Severity = Severity.ERROR

    def as_diagnostic(self, file_label: str) -> Diagnostic:
        """Return it as a diagnostic of a file, with the text and the place of its paragraph."""
        location = Location(file_label)
        if self.paragraph is None:
            whole = Diagnostic(self.code, self.message, location, self.hint, self.severity)
            return replace(whole, position=BEHIND_ALL)
        place = self.paragraph.place
        words = _("{fault}, in '{text}'").format(fault=self.message, text=self.paragraph.quote(self.tag))
        diagnostic = Diagnostic(self.code, f"{words} ({place})", location, self.hint, self.severity, place)
        return replace(diagnostic, position=self.paragraph.position)
