"""A picture as an annex: a page that holds the block ``picture``."""

from __future__ import annotations

from esa_docs.model.prose.blocks import Block


def can_print_pictures() -> bool:
    """Return whether there are pictures among the blocks."""
    return "picture" in Block.model_fields


def picture_page(file: str, title: str) -> tuple[Block, ...]:
    """Return what an annex says that is a picture; nothing where no pictures can be printed.

    Args:
        file: path of the picture, as written.
        title: title of the annex, which says what is to be seen.
    """
    if not can_print_pictures():
        return ()
    return (Block.model_validate({"picture": {"file": file, "alt": title}}),)
