"""The table of numbers, beside HarfBuzz and beside plain arithmetic."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
import uharfbuzz as hb
from font_files import ALL_FACES, NEW, PSK, SARABUN_IT9, numbers, real_face
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.made_faces import FaceName, make_face_of_numbers, make_layout_face
from esa_docs.fonts.metrics import _from_runs, load_metrics, to_runs
from esa_docs.model.document import Document

CONSONANTS = [chr(code) for code in range(0xE01, 0xE2F)]
ABOVE_OR_BELOW = ["", *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4d"]
TONES = ["", *"\u0e48\u0e49\u0e4a\u0e4b\u0e4c"]
AFTER = ["", "ำ", "า", "ๅ", "เ"]
MIXED = [
    "น้ำ ป่า ปี่ ฝั่ง ฟื้น ป้ำ ก็ เกี๊ยะ ธรรม์ ปรัชญา ปริญญู ทฤษฎี ฤๅษี",
    "ภายในวันที่ 30 กันยายน 2569 (PMQA 4.0) ๑๒๓.๔๕",
    "office first fly AVATAR To. Ty, 1/2 3/4 “quoted” – dash… café naïve",
    "ข้อ\u00a01\u2060.\u200b2\u00adก",
]


def shaped_width(data: bytes, text: str) -> int:
    """Return the width of a text in units of the face, as HarfBuzz shapes it."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    positions = buffer.glyph_positions or ()
    return sum(position.x_advance for position in positions)


def clusters() -> Iterator[str]:
    for parts in product(CONSONANTS, ABOVE_OR_BELOW, TONES, AFTER):
        yield "".join(parts)


def texts_of(document: Document[Any]) -> list[str]:
    text = document.content.model_dump_json()
    return sorted(set(re.findall(r'"([^"\\]*[ก-๙][^"\\]*)"', text)))


@pytest.mark.parametrize(
    ("family", "height", "ascent"),
    [
        (PSK, 16 * (850 + 460) / 1000, 16 * 850 / 1000),  # 20.96
        (NEW, 16 * (844 + 457 + 30) / 1000, 16 * 844 / 1000),  # 21.296: the gap of hhea counts in full
    ],
)
@pytest.mark.parametrize("style", FaceStyle)
def test_a_line_is_as_high_as_in_word(family: str, style: FaceStyle, height: float, ascent: float) -> None:
    metrics = numbers(family, style)
    assert metrics.line_height(16) == pytest.approx(height)
    assert metrics.ascent(16) == pytest.approx(ascent)
    assert metrics.line_height(32) == pytest.approx(2 * height)


@pytest.mark.parametrize(
    ("text", "units"),
    [("", 0), ("ก", 386), ("กข", 386 + 378), ("น้ำ", 420 + 316), ("ที่", 430), ("12", 724), ("๑๒", 898)],
)
def test_a_text_is_as_wide_as_its_characters(text: str, units: int) -> None:
    assert numbers().width(text, 16) == pytest.approx(units * 16 / 1000)


def test_two_consonants_lose_their_foot_above_a_vowel_below() -> None:
    metrics = numbers()
    assert metrics.width("ญ", 1000) == 519
    assert metrics.width("ญู", 1000) == 512
    assert metrics.width("ฐุ", 1000) == metrics.width("\uf700", 1000) == 336


def test_characters_the_face_lacks_are_named_and_as_wide_as_their_box() -> None:
    metrics = numbers()
    assert metrics.missing("ก漢字☐ข\u200b漢") == "☐字漢"
    assert metrics.width("漢", 1000) == 692
    assert metrics.width("\u200b\u2060\u00ad", 1000) == 0


@pytest.mark.parametrize(("family", "style"), ALL_FACES)
def test_every_thai_cluster_is_as_wide_as_harfbuzz_shapes_it(family: str, style: FaceStyle) -> None:
    metrics = numbers(family, style)
    data = make_face_of_numbers(metrics, FaceName("Numbers", style))
    texts = list(clusters())
    assert len(texts) == 46 * 11 * 6 * 5
    # One line for each consonant: shaping starts anew at every consonant.
    for consonant in CONSONANTS:
        line = "".join(text for text in texts if text.startswith(consonant))
        assert shaped_width(data, line) == round(metrics.width(line, 1000)), consonant


@pytest.mark.parametrize(("family", "style"), ALL_FACES)
@pytest.mark.parametrize("text", MIXED)
def test_mixed_text_is_as_wide_as_harfbuzz_shapes_it(family: str, style: FaceStyle, text: str) -> None:
    metrics = numbers(family, style)
    data = make_face_of_numbers(metrics, FaceName("Numbers", style))
    assert metrics.missing(text) == ""
    # HarfBuzz shapes a text of one script: a program splits its text before, as Word does.
    runs = re.findall(r"[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+", text)
    assert sum(shaped_width(data, run) for run in runs) == round(metrics.width(text, 1000))


@pytest.mark.office
@pytest.mark.parametrize(("family", "style"), ALL_FACES)
def test_the_table_has_every_character_of_the_real_face(family: str, style: FaceStyle) -> None:
    data = real_face(family, style)
    face = hb.Face(data)
    font = hb.Font(face)
    expected_advances = {}
    for code in face.unicodes:
        glyph = font.get_nominal_glyph(code) or 0
        is_mark = unicodedata.category(chr(code)) in ("Mn", "Me", "Cf")
        expected_advances[code] = 0 if is_mark else font.get_glyph_h_advance(glyph)
    metrics = numbers(family, style)
    assert len(expected_advances) > 500
    assert dict(metrics.advances) == expected_advances
    assert (metrics.units_per_em, metrics.missing_advance) == (face.upem, font.get_glyph_h_advance(0))


@pytest.mark.office
@pytest.mark.parametrize(("family", "style"), ALL_FACES)
def test_the_texts_of_the_manual_are_as_wide_in_real_layout_faces(
    manual: Document[Any], family: str, style: FaceStyle
) -> None:
    metrics = numbers(family, style)
    data = make_layout_face(real_face(family, style), metrics, FaceName("Layout", style))
    runs: set[str] = set()
    for text in texts_of(manual):
        runs.update(re.findall(r"[\u0e00-\u0e7f]+|[!-~]+", text))
    assert len(runs) > 300
    for run in runs:
        assert shaped_width(data, run) == round(metrics.width(run, 1000)), run


@pytest.mark.parametrize("family", [SARABUN_IT9, "Arial", ""])
def test_of_a_family_not_in_the_table_nothing_is_known(family: str) -> None:
    assert load_metrics(family, FaceStyle.REGULAR) is None


@given(st.dictionaries(st.integers(0x20, 0x10FFFF), st.integers(0, 4000)))
def test_widths_are_kept_as_they_are(advances: dict[int, int]) -> None:
    assert _from_runs(to_runs(advances)) == advances


def test_neighbours_stand_together() -> None:
    assert to_runs({0x20: 1, 0x21: 2, 0x23: 3}) == {"0020": [1, 2], "0023": [3]}


def test_numbers_are_had_without_fonttools() -> None:
    code = (
        "import sys; from esa_docs.fonts.metrics import FaceStyle, load_metrics;"
        "assert load_metrics('TH SarabunPSK', FaceStyle.BOLD); sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
