"""Values that are still the … of an example, in office.yaml and the roster (E463).

Of other content the mark is told as that of an unfinished text (W506), which keeps its paper a draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.source.yaml_files.tree import Mapping, Node, Path, Scalar, format_path


def unfilled_values(node: Node, path: Path = ()) -> Iterator[Diagnostic]:
    """Generate an error of each value that begins with … or is nothing but dots (E463).

    Args:
        node: the tree of a file, or a part of it.
        path: the keys that lead there.
    """
    if isinstance(node, Scalar):
        if is_unfilled(node.text or ""):
            message = _("a value is expected, found '{text}', which stands for it in examples")
            hint = _("Write the true words in its place.")
            text = message.format(text=node.text)
            yield Diagnostic("E463", text, node.place, hint, field=format_path(path))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from unfilled_values(entry.value, (*path, entry.key))
    else:
        for number, item in enumerate(node.items):
            yield from unfilled_values(item, (*path, number))


def is_unfilled(text: str) -> bool:
    """Return whether a text stands for what is to be filled in: nothing true begins with …."""
    text = text.strip()
    return text.startswith("…") or (text != "" and not text.strip(". "))
