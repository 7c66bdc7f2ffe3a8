"""Pictures of the blocks of content, each with its key path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.model.inner_values import models_in
from esa_docs.model.people import KeyPath
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.picture_block import PictureItem


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A picture of a block in content.

    Attributes:
        path: key path of its file.
        item: the picture.
        is_described: whether words say what is to be seen on it.
    """

    path: KeyPath
    item: PictureItem
    is_described: bool


def pictures_in(value: object, path: KeyPath = ()) -> Iterator[NamedPicture]:
    """Generate the pictures of all blocks of content.

    Args:
        value: content of any kind, or a part of it.
        path: key path of the content.
    """
    for block_path, block in models_in(value, Block, path):
        yield from _pictures_of(block, (*block_path, "picture"))


def _pictures_of(block: Block, path: KeyPath) -> Iterator[NamedPicture]:
    picture = block.picture
    if picture is None:
        return
    for index, item in enumerate(picture.items):
        is_described = bool(item.alt or item.caption or block.caption)
        item_path = (*path, "file") if picture.file else (*path, "files", index, "file")
        yield NamedPicture(item_path, item, is_described)
