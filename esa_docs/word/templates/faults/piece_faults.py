"""Why a piece of XML that a macro or a block holds cannot be printed where a tag asks for it (E324)."""

from __future__ import annotations

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.tags.piece_levels import BLOCKS, RUNS, TORN


class HeldPieceError(ValueError):
    """A tag works with a macro or a block whose piece cannot stand there.

    Attributes:
        reason: why, in words of the reader.
        cure: what to do.
    """

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


def misplaced(level: str) -> HeldPieceError:
    """Return the fault of a piece of this level among text."""
    if level == RUNS:
        return text_between_paragraphs()
    if level == BLOCKS:
        reason = _("a macro or a block holds whole paragraphs, and the tag that prints it stands in a text")
        cure = _("Put the tag into a paragraph of its own, without other text and without p, tr or tc.")
        return HeldPieceError(reason, cure)
    if level == TORN:
        reason = _("a macro or a block begins in one paragraph and ends in another")
        cure = _(
            "Put its first and its last tag into paragraphs of their own, with p: {opening} and {closing}."
        )
        return HeldPieceError(reason, cure.format(opening="{%p set … %}", closing="{%p endset %}"))
    reason = _("a macro or a block holds rows or cells of a table, which no tag can print")
    cure = _("Repeat them with {opening} and {closing} instead.")
    return HeldPieceError(reason, cure.format(opening="{%tr for … %}", closing="{%tr endfor %}"))


def text_between_paragraphs() -> HeldPieceError:
    """Return the fault of a block that gives text between paragraphs, rows or cells."""
    reason = _("a block gives text where whole paragraphs, rows or cells stand")
    return HeldPieceError(reason, _("Leave the p, tr or tc away, so that the tags stand within a text."))


def cut_piece() -> HeldPieceError:
    """Return the fault of a tag that takes letters out of a piece."""
    reason = _(
        "a macro or a block holds formatted text or paragraphs, whose letters no tag can take or count"
    )
    return HeldPieceError(reason, _cure_of_words())


def more_than_words() -> HeldPieceError:
    """Return the fault of a piece in an attribute, a field or a formula that holds more than words."""
    reason = _("a macro or a block holds more than words, and this place takes words alone")
    return HeldPieceError(reason, _cure_of_words())


def unfit_filter(name: str) -> HeldPieceError:
    """Return the fault of a filter that works with letters, and is given a piece."""
    reason = _("the filter '{name}' works with letters, and is given formatted text or paragraphs")
    return HeldPieceError(reason.format(name=name), _cure_of_words())


def _cure_of_words() -> str:
    return _("Use the value itself here, such as {tag}.").format(tag="{{ x }}")
