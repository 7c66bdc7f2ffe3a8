"""Words for the parts of a Word file: a reader knows headers and notes, not the names of parts."""

from __future__ import annotations

from esa_docs.i18n import gettext as _


def words_of_part(root_name: str, name: str) -> str:
    """Return in words in which part of a file something stands; empty for the text of the document.

    Args:
        root_name: local name of the element with which the part begins.
        name: name of the part, which is returned where nothing better is known.
    """
    words_of_root = {
        "document": "",
        "hdr": _("in a header"),
        "ftr": _("in a footer"),
        "footnotes": _("in the footnotes"),
        "endnotes": _("in the endnotes"),
        "comments": _("in the comments"),
        "styles": _("in the styles"),
        "settings": _("in the settings of the file"),
        "numbering": _("in the lists"),
        "fonts": _("in the list of fonts"),
        "chartSpace": _("in a chart"),
    }
    return words_of_root.get(root_name, name)
