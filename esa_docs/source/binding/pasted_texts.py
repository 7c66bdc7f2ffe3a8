"""The one door for text of files: what comes in pasted is mended, and told once a file (W502).

What cannot be mended, a Thai mark that stands on no letter, is told at each text that holds one (W516).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.binding.loose_marks import loose_mark


def may_be_pasted(text: str) -> bool:
    """Return whether a whole file may hold anything for which `PastedTexts` looks in one of its texts."""
    return thai.may_be_pasted(text) or thai.may_hold_loose_mark(text)


class PastedTexts:
    """The texts of one file as they come in, and what was mended in them so far."""

    def __init__(self) -> None:
        self._signs: Counter[thai.PastedSign] = Counter()
        self._first_place: Location | None = None
        self._loose_marks: dict[Diagnostic, None] = {}
        """What stands on no letter, once each: an alias leads to one text again and again."""

    def mend(self, text: str, place: Location, place_of_sign: Callable[[], Location] | None = None) -> str:
        """Return a text as its writer meant it, and remember what was mended, and what cannot be.

        Args:
            text: the text as it was read.
            place: where it stands.
            place_of_sign: returns where its first sign stands that is mended; None where only the place of
                the whole text is known.
        """
        mended_text = thai.mend_text(text)
        if mended_text != text:
            self._signs += thai.count_signs(text)
            if self._first_place is None:
                self._first_place = place_of_sign() if place_of_sign else place
        diagnostic = loose_mark(mended_text.strip(), place)
        if diagnostic:
            self._loose_marks[diagnostic] = None
        return mended_text

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Generate what stands on no letter (W516), then what was mended, at its first place (W502, info)."""
        yield from self._loose_marks
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
