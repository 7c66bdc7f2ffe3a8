"""The faces by which pages are laid out: their lines, names and characters, and their cache."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
import uharfbuzz as hb
from font_files import (
    NEW,
    PSK,
    REAL_FILES,
    SARABUN_IT9,
    STYLES,
    Machine,
    face_named,
    machine_without_fonts,
    numbers,
    put_faces,
    real_face,
)
from fontTools.ttLib import TTFont

from esa_docs.diagnostics import Diagnostic, MachineError, Severity
from esa_docs.fonts import face_cache, layout_faces
from esa_docs.fonts.faces import FaceStyle, LayoutFamily
from esa_docs.fonts.layout_faces import layout_family, thai_digit_family
from esa_docs.fonts.made_faces import FaceName, make_face_of_numbers, make_layout_face
from esa_docs.fonts.metrics import FaceMetrics
from esa_docs.fonts.reading import read_metrics
from esa_docs.fonts.state import Availability, check_family, look_at_family, require_drawn_family

REGULAR = FaceStyle.REGULAR
# The OpenType specification links the four faces of a family by these values.
LINKS = {
    FaceStyle.REGULAR: (True, False, False, 0, 400),
    FaceStyle.BOLD: (False, True, False, 1, 700),
    FaceStyle.ITALIC: (False, False, True, 2, 400),
    FaceStyle.BOLD_ITALIC: (False, True, True, 3, 700),
}
"""Bits 6, 5 and 0 of fsSelection, macStyle and weight of each face."""


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine without our fonts."""
    return machine_without_fonts(tmp_path, monkeypatch)


def existing_layout_family(family: str) -> LayoutFamily:
    faces = layout_family(family)
    assert faces is not None
    return faces


def put_real_faces(folder: Path, family: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, style in REAL_FILES[family]:
        (folder / name).write_bytes(real_face(family, style))


def open_face(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def glyphs(data: bytes, text: str) -> list[tuple[int, int]]:
    """Return the glyphs of a text and their widths, as HarfBuzz shapes it."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)
    return [(info.codepoint, position.x_advance) for info, position in pairs]


def line_of(data: bytes) -> set[tuple[int, int, int]]:
    """Return ascent, descent and gap in each of the tables from which an engine may take them."""
    font = open_face(data)
    hhea, os2 = font["hhea"], font["OS/2"]
    assert not os2.fsSelection & 1 << 7
    return {
        (hhea.ascent, hhea.descent, hhea.lineGap),
        (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap),
        (os2.usWinAscent, -os2.usWinDescent, hhea.lineGap),
    }


def outline(font: TTFont, name: str) -> object:
    """Return the points of a glyph, the ends of its contours, and which points lie on its outline."""
    points, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    return list(points), list(ends), [flag & 1 for flag in flags]


def assert_lines(family: LayoutFamily, line: tuple[int, int, int]) -> None:
    """Check that all four faces of a family have this line in all tables."""
    assert list(family.faces) == list(STYLES)
    for data in family.faces.values():
        assert line_of(data) == {line}


def assert_draws_the_same(made_face: TTFont, real_face: TTFont) -> None:
    """Check that a made face draws every glyph of the real face as the real face does."""
    names = real_face.getGlyphOrder()
    assert made_face.getBestCmap() == real_face.getBestCmap()
    assert made_face.getGlyphOrder()[: len(names)] == names
    for name in names:
        assert outline(made_face, name) == outline(real_face, name)
        assert made_face["hmtx"][name] == real_face["hmtx"][name]


def names_of(data: bytes) -> dict[int, list[str]]:
    """Return the names in a face, by their number."""
    names: dict[int, list[str]] = {}
    for record in open_face(data)["name"].names:
        names.setdefault(record.nameID, []).append(record.toUnicode())
    return names


@pytest.mark.parametrize(
    ("family", "name", "line"),
    [
        (PSK, "ESA SarabunPSK Widths", (850, -460, 0)),
        (NEW, "ESA SarabunNew Widths", (844, -457, 30)),
    ],
)
def test_without_the_family_faces_are_made_of_its_numbers(
    family: str, name: str, line: tuple[int, int, int]
) -> None:
    faces = existing_layout_family(family)
    assert (faces.family, faces.name, faces.has_outlines) == (family, name, False)
    assert_lines(faces, line)
    assert read_metrics(faces.faces[REGULAR]) == numbers(family)


@pytest.mark.office
@pytest.mark.parametrize(
    ("family", "name", "line"),
    [
        (PSK, "ESA SarabunPSK Layout", (850, -460, 0)),
        (NEW, "ESA SarabunNew Layout", (844, -457, 30)),
    ],
)
def test_real_faces_get_the_line_of_word_and_keep_what_they_draw(
    machine: Machine, family: str, name: str, line: tuple[int, int, int]
) -> None:
    put_real_faces(machine.layout_folder, family)
    faces = existing_layout_family(family)
    assert (faces.family, faces.name, faces.has_outlines) == (family, name, True)
    assert_lines(faces, line)
    for style, data in faces.faces.items():
        made_face = open_face(data)
        assert_draws_the_same(made_face, open_face(real_face(family, style)))
        assert {"kern", "GPOS", "GDEF", "morx", "VDMX", "hdmx"} & set(made_face.keys()) == set()
        features = made_face["GSUB"].table.FeatureList.FeatureRecord
        assert [feature.FeatureTag for feature in features] == ["liga"]


@pytest.mark.parametrize("style", STYLES)
def test_four_faces_are_linked_under_a_name_of_their_own(style: FaceStyle) -> None:
    font = open_face(existing_layout_family(PSK).faces[style])
    selection = font["OS/2"].fsSelection
    bits = tuple(bool(selection & 1 << bit) for bit in (6, 5, 0))
    assert (*bits, font["head"].macStyle, font["OS/2"].usWeightClass) == LINKS[style]
    words = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "Bold Italic"}[style]
    name = font["name"].getDebugName
    assert name(1) == "ESA SarabunPSK Widths"
    assert name(2) == words
    assert name(4) == f"ESA SarabunPSK Widths {words}"
    assert name(6) == f"ESASarabunPSKWidths-{words.replace(' ', '')}"
    assert name(16) is None
    assert name(17) is None


@pytest.mark.office
def test_no_made_face_carries_the_name_of_the_published_one(machine: Machine) -> None:
    put_real_faces(machine.layout_folder, PSK)
    base = existing_layout_family(PSK)
    numbers_of_names: set[int] = set()
    names: list[str] = []
    for data in (*base.faces.values(), *thai_digit_family(base).faces.values()):
        for number, names_of_number in names_of(data).items():
            numbers_of_names.add(number)
            names += names_of_number
    published_names = [name for name in names if name.startswith(("TH Sarabun", "THSarabun"))]
    assert len(names) > 50
    assert {0, 10} <= numbers_of_names  # copyright, and that it was changed
    assert published_names == []


def test_names_fit_the_length_windows_allows() -> None:
    names = set()
    for family in (PSK, NEW):
        base = existing_layout_family(family)
        names |= {base.name, thai_digit_family(base).name}
    assert len(names) == 4
    assert max(len(name) for name in names) <= 31


@pytest.mark.office
@pytest.mark.parametrize("real", [True, False])
@pytest.mark.parametrize("style", STYLES)
def test_digits_draw_thai_digits(machine: Machine, style: FaceStyle, real: bool) -> None:
    if real:
        put_real_faces(machine.layout_folder, PSK)
    base = existing_layout_family(PSK)
    thai = thai_digit_family(base)
    data = base.faces[style]
    assert (thai.family, thai.name, thai.has_outlines) == (PSK, "ESA SarabunPSK Thai Digits", real)
    assert glyphs(thai.faces[style], "0123456789") == glyphs(data, "๐๑๒๓๔๕๖๗๘๙")
    assert glyphs(data, "0123456789") != glyphs(data, "๐๑๒๓๔๕๖๗๘๙")
    assert glyphs(thai.faces[style], "หน้า (ก-9)")[:-2] == glyphs(data, "หน้า (ก-9)")[:-2]
    assert line_of(thai.faces[style]) == line_of(data)


def test_a_family_without_numbers_is_laid_out_where_it_is_installed(machine: Machine) -> None:
    assert layout_family(SARABUN_IT9) is None
    put_faces(machine.system_folder, "TH SarabunIT9")
    faces = existing_layout_family(SARABUN_IT9)
    assert (faces.name, faces.has_outlines, len(faces.faces)) == ("ESA SarabunIT9 Layout", True, 4)


def test_a_family_nobody_knows_is_not_laid_out() -> None:
    assert layout_family("Arial") is None


def test_equal_faces_are_made_alike() -> None:
    name = FaceName("Any", FaceStyle.BOLD)
    assert make_face_of_numbers(numbers(), name) == make_face_of_numbers(numbers(), name)


def _refuse(*_: object) -> NoReturn:
    raise AssertionError("a face was made")


def _cached_faces(machine: Machine) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (machine.layout_folder / "layout").iterdir()}


def _forget() -> None:
    """Empty the cache of this process, as if the program were started anew."""
    layout_faces._from_real_faces.cache_clear()


def test_a_made_face_is_kept_on_disk(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    put_faces(machine.system_folder, PSK)
    first = existing_layout_family(PSK)
    assert len(_cached_faces(machine)) == 4
    _forget()
    monkeypatch.setattr(layout_faces, "make_layout_face", _refuse)
    assert existing_layout_family(PSK) == first
    _forget()
    monkeypatch.setattr(layout_faces, "RECIPE", "another")
    with pytest.raises(AssertionError, match="made"):
        layout_family(PSK)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 5000])
def test_a_damaged_kept_face_is_made_anew(machine: Machine, damage: bytes) -> None:
    put_faces(machine.system_folder, PSK)
    first = existing_layout_family(PSK)
    cached_faces = _cached_faces(machine)
    for path in cached_faces:
        path.write_bytes(damage)
    _forget()
    assert existing_layout_family(PSK) == first
    assert _cached_faces(machine) == cached_faces


def test_where_nothing_can_be_kept_faces_are_made_all_the_same(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_files: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(face_cache, "write_all", full)
    put_faces(machine.system_folder, PSK)
    assert existing_layout_family(PSK).has_outlines
    assert not machine.layout_folder.exists()


def test_faces_taken_away_meanwhile_are_made_of_numbers(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing_files = {style: machine.user_folder / f"{style}.ttf" for style in STYLES}
    monkeypatch.setattr(layout_faces, "find_faces", lambda _family: missing_files)
    assert existing_layout_family(PSK).has_outlines is False


def diagnostics_of(family: str) -> list[Diagnostic]:
    return list(check_family(look_at_family(family)))


@pytest.mark.parametrize(
    ("family", "availability"), [(PSK, Availability.NUMBERS), (SARABUN_IT9, Availability.NOTHING)]
)
def test_a_missing_family_is_an_error(family: str, availability: Availability) -> None:
    assert look_at_family(family).availability is availability
    (diagnostic,) = diagnostics_of(family)
    assert (diagnostic.code, diagnostic.severity) == ("E906", Severity.ERROR)
    assert diagnostic.location.path == family
    with pytest.raises(MachineError) as caught:
        require_drawn_family(family)
    assert caught.value.diagnostics == (diagnostic,)


def test_a_family_of_three_faces_is_missing_and_says_which_are_there(machine: Machine) -> None:
    put_faces(machine.user_folder, PSK, STYLES[:2])
    (diagnostic,) = diagnostics_of(PSK)
    assert (diagnostic.code, diagnostic.is_error) == ("E906", True)
    assert "Regular, Bold" in diagnostic.message


def test_a_family_kept_for_layout_only_is_a_warning(machine: Machine) -> None:
    put_faces(machine.layout_folder, PSK)
    assert look_at_family(PSK).availability is Availability.FOR_LAYOUT
    (diagnostic,) = diagnostics_of(PSK)
    assert (diagnostic.code, diagnostic.severity) == ("E906", Severity.WARNING)
    assert require_drawn_family(PSK).has_outlines


@pytest.mark.parametrize("family", [PSK, SARABUN_IT9])
def test_an_installed_family_is_fine(machine: Machine, family: str) -> None:
    put_faces(machine.user_folder, family)
    assert look_at_family(family).availability is Availability.INSTALLED
    assert diagnostics_of(family) == []


NARROW_SPACE = dict(numbers().advances) | {0x20: 200}
WITHOUT_NINE = dict(numbers().advances)
del WITHOUT_NINE[0xE59]


@pytest.mark.parametrize(
    "changed",
    [
        replace(numbers(), win_descent=461),
        replace(numbers(), win_ascent=849, win_descent=461),
        replace(numbers(), line_gap=30),
        replace(numbers(), units_per_em=2048),
        replace(numbers(), advances=NARROW_SPACE),
        replace(numbers(), advances=WITHOUT_NINE),
    ],
    ids=["descent", "ascent", "gap", "units", "width", "character"],
)
def test_installed_faces_with_other_numbers_are_told(machine: Machine, changed: FaceMetrics) -> None:
    paths = put_faces(machine.user_folder, PSK)
    regular_face = make_face_of_numbers(changed, FaceName(PSK, REGULAR))
    bold_face = make_face_of_numbers(numbers(PSK, FaceStyle.BOLD), FaceName(PSK, FaceStyle.BOLD))
    paths[REGULAR].write_bytes(regular_face)
    paths[FaceStyle.BOLD].write_bytes(bold_face)
    (diagnostic,) = diagnostics_of(PSK)
    assert (diagnostic.code, diagnostic.severity) == ("E908", Severity.WARNING)
    assert diagnostic.location.path == paths[REGULAR].as_posix()
    assert "Regular" in diagnostic.message
    assert "Bold," not in diagnostic.message


def test_faces_that_measure_the_same_are_not_told(machine: Machine) -> None:
    for style in STYLES:
        paths = put_faces(machine.user_folder, PSK, [style])
        paths[style].write_bytes(make_face_of_numbers(numbers(PSK, style), FaceName(PSK, style)))
    doubled_advances = {code: 2 * advance for code, advance in numbers().advances.items()}
    in_finer_units = FaceMetrics(
        units_per_em=2000,
        win_ascent=1700,
        win_descent=920,
        line_gap=numbers().line_gap,
        missing_advance=numbers().missing_advance,
        advances=doubled_advances,
    )
    regular_face = make_face_of_numbers(in_finer_units, FaceName(PSK, REGULAR))
    (machine.user_folder / f"thSarabun {REGULAR}.ttf").write_bytes(regular_face)
    assert diagnostics_of(PSK) == []


def test_the_gap_and_typo_values_are_read_as_word_does() -> None:
    font = open_face(face_named(PSK))
    hhea, os2 = font["hhea"], font["OS/2"]
    # OpenType specification, hhea: external leading = max(0, LineGap - ((win) - (hhea)))
    hhea.ascent, hhea.descent, hhea.lineGap = 800, -300, 240
    assert _line(font) == (850, 460, 240 - (1310 - 1100))
    hhea.lineGap = 200
    assert _line(font) == (850, 460, 0)
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 700, -200, 90
    os2.fsSelection |= 1 << 7
    assert _line(font) == (700, 200, 90)


def test_a_face_that_asks_for_typo_values_no_longer_does() -> None:
    font = open_face(face_named(PSK))
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 700, -200, 90
    os2.fsSelection |= 1 << 7
    data = io.BytesIO()
    font.save(data)
    metrics = read_metrics(data.getvalue())
    made_face = make_layout_face(data.getvalue(), metrics, FaceName("Any", REGULAR))
    assert line_of(made_face) == {(700, -200, 90)}


def _line(font: TTFont) -> tuple[int, int, int]:
    buffer = io.BytesIO()
    font.save(buffer)
    metrics = read_metrics(buffer.getvalue())
    return metrics.win_ascent, metrics.win_descent, metrics.line_gap
