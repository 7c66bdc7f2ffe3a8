"""Blocks of a template, such as ``for`` and ``endfor``: which tags belong together, and which are crossed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.meant_words import (
    ENDS,
    MIDDLES,
    OPENERS,
    WORDS,
    common_words,
    is_some_end,
    written_tag,
)
from esa_docs.word.templates.checking.reading import Tag, TagSort


@dataclass(slots=True)
class Blocks:
    """The statements of a part, brought into order.

    Attributes:
        pairs: tags that open a block and the next tag that belongs to it: its middle or its end.
        bodies: what Jinja is to read for a tag whose own body does not fit; by its place among the tags.
        tail: what Jinja is to read behind the last tag.
        findings: what is crossed, not closed, or closed without a beginning.
    """

    pairs: list[tuple[Tag, Tag]] = field(default_factory=list)
    bodies: dict[int, str] = field(default_factory=dict)
    tail: str = ""
    findings: list[Finding] = field(default_factory=list)


def read_blocks(tags: Sequence[Tag]) -> Blocks:
    """Return the blocks of a part."""
    reader = _Reader(tags)
    for index, tag in enumerate(tags):
        if tag.sort is TagSort.STATEMENT:
            reader.read(index, tag)
    reader.close_all()
    return reader.blocks


class _Reader:
    def __init__(self, tags: Sequence[Tag]) -> None:
        self.blocks = Blocks()
        self._words = [tag.word for tag in tags]
        self._open: list[tuple[Tag, str]] = []
        self._closed_already: Counter[str] = Counter()

    def read(self, index: int, tag: Tag) -> None:
        """Take in a statement."""
        word = self._words[index]
        if word not in WORDS:
            self._unknown(index, tag)
        elif word in OPENERS:
            if not _is_assignment(tag):
                self._open.append((tag, word))
        elif word in MIDDLES:
            self._middle(index, tag)
        elif word in ENDS:
            self._end(index, tag, word.removeprefix("end"))

    def close_all(self) -> None:
        """Close what is still open at the end of the part."""
        while self._open:
            opener, word = self._open.pop()
            self._not_closed(opener, word)
            self.blocks.tail += f"{{% end{word} %}}"

    def _unknown(self, index: int, tag: Tag) -> None:
        """Report a statement of which nobody can tell what it is; it may be the end of what is open."""
        hint = _("Known here: {choices}.").format(choices=common_words())
        self.blocks.bodies[index] = ""
        if is_some_end(tag.word) and self._open:
            opener, word = self._open.pop()
            self.blocks.pairs.append((opener, tag))
            self.blocks.bodies[index] = f"{{% end{word} %}}"
            hint = did_you_mean([written_tag(tag.prefix, f"end{word}")])
        message = _("a tag cannot begin with the word '{word}'").format(word=tag.word)
        self._add("E303", message, hint, tag)

    def _middle(self, index: int, tag: Tag) -> None:
        opener, word = self._innermost()
        if opener is not None and word in {"if", "for"}:
            self.blocks.pairs.append((opener, tag))
            return
        message = _("'{tag}' stands outside of every if").format(tag=tag.text)
        self._add("E328", message, _("Take it away, or put an if before it."), tag)
        self.blocks.bodies[index] = ""

    def _innermost(self) -> tuple[Tag | None, str]:
        """Return the tag of the innermost open block and its word; None and nothing where none is open."""
        return self._open[-1] if self._open else (None, "")

    def _end(self, index: int, tag: Tag, word: str) -> None:
        open_words = [open_word for _tag, open_word in self._open]
        if open_words and open_words[-1] == word:
            opener, _word = self._open.pop()
            self.blocks.pairs.append((opener, tag))
        elif word in open_words:
            self._close_inner(index, word)
        elif self._closed_already[word]:
            self._closed_already[word] -= 1
            self.blocks.bodies[index] = ""
        elif open_words and not self._is_closed_later(index, open_words[-1]):
            self._wrong_end(index, tag)
        else:
            message = _("'{tag}' closes nothing").format(tag=tag.text)
            self._add("E328", message, _("Take it away, or put the tag that it closes before it."), tag)
            self.blocks.bodies[index] = ""

    def _close_inner(self, index: int, word: str) -> None:
        """Close the blocks inside a block that ends: they should have ended before."""
        ends = ""
        opener, inner_word = self._open.pop()
        while inner_word != word:
            self._closed_already[inner_word] += 1
            self._not_closed(opener, inner_word)
            ends += f"{{% end{inner_word} %}}"
            opener, inner_word = self._open.pop()
        self.blocks.bodies[index] = f"{ends}{{% end{word} %}}"

    def _wrong_end(self, index: int, tag: Tag) -> None:
        opener, word = self._open.pop()
        message = _("'{opener}' is closed by '{tag}'").format(opener=opener.text, tag=tag.text)
        end = written_tag(opener.prefix, f"end{word}")
        self._add("E328", message, _("Write {tag} in its place.").format(tag=end), tag)
        self.blocks.bodies[index] = f"{{% end{word} %}}"

    def _not_closed(self, opener: Tag, word: str) -> None:
        message = _("'{opener}' is not closed").format(opener=opener.text)
        self._add("E328", message, _write_end(opener, word), opener)

    def _is_closed_later(self, index: int, word: str) -> bool:
        """Return whether a block that is open now has an end of its own further on."""
        later_words = self._words[index + 1 :]
        return later_words.count(f"end{word}") > later_words.count(word)

    def _add(self, code: str, message: str, hint: str, tag: Tag) -> None:
        self.blocks.findings.append(Finding(code, message, hint, tag.paragraph, tag.text))


def _is_assignment(tag: Tag) -> bool:
    return tag.word == "set" and "=" in tag.body


def _write_end(opener: Tag, word: str) -> str:
    return _("Write {tag} where it ends.").format(tag=written_tag(opener.prefix, f"end{word}"))
