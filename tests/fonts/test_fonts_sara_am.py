"""Faces in which SARA AM is one glyph: same widths, same looks, nothing else changed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from esa_docs.fonts.sara_am import join_sara_am

pytestmark = pytest.mark.office

FONTS = Path(__file__).parents[2] / ".fonts"
NAMES = sorted(path.stem for path in FONTS.glob("*.ttf"))
REGULAR = "THSarabunNew-Regular"
SHAPING = ("GSUB", "GPOS", "GDEF", "morx", "feat", "kern", "VDMX")


def real_face(name: str) -> bytes:
    return (FONTS / f"{name}.ttf").read_bytes()


def bare_face(name: str) -> bytes:
    """Return a face without rules of its own, as faces for layout are."""
    return without(real_face(name), *SHAPING)


def without(face: bytes, *tables: str) -> bytes:
    font = open_face(face)
    for table in tables:
        if table in font:
            del font[table]
    return save_face(font)


def open_face(face: bytes) -> TTFont:
    return TTFont(io.BytesIO(face), recalcTimestamp=False)


def save_face(font: TTFont) -> bytes:
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def outline(font: TTFont, glyph: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the points of a glyph, those of its components too, and the ends of its contours."""
    points, ends, _flags = font["glyf"][glyph].getCoordinates(font["glyf"])
    return list(points), list(ends)


def width(font: TTFont, glyph: str) -> int:
    advance, _left_side_bearing = font["hmtx"][glyph]
    return int(advance)


def test_there_are_eight_faces() -> None:
    assert len(NAMES) == 8


@pytest.mark.parametrize("name", NAMES)
def test_a_joined_glyph_is_as_wide_as_the_glyph_of_sara_am(name: str) -> None:
    font = open_face(join_sara_am(bare_face(name)))
    joined_glyphs = [glyph for glyph in font.getGlyphOrder() if glyph.endswith("_uni0E32")]

    assert len(joined_glyphs) == 2 + 2 * 16
    assert {width(font, glyph) for glyph in joined_glyphs} == {width(font, "uni0E33")}
    assert width(font, "uni0E33") > 300


def test_a_joined_glyph_shows_its_marks_where_the_face_puts_them() -> None:
    font = open_face(join_sara_am(bare_face(REGULAR)))
    points_of_parts: list[tuple[int, int]] = []
    for glyph in ("uni0E4D.alt1", "uni0E48.alt3", "uni0E32"):
        points, _ends = outline(font, glyph)
        points_of_parts += points

    points_of_whole, _ends = outline(font, "uni0E4D.alt1_uni0E48.alt3_uni0E32")
    assert points_of_whole == points_of_parts


@pytest.mark.parametrize("name", NAMES)
def test_the_glyphs_of_the_face_stay(name: str) -> None:
    before = open_face(bare_face(name))
    after = open_face(join_sara_am(bare_face(name)))
    order = before.getGlyphOrder()

    assert after.getGlyphOrder()[: len(order)] == order
    assert after.getBestCmap() == before.getBestCmap()
    for glyph in order:
        assert after["hmtx"][glyph] == before["hmtx"][glyph]
        assert outline(after, glyph) == outline(before, glyph)
    assert after["head"].modified == before["head"].modified


def test_the_rules_name_no_script_so_that_shapers_go_on_placing_marks() -> None:
    table = open_face(join_sara_am(bare_face(REGULAR)))["GSUB"].table

    assert [record.ScriptTag for record in table.ScriptList.ScriptRecord] == ["DFLT"]
    assert [record.FeatureTag for record in table.FeatureList.FeatureRecord] == ["liga"]


def test_equal_faces_give_equal_bytes() -> None:
    assert join_sara_am(bare_face(REGULAR)) == join_sara_am(bare_face(REGULAR))


@pytest.mark.parametrize("name", ["THSarabunNew-Bold", "THSarabun-Bold"])
def test_a_face_with_rules_of_its_own_stays_as_it_is(name: str) -> None:
    assert join_sara_am(real_face(name)) == real_face(name)


def test_a_joined_face_stays_as_it_is() -> None:
    once = join_sara_am(bare_face(REGULAR))

    assert join_sara_am(once) == once


@pytest.mark.parametrize("code", [0x0E4D, 0x0E32, 0x0E48, 0x0E4B])
def test_a_face_that_lacks_a_letter_stays_as_it_is(code: int) -> None:
    font = open_face(bare_face(REGULAR))
    for table in font["cmap"].tables:
        table.cmap.pop(code, None)

    assert join_sara_am(save_face(font)) == save_face(font)
