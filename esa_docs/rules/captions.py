"""Captions, annexes and the references to them: each id stands once, and each reference leads to one.

`table_widths.py` and `table_fit.py` look at each table on the same way through the content.
E121 a reference to nothing · E122 an id twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.annexes import Annex
from esa_docs.model.base import Content
from esa_docs.model.inner_values import inner_values
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, Spot
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.placed_marks import placed_marks
from esa_docs.model.prose.prose import Prose, Reference
from esa_docs.model.prose.references import references_in
from esa_docs.rules.many_faults import tell_many
from esa_docs.rules.table_widths import check_width
from esa_docs.rules.text_setting import Setting

_BEARERS: Final = (Block, Annex)
"""Models whose ids texts refer to."""


def check_captions(content: Content, setting: Setting) -> Iterator[Problem]:
    """Generate references to captions that are not there, ids that stand twice, and tables too wide.

    Args:
        content: the content.
        setting: how its texts are set.
    """
    values = list(marked_values(content, ()))
    ids = {value.id: None for _path, value in values if not isinstance(value, Prose) and value.id}
    yield from _repeated_ids(values)
    for path, value in values:
        if isinstance(value, Prose):
            yield from lost_references(value, ids, partial(_lost_reference, path, list(ids)))
        elif isinstance(value, Block):
            yield from check_width(path, value)
            yield from _check_fit(path, value, setting)


def _check_fit(path: KeyPath, block: Block, setting: Setting) -> Iterator[Problem]:
    """Generate the problems of a table that breaks words; none of any other block."""
    if block.table is not None:
        # It loads the widths of letters, which few documents need.
        from esa_docs.rules.table_fit import check_fit  # noqa: PLC0415 for tables alone

        yield from check_fit(path, block.table, setting)


def _repeated_ids(values: Iterable[tuple[KeyPath, Prose | Block | Annex]]) -> Iterator[Problem]:
    ids: set[str] = set()
    # Annexes stand behind the paper, wherever their key stands: theirs is the second of two ids.
    for path, value in sorted(values, key=_is_in_annex):
        if isinstance(value, Prose) or value.id is None:
            continue
        if value.id in ids:
            message = _("the id '{id}' stands at another caption of this document").format(id=value.id)
            yield Problem((*path, "id"), "E122", message, _("Give each caption an id of its own."))
        ids.add(value.id)


def _is_in_annex(value: tuple[KeyPath, object]) -> bool:
    path, _value = value
    return path[:1] == ("annexes",)


def lost_references(
    prose: Prose, ids: Collection[str | None], tell: Callable[[str, Spot], Problem]
) -> Iterator[Problem]:
    """Generate the problems of the references in a text to captions that are not there.

    Args:
        prose: the text.
        ids: the ids that are there.
        tell: makes the problem of a reference, of its id and its place in the text.
    """
    if all(name in ids for name in references_in(prose)):
        return
    spots_of_names: dict[str, list[Spot]] = {}
    for mark, start in placed_marks(prose.source):
        if isinstance(mark, Reference) and mark.id not in ids:
            spots_of_names.setdefault(mark.id, []).append(Spot(prose.source, start))
    for name, spots in spots_of_names.items():
        yield from tell_many(spots, partial(tell, name))


def _lost_reference(path: KeyPath, ids: Sequence[str], name: str, spot: Spot) -> Problem:
    return Problem(path, "E121", _no_caption(name), _hint(name, ids), spot=spot)


def check_borrowed_captions(paragraphs: Paragraphs, path: KeyPath) -> Iterator[Problem]:
    """Generate the references of paragraphs of another document to captions that stand elsewhere in it.

    Args:
        paragraphs: what is taken from the other document, and printed in this one.
        path: the key that names the other document.
    """
    values = list(marked_values(paragraphs, ()))
    ids = {value.id for _path, value in values if isinstance(value, Block)}
    for _path, value in values:
        if not isinstance(value, Prose):
            continue
        for name in references_in(value):
            if name not in ids:
                message = _("what is taken from there refers to the caption '{id}', which is not taken along")
                hint = _("Write the paragraphs here in words of their own, without the reference.")
                yield Problem(path, "E121", message.format(id=name), hint)


def _no_caption(name: str) -> str:
    return _("the text refers to the caption '{id}', which this document does not have").format(id=name)


def _hint(name: str, ids: Sequence[str]) -> str:
    """Return the nearest ids, or what an id is where the document has none."""
    if ids:
        return nearest_hint(name, ids)
    hint = _("Give a table, a picture or a chart 'caption:' and 'id: {id}'; the reference prints its number.")
    return hint.format(id=name)


def marked_values(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, Prose | Block | Annex]]:
    """Generate every text with marks, every block and annex of content, with its key path."""
    if isinstance(value, Prose):
        if value.spans:
            yield path, value
        return
    if isinstance(value, _BEARERS):
        yield path, value
    for step, inner in inner_values(value):
        yield from marked_values(inner, (*path, step))
