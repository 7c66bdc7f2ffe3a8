"""A paper without the Word files that were put into it as they are: our rules of setting ask it alone.

Another office sets its papers otherwise. Its text stands under styles, lists, notes and parts of its own, so
it changes nothing of the paper. That it opens, leads nowhere and runs nothing is asked of the whole file: the
schema, ids and references, fields, active content.
"""

from __future__ import annotations

from esa_docs.ooxml.foreign import has_foreign_styles, is_foreign_part, own_root
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile


def own_view(document: ParsedWordFile) -> ParsedWordFile:
    """Return a Word file without what came from files; the file itself where nothing did."""
    styles = document.part_of("styles")
    if styles is None or not styles.remember(_has_foreign_styles):
        return document
    parts: dict[str, PackagePart] = {}
    for name, part in document.parts.items():
        if is_foreign_part(name):
            continue
        root = own_root(part.root)
        parts[name] = part if root is part.root else PackagePart(name, root)
    return ParsedWordFile(parts, document.main_name, document.is_ours)


def _has_foreign_styles(styles: PackagePart) -> bool:
    return has_foreign_styles(styles.root)
