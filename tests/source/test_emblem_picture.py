"""The picture of the emblem that office.yaml names: taken along, or told at its line."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from esa_docs import api
from esa_docs.diagnostics import Location, Severity
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.model.document import Document, Emblem
from esa_docs.model.project import Project
from esa_docs.source.assets.emblem import named_emblem, parse_emblem, with_emblem_named

CORPUS = Path(__file__).parents[1] / "corpus"
OFFICE = (CORPUS / "office" / "good.yaml").read_text(encoding="utf-8")
LINE = OFFICE.count("\n") + 1
COLUMN = len("emblem: ") + 1
PLACE = Location("office.yaml", 3, 9)


def draw_picture(form: str = "PNG", size: tuple[int, int] = (200, 300), mode: str = "RGB") -> bytes:
    """Return a picture of many shades: in a picture of one colour, damage may not show."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    buffer = io.BytesIO()
    picture.save(buffer, form)
    return buffer.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project with an office, a roster and one manual."""
    folder = tmp_path / "สำนักงาน"
    (folder / "2569").mkdir(parents=True)
    shutil.copyfile(CORPUS / "people" / "good.yaml", folder / "people.yaml")
    shutil.copyfile(CORPUS / "manual" / "good.yaml", folder / "2569" / "manual.yaml")
    (folder / "office.yaml").write_text(OFFICE, encoding="utf-8")
    return folder


def name_emblem(root: Path, emblem: str) -> Path:
    """Let office.yaml name a picture on its last line."""
    (root / "office.yaml").write_text(f"{OFFICE}emblem: {emblem}\n", encoding="utf-8")
    return root


def findings_of(project: Project) -> list[tuple[str, int, int, str, str]]:
    """Return file, line, column, code and key path of each diagnostic."""
    findings = []
    for diagnostic in project.diagnostics:
        place = diagnostic.location
        findings.append((Path(place.path).name, place.line, place.column, diagnostic.code, diagnostic.field))
    return findings


def only_document(project: Project) -> Document[Any]:
    (document,) = project.documents
    return document


@pytest.mark.parametrize(
    ("file", "data", "expected"),
    [
        ("emblem.png", draw_picture(), ("image/png", 200, 300)),
        ("ตราครุฑ.jpg", draw_picture("JPEG"), ("image/jpeg", 200, 300)),
        ("ภาพ/ครุฑ ดำ.PNG", draw_picture(size=(180, 200), mode="P"), ("image/png", 180, 200)),
        ("a.png", draw_picture("JPEG", (400, 500), "CMYK"), ("image/jpeg", 400, 500)),
    ],
)
def test_a_document_carries_the_picture(
    root: Path, file: str, data: bytes, expected: tuple[str, int, int]
) -> None:
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_bytes(data)
    project = api.load(name_emblem(root, file))
    assert project.diagnostics == ()
    emblem = only_document(project).emblem
    assert emblem is not None
    assert (emblem.media_type, emblem.width, emblem.height) == expected
    assert emblem.data == data


def test_a_path_typed_as_on_windows_is_found(root: Path) -> None:
    (root / "ภาพ").mkdir()
    (root / "ภาพ" / "ครุฑ.png").write_bytes(draw_picture())
    project = api.load(name_emblem(root, "ภาพ\\ครุฑ.png"))
    assert (project.diagnostics, only_document(project).emblem is None) == ((), False)


def test_an_office_that_names_none_has_none_and_is_told_nothing(root: Path) -> None:
    project = api.load(root)
    assert (project.diagnostics, only_document(project).emblem) == ((), None)


def test_a_document_knows_where_its_office_is_described(root: Path) -> None:
    assert Path(only_document(api.load(root)).office_place.path).resolve() == (root / "office.yaml").resolve()


def _nothing(_root: Path) -> None:
    pass


def _folder_in_its_place(root: Path) -> None:
    (root / "emblem.png").mkdir()


def _unlike_its_ending(root: Path) -> None:
    (root / "emblem.png").write_bytes(draw_picture("GIF", mode="P"))


def _cut_off(root: Path) -> None:
    data = draw_picture()
    (root / "emblem.png").write_bytes(data[: len(data) // 2])


def _picture_outside(root: Path) -> None:
    (root.parent / "emblem.png").write_bytes(draw_picture())


def _link_to_outside(root: Path) -> None:
    _picture_outside(root)
    (root / "emblem.png").symlink_to(root.parent / "emblem.png")


def _link_to_itself(root: Path) -> None:
    (root / "emblem.png").symlink_to(root / "emblem.png")


FAULTS: list[tuple[str, Callable[[Path], None], str]] = [
    ("emblem.png", _nothing, "E420"),
    ("emblem.png", _folder_in_its_place, "E420"),
    ("../emblem.png", _picture_outside, "E421"),
    ("../none.png", _nothing, "E421"),
    ("/emblem.png", _nothing, "E421"),
    ("C:\\ภาพ\\emblem.png", _nothing, "E421"),
    ("emblem.png", _link_to_outside, "E421"),
    ("emblem.png", _unlike_its_ending, "E422"),
    ("people.yaml", _nothing, "E422"),
    ("emblem.png", _cut_off, "E423"),
]


@pytest.mark.parametrize(("file", "prepare", "code"), FAULTS)
def test_a_faulty_picture_is_told_at_its_line_and_keeps_its_documents_from_being_made(
    root: Path, file: str, prepare: Callable[[Path], None], code: str
) -> None:
    prepare(root)
    project = api.load(name_emblem(root, file))
    assert findings_of(project) == [("office.yaml", LINE, COLUMN, code, "emblem")]
    assert [diagnostic.severity for diagnostic in project.diagnostics] == [Severity.ERROR]
    assert (project.office, project.documents, project.faulty) == (None, (), ("2569/manual",))
    assert all(diagnostic.hint for diagnostic in project.diagnostics)


def test_a_link_that_leads_to_itself_is_told(root: Path) -> None:
    _link_to_itself(root)
    ((_file, line, _column, code, _field),) = findings_of(api.load(name_emblem(root, "emblem.png")))
    assert line == LINE
    # Python 3.13 resolves it, 3.11 does not.
    assert code in {"E420", "E421"}


def test_a_faulty_picture_keeps_nothing_from_being_read(root: Path) -> None:
    manual = root / "2569" / "manual.yaml"
    manual.write_text(manual.read_text(encoding="utf-8") + "คีย์: 1\n", encoding="utf-8")
    project = api.load(name_emblem(root, "none.png"))
    codes = {diagnostic.code for diagnostic in project.diagnostics}
    assert codes == {"E420", "E201"}


def test_the_place_is_that_of_the_key_wherever_it_stands(root: Path) -> None:
    (root / "office.yaml").write_text(f"# ก\nemblem:    'none.png'\n{OFFICE}", encoding="utf-8")
    assert findings_of(api.load(root)) == [("office.yaml", 2, 12, "E420", "emblem")]


@pytest.mark.parametrize(("height", "codes"), [(177, ["E424"]), (178, [])])
def test_fewer_than_150_dots_an_inch_at_3_cm_are_a_warning(height: int, codes: list[str]) -> None:
    """3 cm are 1.1811 inches: 177 pixels give 149.86 dots an inch, 178 give 150.7."""
    emblem = parse_emblem(draw_picture(size=(100, height)), PLACE)
    assert emblem.value is not None
    assert [diagnostic.code for diagnostic in emblem] == codes
    assert all(diagnostic.severity is Severity.WARNING for diagnostic in emblem)
    assert all("178" in diagnostic.hint for diagnostic in emblem)


def test_a_small_picture_is_printed_all_the_same(root: Path) -> None:
    (root / "emblem.png").write_bytes(draw_picture(size=(30, 40)))
    project = api.load(name_emblem(root, "emblem.png"))
    assert findings_of(project) == [("office.yaml", LINE, COLUMN, "E424", "emblem")]
    assert only_document(project).emblem is not None


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_no_damage_breaks_the_program_down(form: str) -> None:
    """A picture is taken whole, or told as damaged or as none: cut short anywhere, or with wrong bytes."""
    sound = draw_picture(form, (60, 200))
    # The last bytes of a JPEG only say that it ends.
    places = range(0, len(sound) - 4, 3)
    assert len(places) > 100
    assert {code_of(sound[:place]) for place in places} == {"E422", "E423"}
    assert {code_of(with_wrong_byte(sound, place)) for place in places} <= {"", "E422", "E423"}


def with_wrong_byte(data: bytes, place: int) -> bytes:
    """Return bytes with a wrong byte at a place."""
    wrong_byte = bytes([data[place] ^ 0xFF])
    return data[:place] + wrong_byte + data[place + 1 :]


def code_of(data: bytes) -> str:
    """Return the code of the error of a picture; empty for a sound one."""
    return "".join(diagnostic.code for diagnostic in parse_emblem(data, PLACE) if diagnostic.is_error)


def test_a_picture_larger_than_memory_should_hold_is_refused() -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    length, checksum = struct.pack(">I", 13), struct.pack(">I", zlib.crc32(header))
    sound = draw_picture()
    (fault,) = parse_emblem(sound[:8] + length + header + checksum + sound[33:], PLACE)
    assert (fault.code, fault.location) == ("E423", PLACE)


def test_notes_inside_a_picture_are_no_fault() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "ก" * 100, zip=True)
    buffer = io.BytesIO()
    Image.new("RGBA", (200, 200)).save(buffer, "PNG", pnginfo=notes, dpi=(96, 96))
    result = parse_emblem(buffer.getvalue(), PLACE)
    assert (result.value is not None, result.diagnostics) == (True, ())


def test_another_picture_makes_another_fingerprint(root: Path) -> None:
    document = only_document(api.load(root))
    coloured = replace(document, emblem=Emblem(draw_picture(), "image/png", 200, 300))
    grey = replace(document, emblem=Emblem(draw_picture(mode="L"), "image/png", 200, 300))
    assert len({fingerprint(each, "an engine") for each in (document, coloured, grey)}) == 3
    assert fingerprint(coloured, "an engine") == fingerprint(replace(coloured), "an engine")


# The line in office.yaml


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"name: a\n", b"name: a\nemblem: emblem.png\n"),
        (b"# note\nname: a # why", b"# note\nname: a # why\nemblem: emblem.png\n"),
        (b"name: a\r\n# note\r\n", b"name: a\r\n# note\r\nemblem: emblem.png\r\n"),
        (b"\xef\xbb\xbfname: a\n", b"\xef\xbb\xbfname: a\nemblem: emblem.png\n"),
        (b"name: a\npowers:\n  - {id: b, text: c}\n", None),
        (b"name: >-\n  a\n  b\n", None),
    ],
)
def test_the_line_goes_to_the_end_and_all_else_is_kept(before: bytes, after: bytes | None) -> None:
    if after is None:
        after = before + b"emblem: emblem.png\n"
    assert with_emblem_named(before, "emblem.png") == after


@pytest.mark.parametrize(
    "office",
    [
        b"name: a\nemblem: other.png\n",
        b"name: a\nemblem:\n",
        b"{name: a}\n",
        b"name: a\n...\n",
        b"name: 'a\n",
        b"- a\n",
        b"",
        "name: ก\n".encode("cp874"),
        b"name: a\nname: b\n",
    ],
)
def test_a_file_that_names_one_or_cannot_be_added_to_is_left_alone(office: bytes) -> None:
    assert with_emblem_named(office, "emblem.png") is None


def test_the_line_added_is_the_line_that_is_read(root: Path) -> None:
    path = root / "office.yaml"
    added = with_emblem_named(path.read_bytes(), "emblem.jpg")
    assert added is not None
    assert (named_emblem(path.read_bytes()), named_emblem(added)) == (None, "emblem.jpg")
    path.write_bytes(added)
    (root / "emblem.jpg").write_bytes(draw_picture("JPEG"))
    assert api.check(api.load(root)) == ()
