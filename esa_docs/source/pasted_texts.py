"""The one door for text of files: what comes in pasted is mended, and told once a file (W502)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _


class PastedTexts:
    """The texts of one file as they come in, and what was mended in them so far."""

    def __init__(self) -> None:
        self._signs: Counter[thai.PastedSign] = Counter()
        self._first_place: Location | None = None

    def mend(self, text: str, place: Location) -> str:
        """Return a text as its writer meant it, and remember what was mended.

        Args:
            text: the text as it was read.
            place: where it stands.
        """
        mended_text = thai.mend_text(text)
        if mended_text != text:
            self.add(text, place)
        return mended_text

    def add(self, text: str, place: Location) -> None:
        """Remember that a text is mended.

        Args:
            text: the text as it was read.
            place: where its first sign that is mended stands.
        """
        self._signs += thai.count_signs(text)
        if self._first_place is None:
            self._first_place = place

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Generate what was mended in the file, at its first place (W502, info), if anything was."""
        if self._first_place is None:
            return
        words = _words_of_sorts()
        sorts = ", ".join(words[sign] for sign in thai.PastedSign if self._signs[sign])
        message = _(
            "signs that came in with pasted text are read as what is meant, {count} in this file: {sorts}"
        )
        text = message.format(
            count=max(1, self._signs.total()), sorts=sorts or words[thai.PastedSign.THAI_ORDER]
        )
        hint = _("Nothing need be done: the documents have them right, and the file stays as it is.")
        yield Diagnostic("W502", text, self._first_place, hint, Severity.INFO)


def _words_of_sorts() -> dict[thai.PastedSign, str]:
    return {
        thai.PastedSign.BLANK: _("tabs and odd blanks"),
        thai.PastedSign.INVISIBLE: _("characters that nobody sees"),
        thai.PastedSign.OLD_FONT: _("Thai signs of old fonts"),
        thai.PastedSign.THAI_ORDER: _("vowels and tone marks typed in another order, in pieces or twice"),
    }
