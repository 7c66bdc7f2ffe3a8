"""The faces pages are laid out by: their lines, names, characters, and how they are kept."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
import uharfbuzz as hb
from font_files import (
    IT9,
    NEW,
    PSK,
    REAL_FILES,
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
from esa_docs.fonts.reading import read_metrics
from esa_docs.fonts.state import Availability, check_family, look_at_family, require_drawn_family

REGULAR = FaceStyle.REGULAR
LINKS = {  # fsSelection bits 6, 5, 0, macStyle, weight: how the OpenType specification links four faces
    FaceStyle.REGULAR: (True, False, False, 0, 400),
    FaceStyle.BOLD: (False, True, False, 1, 700),
    FaceStyle.ITALIC: (False, False, True, 2, 400),
    FaceStyle.BOLD_ITALIC: (False, True, True, 3, 700),
}


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Give a machine without our fonts."""
    return machine_without_fonts(tmp_path, monkeypatch)


def laid_out(family: str) -> LayoutFamily:
    found = layout_family(family)
    assert found is not None
    return found


def put_real_faces(folder: Path, family: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, style in REAL_FILES[family]:
        (folder / name).write_bytes(real_face(family, style))


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def glyphs(data: bytes, text: str) -> list[tuple[int, int]]:
    """Give glyph and advance as HarfBuzz shapes a text."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)
    return [(info.codepoint, position.x_advance) for info, position in pairs]


def line_of(data: bytes) -> set[tuple[int, int, int]]:
    """Give ascent, descent and gap by each of the tables an engine may take them from."""
    font = opened(data)
    hhea, os2 = font["hhea"], font["OS/2"]
    assert not os2.fsSelection & 1 << 7
    return {
        (hhea.ascent, hhea.descent, hhea.lineGap),
        (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap),
        (os2.usWinAscent, -os2.usWinDescent, hhea.lineGap),
    }


def outline(font: TTFont, name: str) -> object:
    """Give the points, ends and flags of a glyph."""
    points, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    return list(points), list(ends), [flag & 1 for flag in flags]


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
    found = laid_out(family)
    assert (found.family, found.name, found.has_outlines) == (family, name, False)
    assert list(found.faces) == list(STYLES)
    assert {style: line_of(data) for style, data in found.faces.items()} == {one: {line} for one in STYLES}
    assert read_metrics(found.faces[REGULAR]) == numbers(family)


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
    put_real_faces(machine.kept, family)
    found = laid_out(family)
    assert (found.family, found.name, found.has_outlines) == (family, name, True)
    assert {style: line_of(data) for style, data in found.faces.items()} == {one: {line} for one in STYLES}
    for style, data in found.faces.items():
        made, real = opened(data), opened(real_face(family, style))
        names = real.getGlyphOrder()
        assert made.getBestCmap() == real.getBestCmap()
        assert made.getGlyphOrder()[: len(names)] == names
        assert [outline(made, one) for one in names] == [outline(real, one) for one in names]
        assert [made["hmtx"][one] for one in names] == [real["hmtx"][one] for one in names]
        assert {"kern", "GPOS", "GDEF", "morx", "VDMX", "hdmx"} & set(made.keys()) == set()
        assert [one.FeatureTag for one in made["GSUB"].table.FeatureList.FeatureRecord] == ["liga"]


@pytest.mark.parametrize("style", STYLES)
def test_four_faces_are_linked_under_a_name_of_their_own(style: FaceStyle) -> None:
    font = opened(laid_out(PSK).faces[style])
    selection = font["OS/2"].fsSelection
    bits = tuple(bool(selection & 1 << bit) for bit in (6, 5, 0))
    assert (*bits, font["head"].macStyle, font["OS/2"].usWeightClass) == LINKS[style]
    words = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "Bold Italic"}[style]
    names = {number: font["name"].getDebugName(number) for number in (1, 2, 4, 6, 16, 17)}
    assert names == {
        1: "ESA SarabunPSK Widths",
        2: words,
        4: f"ESA SarabunPSK Widths {words}",
        6: f"ESASarabunPSKWidths-{words.replace(' ', '')}",
        16: None,
        17: None,
    }


@pytest.mark.office
def test_no_made_face_carries_the_name_of_the_published_one(machine: Machine) -> None:
    put_real_faces(machine.kept, PSK)
    base = laid_out(PSK)
    faces = [*base.faces.values(), *thai_digit_family(base).faces.values()]
    names = [record.toUnicode() for data in faces for record in opened(data)["name"].names]
    ids = {record.nameID for data in faces for record in opened(data)["name"].names}
    told = {name for name in names if name.startswith(("TH Sarabun", "THSarabun"))}
    assert len(names) > 50
    assert {0, 10} <= ids  # copyright, and that it was changed
    assert told == set()


def test_names_fit_the_length_windows_allows() -> None:
    families = [laid_out(PSK), laid_out(NEW)]
    names = [one.name for base in families for one in (base, thai_digit_family(base))]
    assert [name for name in names if len(name) > 31] == []
    assert len(set(names)) == 4


@pytest.mark.office
@pytest.mark.parametrize("real", [True, False])
@pytest.mark.parametrize("style", STYLES)
def test_digits_draw_thai_digits(machine: Machine, style: FaceStyle, real: bool) -> None:
    if real:
        put_real_faces(machine.kept, PSK)
    base = laid_out(PSK)
    thai = thai_digit_family(base)
    data = base.faces[style]
    assert (thai.family, thai.name, thai.has_outlines) == (PSK, "ESA SarabunPSK Thai Digits", real)
    assert glyphs(thai.faces[style], "0123456789") == glyphs(data, "๐๑๒๓๔๕๖๗๘๙")
    assert glyphs(data, "0123456789") != glyphs(data, "๐๑๒๓๔๕๖๗๘๙")
    assert glyphs(thai.faces[style], "หน้า (ก-9)")[:-2] == glyphs(data, "หน้า (ก-9)")[:-2]
    assert line_of(thai.faces[style]) == line_of(data)


def test_a_family_without_numbers_is_laid_out_where_it_is_installed(machine: Machine) -> None:
    assert layout_family(IT9) is None
    put_faces(machine.system, "TH SarabunIT9")
    found = laid_out(IT9)
    assert (found.name, found.has_outlines, len(found.faces)) == ("ESA SarabunIT9 Layout", True, 4)


def test_a_family_nobody_knows_is_not_laid_out() -> None:
    assert layout_family("Arial") is None


def test_equal_faces_are_made_alike() -> None:
    name = FaceName("Any", FaceStyle.BOLD)
    assert make_face_of_numbers(numbers(), name) == make_face_of_numbers(numbers(), name)


def _refuse(*_: object) -> NoReturn:
    raise AssertionError("a face was made")


def _forget() -> None:
    layout_faces._from_real_faces.cache_clear()


def test_a_made_face_is_kept_on_disk(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    put_faces(machine.system, PSK)
    first = laid_out(PSK)
    assert len(list((machine.kept / "layout").iterdir())) == 4
    _forget()
    monkeypatch.setattr(layout_faces, "make_layout_face", _refuse)
    assert laid_out(PSK) == first
    _forget()
    monkeypatch.setattr(layout_faces, "RECIPE", "another")
    with pytest.raises(AssertionError, match="made"):
        layout_family(PSK)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 5000])
def test_a_damaged_kept_face_is_made_anew(machine: Machine, damage: bytes) -> None:
    put_faces(machine.system, PSK)
    first = laid_out(PSK)
    kept = {path: path.read_bytes() for path in (machine.kept / "layout").iterdir()}
    for path in kept:
        path.write_bytes(damage)
    _forget()
    assert laid_out(PSK) == first
    assert {path: path.read_bytes() for path in (machine.kept / "layout").iterdir()} == kept


def test_where_nothing_can_be_kept_faces_are_made_all_the_same(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_files: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(face_cache, "write_all", full)
    put_faces(machine.system, PSK)
    assert laid_out(PSK).has_outlines
    assert not machine.kept.exists()


def test_faces_taken_away_meanwhile_are_made_of_numbers(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = {style: machine.mine / f"{style}.ttf" for style in STYLES}
    monkeypatch.setattr(layout_faces, "find_faces", lambda _family: gone)
    assert laid_out(PSK).has_outlines is False


def findings(family: str) -> list[Diagnostic]:
    return list(check_family(look_at_family(family)))


@pytest.mark.parametrize(
    ("family", "availability"), [(PSK, Availability.NUMBERS), (IT9, Availability.NOTHING)]
)
def test_a_missing_family_is_an_error(family: str, availability: Availability) -> None:
    assert look_at_family(family).availability is availability
    (found,) = findings(family)
    assert (found.code, found.severity, found.location.path) == ("E906", Severity.ERROR, family)
    with pytest.raises(MachineError) as caught:
        require_drawn_family(family)
    assert caught.value.diagnostics == (found,)


def test_a_family_of_three_faces_is_missing_and_says_which_are_there(machine: Machine) -> None:
    put_faces(machine.mine, PSK, STYLES[:2])
    (found,) = findings(PSK)
    assert (found.code, found.is_error) == ("E906", True)
    assert "Regular, Bold" in found.message


def test_a_family_kept_for_layout_only_is_a_warning(machine: Machine) -> None:
    put_faces(machine.kept, PSK)
    assert look_at_family(PSK).availability is Availability.KEPT
    (found,) = findings(PSK)
    assert (found.code, found.severity) == ("E906", Severity.WARNING)
    assert require_drawn_family(PSK).has_outlines


@pytest.mark.parametrize("family", [PSK, IT9])
def test_an_installed_family_is_fine(machine: Machine, family: str) -> None:
    put_faces(machine.mine, family)
    assert look_at_family(family).availability is Availability.INSTALLED
    assert findings(family) == []


NARROW_SPACE = dict(numbers().advances) | {0x20: 200}
WITHOUT_NINE = {code: advance for code, advance in numbers().advances.items() if code != 0xE59}


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
def test_installed_faces_with_other_numbers_are_told(machine: Machine, changed: object) -> None:
    paths = put_faces(machine.mine, PSK)
    paths[REGULAR].write_bytes(make_face_of_numbers(changed, FaceName(PSK, REGULAR)))  # type: ignore[arg-type]
    paths[FaceStyle.BOLD].write_bytes(
        make_face_of_numbers(numbers(PSK, FaceStyle.BOLD), FaceName(PSK, FaceStyle.BOLD))
    )
    found = {one.code: one for one in findings(PSK)}
    assert set(found) == {"E908"}
    assert found["E908"].severity is Severity.WARNING
    assert found["E908"].location.path == paths[REGULAR].as_posix()
    assert "Regular" in found["E908"].message
    assert "Bold," not in found["E908"].message


def test_faces_that_measure_the_same_are_not_told(machine: Machine) -> None:
    for style in STYLES:
        (path,) = put_faces(machine.mine, PSK, [style]).values()
        path.write_bytes(make_face_of_numbers(numbers(PSK, style), FaceName(PSK, style)))
    wide = replace(numbers(), units_per_em=2000, advances={c: 2 * a for c, a in numbers().advances.items()})
    wide = replace(wide, win_ascent=1700, win_descent=920)
    (machine.mine / f"thSarabun {REGULAR}.ttf").write_bytes(
        make_face_of_numbers(wide, FaceName(PSK, REGULAR))
    )
    assert findings(PSK) == []


def test_the_gap_and_typo_values_are_read_as_word_does() -> None:
    font = opened(face_named(PSK))
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
    font = opened(face_named(PSK))
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = 700, -200, 90
    font["OS/2"].fsSelection |= 1 << 7
    data = io.BytesIO()
    font.save(data)
    made = make_layout_face(data.getvalue(), read_metrics(data.getvalue()), FaceName("Any", REGULAR))
    assert line_of(made) == {(700, -200, 90)}


def _line(font: TTFont) -> tuple[int, int, int]:
    buffer = io.BytesIO()
    font.save(buffer)
    found = read_metrics(buffer.getvalue())
    return found.win_ascent, found.win_descent, found.line_gap
