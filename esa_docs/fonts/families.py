"""The families that documents are set in, as data.

A package of the Odoo Community Association on PyPI has all four faces of the first two families. No such
source is known for TH SarabunIT๙: it is used where it is installed, or where the reader has its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.thai import to_arabic_digits

SOURCE_PACKAGE: Final = "odoo-addon-l10n-th-base-utils"
SOURCE_VERSION: Final = "19.0.2.0.0"
SOURCE_WHEEL: Final = "odoo_addon_l10n_th_base_utils-19.0.2.0.0-py3-none-any.whl"
SOURCE_SHA256: Final = "3fd5a9f84c339c1f9dc671002690d2d3cd4fa22fba88476cf818273205dd8746"


@dataclass(frozen=True, slots=True)
class Family:
    """One family.

    Attributes:
        name: name in documents.
        made_name: beginning of the names of faces made from it. The licence of the thirteen national fonts
            asks a changed face to carry another name.
        files: file name of each face, as its source names it.
        hashes: SHA-256 of each face as published, in hexadecimal; empty if no source is known.
    """

    name: str
    made_name: str
    files: Mapping[FaceStyle, str]
    hashes: Mapping[FaceStyle, str]

    @property
    def can_be_fetched(self) -> bool:
        """Whether a source of this family is known."""
        return bool(self.hashes)


_SARABUN_PSK: Final = Family(
    "TH SarabunPSK",
    "ESA SarabunPSK",
    {
        FaceStyle.REGULAR: "THSarabun-Regular.ttf",
        FaceStyle.BOLD: "THSarabun-Bold.ttf",
        FaceStyle.ITALIC: "THSarabun-Italic.ttf",
        FaceStyle.BOLD_ITALIC: "THSarabun-Bold-Italic.ttf",
    },
    {
        FaceStyle.REGULAR: "51a071f55fe0b21d05334bea94d6e13393edd23e4bf775fd6b1f829bece967f4",
        FaceStyle.BOLD: "7457675c19186491cae40957f07d2426f0fe9633379fa0198b78fc0db753702b",
        FaceStyle.ITALIC: "79ba913cdb90bac50e312875823e55322f7b80c5a5ab8a0e4d351ee215840004",
        FaceStyle.BOLD_ITALIC: "8a8731b6bed21f1a0b6788162239d4390974e1ad379462235d55a6377e8b1689",
    },
)
_SARABUN_NEW: Final = Family(
    "TH Sarabun New",
    "ESA SarabunNew",
    {
        FaceStyle.REGULAR: "THSarabunNew-Regular.ttf",
        FaceStyle.BOLD: "THSarabunNew-Bold.ttf",
        FaceStyle.ITALIC: "THSarabunNew-Italic.ttf",
        FaceStyle.BOLD_ITALIC: "THSarabunNew-BoldItalic.ttf",
    },
    {
        FaceStyle.REGULAR: "b248f824f3d7a8576bc396826a4d898070c1420564f6ce6aa716aa8ad24f824a",
        FaceStyle.BOLD: "49596f298a8fe248c5340b4589b3b4adfcf34a3e24084ebeb4f49c6600f75fa7",
        FaceStyle.ITALIC: "341b9b5d13b696f74c6318d32bbae7ff183e6bdc07ef3ca1a6f9c5dd83c6494b",
        FaceStyle.BOLD_ITALIC: "64a69cbeca6d34dc754a7ab2106615c14fbd359d339ed0f65d2a7b17de14cdfa",
    },
)
_SARABUN_IT9: Final = Family(
    "TH SarabunIT๙",
    "ESA SarabunIT9",
    {
        FaceStyle.REGULAR: "THSarabunIT9-Regular.ttf",
        FaceStyle.BOLD: "THSarabunIT9-Bold.ttf",
        FaceStyle.ITALIC: "THSarabunIT9-Italic.ttf",
        FaceStyle.BOLD_ITALIC: "THSarabunIT9-BoldItalic.ttf",
    },
    {},
)
SHIPPED_FONT: Final = _SARABUN_PSK.name
"""Family the shipped templates are set in; the office's choice takes its place."""
FAMILIES: Final[Mapping[str, Family]] = {
    family.name: family for family in (_SARABUN_PSK, _SARABUN_NEW, _SARABUN_IT9)
}
"""Every family the program knows, by name."""

FILE_NAME_PART: Final = "sarabun"
"""Part of the file names of these families on every system; capitals differ."""


def find_family(name: str) -> Family | None:
    """Return the family of the name in a face; None if it is none of ours."""
    # Releases spell their names differently: with spaces, without them, with ๙ or 9.
    simple_name = _simplify(name)
    for family in FAMILIES.values():
        if _simplify(family.name) == simple_name:
            return family
    return None


def find_published_face(sha256: str) -> tuple[Family, FaceStyle] | None:
    """Return family and style of the published face with this hash; None if there is none."""
    for family in FAMILIES.values():
        for style, published_hash in family.hashes.items():
            if published_hash == sha256:
                return family, style
    return None


def _simplify(name: str) -> str:
    characters = to_arabic_digits(name).casefold()
    return "".join(character for character in characters if character.isalnum())
