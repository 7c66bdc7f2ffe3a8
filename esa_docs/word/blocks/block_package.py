"""What a package needs for blocks: styles that its template lacks, and the parts that blocks bring."""

from __future__ import annotations

from esa_docs.ooxml.linked_parts import LinkedPart, with_linked_parts
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.templates.reading.template_parts import STYLES_PART


def with_parts_of_blocks(package: bytes, styles: bytes, parts: tuple[LinkedPart, ...]) -> bytes:
    """Return a package with what its blocks need.

    Args:
        package: the package.
        styles: part of the styles of its template.
        parts: parts to which the document part refers for its blocks, such as pictures.
    """
    new_styles = block_styles(styles).part
    if new_styles is None and not parts:
        return package
    all_parts = read_package(package)
    if new_styles is not None:
        all_parts[STYLES_PART] = new_styles
    if parts:
        all_parts = with_linked_parts(all_parts, parts)
    return write_package(all_parts)
