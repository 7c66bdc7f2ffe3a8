"""Families and letters that a layout copy asks for and its embedded fonts do not have."""

from __future__ import annotations

from esa_docs.i18n import gettext as _
from esa_docs.pages.engine import WRONG_FONTS, EngineFault
from esa_docs.pages.families_used import families_used, letters_of, letters_used
from esa_docs.pages.layout_copy import LayoutCopy


def font_fault(copy: LayoutCopy) -> EngineFault | None:
    """Return a fault where text is set in other fonts than the embedded ones, or has letters that these lack.

    It names the family that the file asks for, never the one that a machine puts in its place. None where all
    text can be set.
    """
    # An engine would take some other font for such text, in silence.
    embedded_families = {family.name for family in copy.fonts}
    other_families = families_used(copy.data) - embedded_families
    if other_families:
        text = _("the document is set in other fonts too: {names}")
        names = ", ".join(sorted(other_families))
        return EngineFault(text.format(names=names), WRONG_FONTS)
    text_family = copy.fonts[0]
    missing_letters = letters_used(copy.data) - letters_of(text_family)
    if missing_letters:
        text = _("the font {name} has no such signs: {signs}")
        signs = " ".join(sorted(missing_letters))
        return EngineFault(text.format(name=text_family.family, signs=signs), WRONG_FONTS)
    return None
