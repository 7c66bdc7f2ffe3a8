"""Scans of signed papers, and copies of kept papers."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from kept_office import (
    OCCASION,
    ORDER,
    bytes_below,
    files_in,
    issue,
    pdf_of,
    replace_text,
    send,
    sha256,
    version_path,
    with_code,
    write_papers,
)
from lxml import etree
from unreadable import make_pipe, needs_pipes
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.kept import attaching
from esa_docs.model.abilities import EvidenceUse
from esa_docs.model.evidence import Evidence
from esa_docs.ooxml.names import WP, W
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.source.assets.evidence import annexed_evidence, check_evidence
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.word.copy_marks import file_copy_marks, with_marks


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_papers(tmp_path / "office")
    issue(root)
    return root


def scan_file(folder: Path, text: str = "", name: str = "สแกน.pdf") -> Path:
    """Write a PDF as a scanner does, or one with a text layer, and return its path."""
    path = folder / name
    path.write_bytes(pdf_of(text))
    return path


def refused(root: Path, code: str, file: Path, name: str = "orders/x") -> str:
    """Require that a file is not attached, and that nothing changes; return the message."""
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        api.attach(root, name, file, occasion=OCCASION)
    assert bytes_below(root) == before
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == (code, file.name)
    return diagnostic.message


def test_a_scan_is_filed_with_its_note(root: Path, tmp_path: Path) -> None:
    file = scan_file(tmp_path)
    attachment = api.attach(root, "orders/x", file, "แก้ปากกาหน้า 2", occasion=OCCASION)
    place = root / "issued/2569/orders/x/scan-1.pdf"

    assert (attachment.path, attachment.is_written) == (place, True)
    assert place.read_bytes() == file.read_bytes()
    assert json.loads(place.with_suffix(".json").read_text(encoding="utf-8")) == {
        "format": 1,
        "sha256": sha256(file.read_bytes()),
        "note": "แก้ปากกาหน้า 2",
        "at": "2026-03-16T09:30:00+07:00",
        "by": "clerk-of-tests",
        "version": 1,
        "source_name": "สแกน.pdf",
    }
    row = api.load(root).histories["2569/orders/x"].as_dict()
    assert (row["version"], row["sent"]) == (1, None)
    assert [scan["note"] for scan in row["scans"]] == ["แก้ปากกาหน้า 2"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("สแกน คำสั่งที่ 47-2569.pdf", "47/2569"),
        ("order 99-2569.pdf", "99/2569"),
        ("Order_99_2569 signed.pdf", "99/2569"),
        ("คำสั่ง เลขที่ ๔๗.๒๕๖๙.pdf", "47/2569"),
        ("คำสั่งที่ 12-2568.pdf", "12/2568"),
    ],
)
def test_a_file_named_by_another_number_is_refused(
    root: Path, tmp_path: Path, name: str, number: str
) -> None:
    message = refused(root, "E454", scan_file(tmp_path, name=name))
    assert [words in message for words in (number, "12/2569", "orders/x")] == [True, True, True]


@pytest.mark.parametrize(
    "name",
    [
        *("คำสั่งที่ 12-2569.pdf", "order 12_2569 หน้า 3.pdf", "คำสั่ง 16-3-2569.pdf", "order 03-2569.pdf"),
        *("คำสั่ง 2569-03-16.pdf", "โทร 053-2569.pdf", "ประกาศที่ 5-2569.pdf", "scan 47-2569.pdf"),
        *("คำสั่งที่ 12-2569 แก้ไขคำสั่งที่ 5-2568.pdf", "order 12345678.pdf", "คำสั่ง หน้า 4-2569.pdf"),
    ],
)
def test_other_figures_in_the_name_of_a_scan_are_no_number(root: Path, tmp_path: Path, name: str) -> None:
    file = scan_file(tmp_path, name=name)
    assert api.attach(root, "orders/x", file, occasion=OCCASION).is_written


def test_a_line_with_the_word_of_the_kind_says_the_number(root: Path, tmp_path: Path) -> None:
    file = scan_file(tmp_path, "คำสั่งสำนักงานตัวอย่าง ที่ 47/2569")
    message = refused(root, "E454", file)
    assert ("47/2569" in message, "12/2569" in message) == (True, True)


@pytest.mark.parametrize(
    "line",
    [
        *("คำสั่งสำนักงานตัวอย่าง ที่ 12/2569", "อ้างถึงคำสั่ง ที่ 47/2569", "คำสั่ง ที่ 47/2569 ลงวันที่ 1 มีนาคม"),
        *("คำสั่ง วันที่ 16/3/2569", "คำสั่งเรื่องการประชุมครั้งที่ 3/2569"),
    ],
)
def test_another_line_with_figures_says_no_number(root: Path, tmp_path: Path, line: str) -> None:
    assert api.attach(root, "orders/x", scan_file(tmp_path, line), occasion=OCCASION).is_written


def test_a_second_scan_gets_the_next_number_and_the_same_one_is_not_filed_twice(
    root: Path, tmp_path: Path
) -> None:
    first_file, second_file = scan_file(tmp_path), scan_file(tmp_path, "หน้า 2", "b.pdf")
    api.attach(root, "orders/x", first_file, occasion=OCCASION)
    assert api.attach(root, "orders/x", second_file, occasion=OCCASION).path.name == "scan-2.pdf"
    before = bytes_below(root)
    again = api.attach(root, "orders/x", first_file, occasion=OCCASION)
    assert (again.path.name, again.is_written) == ("scan-1.pdf", False)
    assert bytes_below(root) == before


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"<html>", b"%PDF-1.7\nnothing more", "สแกน".encode()],
)
def test_what_is_no_pdf_is_refused(root: Path, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    refused(root, "E453", file)


def test_a_file_that_is_not_there_is_refused(root: Path, tmp_path: Path) -> None:
    refused(root, "E110", tmp_path / "no.pdf")


@pytest.mark.parametrize("text", ["ที่ ๑๓/๒๕๖๙", "ที่ 13/2569", "ที่ ๑๒/๒๕๖๘", "ที่ ๑๓ / ๒๕๖๙"])
def test_a_pdf_of_another_number_is_refused_with_both(root: Path, tmp_path: Path, text: str) -> None:
    message = refused(root, "E454", scan_file(tmp_path, text))
    assert "12/2569" in message
    assert ("13/2569" in message) != ("12/2568" in message)


@pytest.mark.parametrize("text", ["", "ที่ ๑๒/๒๕๖๙", "ที่ 12/2569", "ตามคำสั่งที่ ๕/๒๕๖๙", "ที่ ๑ ตำบล", "อื่น ๆ"])
def test_a_pdf_of_the_number_or_of_none_is_filed(root: Path, tmp_path: Path, text: str) -> None:
    assert api.attach(root, "orders/x", scan_file(tmp_path, text), occasion=OCCASION).is_written


@pytest.mark.parametrize(
    ("text", "is_filed"),
    [("ที่ ศธ ๐๔๐๐๑/ว ๕", True), ("ที่ ศธ ๐๔๐๐๑/ว ๖", False), ("ที่ ศธ ๐๔๐๐๑/๕", False)],
)
def test_the_number_of_a_circular_is_compared_with_code_and_letter(
    root: Path, tmp_path: Path, text: str, *, is_filed: bool
) -> None:
    issue(root, "circular", "5")
    file = scan_file(tmp_path, text)
    if is_filed:
        assert api.attach(root, "circular", file, occasion=OCCASION).is_written
    else:
        refused(root, "E454", file, "circular")


def test_the_scan_of_another_paper_is_refused(root: Path, tmp_path: Path) -> None:
    issue(root, "notice", None)
    file = scan_file(tmp_path)
    api.attach(root, "notice", file, occasion=OCCASION)
    assert "2569/notice" in refused(root, "E454", file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_the_place_of_a_scan_is_refused_and_never_waited_for(root: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    refused(root, "E110", tmp_path / "pipe.pdf")


def test_a_paper_without_version_gets_no_scan(root: Path, tmp_path: Path) -> None:
    before = bytes_below(root)
    with pytest.raises(ContentError, match="E459"):
        api.attach(root, "notice", scan_file(tmp_path), occasion=OCCASION)
    assert bytes_below(root) == before


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("waiting", "no number or no date yet. Issue it first: esa-docs issue waiting --year 2569"),
        ("meeting", "Keep it first: esa-docs sent meeting --year 2569"),
        ("typed", "Keep it first: esa-docs issue typed --year 2569"),
        ("begun", "Complete it first"),
    ],
)
def test_the_cure_of_a_paper_without_version_fits_its_kind_and_state(
    root: Path, tmp_path: Path, name: str, cure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    put(root, "2569/waiting.yaml", ORDER)
    put(root, "2569/typed.yaml", f"{ORDER}number: 7\ndate: 2 มีนาคม 2569\n")
    put(root, "2569/begun.yaml", f"{ORDER}draft: true\n")
    with pytest.raises(ContentError) as error_info:
        copy(root, tmp_path, name)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E459"
    assert cure in diagnostic.hint


def test_a_scan_serves_as_evidence_annex_and_attachment(root: Path, tmp_path: Path) -> None:
    place = api.attach(root, "orders/x", scan_file(tmp_path), occasion=OCCASION).path
    path = "issued/2569/orders/x/scan-1.pdf"
    evidence = Evidence(code="E-1", name="คำสั่ง", file=path, sha256=sha256(place.read_bytes()))
    use: EvidenceUse[object] = EvidenceUse(
        pieces=lambda _content: [(("evidence", 0), evidence)],
        is_bound=lambda _content: True,
        citations=lambda _content, _code: (),
    )
    report = object()
    assert list(check_evidence(report, use, ProjectFiles(root))) == []
    ((_key, _evidence, file),) = annexed_evidence(report, use, ProjectFiles(root))
    assert file.read_bytes() == place.read_bytes()

    line = f"attachments: [{{text: คำสั่ง, file: {path}}}]\n"
    with (root / "2569/circular.yaml").open("a", encoding="utf-8") as letter:
        letter.write(line)
    assert [d.code for d in api.load(root).diagnostics if d.is_error] == []
    place.unlink()
    assert "E644" in [d.code for d in api.load(root).diagnostics]


def document_text(data: bytes) -> str:
    """Return the XML of the text of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def box_of(data: bytes) -> Any:
    """Return the text box of a copy."""
    (box,) = etree.fromstring(document_text(data).encode()).iter(f"{{{WP}}}anchor")
    return box


def marks_of(data: bytes) -> list[str]:
    """Return the lines of a copy that stand in its text box, white space shortened."""
    lines: list[str] = []
    for paragraph in box_of(data).iter(f"{{{W}}}p"):
        signs = [element.text or " " for element in paragraph.iter(f"{{{W}}}t", f"{{{W}}}tab")]
        lines.append(" ".join("".join(signs).split()))
    return lines


def copy(root: Path, out: Path, name: str = "orders/x", by: str | None = None) -> dict[str, bytes]:
    """Return the files of a certified copy, by their paths below the output folder."""
    files = api.copy(api.load(root), name, api.CopyForm.CERTIFIED, out=out, by=by)
    return {path.relative_to(out).as_posix(): data for path, data in files.items()}


def test_a_certified_copy_is_the_kept_text_with_its_lines(root: Path, tmp_path: Path) -> None:
    send(root)
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    kept_word = files_in(version_path(root))["x.docx"]
    files = copy(root, tmp_path)
    (data,) = files.values()

    assert list(files) == ["2569/orders/x-certified.docx"]
    dots = "." * 50
    assert marks_of(data) == ["สำเนาถูกต้อง ลงชื่อ วันที่", f"({dots})", f"ตำแหน่ง {dots}"]
    assert other_parts(data) == other_parts(kept_word)


def other_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file but the text of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name != "word/document.xml"]
        return {name: archive.read(name) for name in names}


def test_the_lines_are_cut_out_again_to_the_kept_bytes(root: Path, tmp_path: Path) -> None:
    """Of the kept text not a byte changes: without the run of the text box it is the old text."""
    (data,) = copy(root, tmp_path, by="ก").values()
    text = document_text(data)
    old_text = document_text(files_in(version_path(root))["x.docx"])
    box = re.compile(r"<w:r><mc:AlternateContent xmlns:mc=.*</mc:AlternateContent></w:r>(?=</w:p><w:sectPr)")
    assert len(box.findall(text)) == 1
    assert box.sub("", text) == old_text
    assert marks_of(data)[1:] == ["(นายสมมติ นามตัวอย่าง)", "ตำแหน่ง ผู้อำนวยการ"]


def test_the_lines_take_no_room_in_the_text_and_stand_in_the_lower_margin(root: Path, tmp_path: Path) -> None:
    """A4 is 841.9 points high and the lower margin of orders is 2 cm: the text ends at 785.2 points."""
    (certified,) = copy(root, tmp_path).values()
    (of_file,) = api.copy(api.load(root), "orders/x", api.CopyForm.OF_FILE, out=tmp_path).values()
    for data, right_end in ((certified, 85.05 + 420), (of_file, 595.3 - 56.7)):
        box = box_of(data)
        assert [child.tag for child in box if "wrap" in child.tag] == [f"{{{WP}}}wrapNone"]
        assert {box.find(f"{{{WP}}}position{d}").get("relativeFrom") for d in "HV"} == {"page"}
        x, y = (int(element.text) / 12700 for element in box.iter(f"{{{WP}}}posOffset"))
        extent = box.find(f"{{{WP}}}extent")
        width, height = int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700
        assert 785.2 < y < y + height < 841.9 - 11
        assert x + width == pytest.approx(right_end, abs=0.1)
        lines = list(box.iter(f"{{{W}}}spacing"))
        assert sum(int(line.get(f"{{{W}}}line")) for line in lines) / 20 == pytest.approx(height)
        assert {line.get(f"{{{W}}}lineRule") for line in lines} == {"exact"}


def test_name_and_post_stand_centred_below_the_line_for_the_signature(root: Path, tmp_path: Path) -> None:
    (data,) = copy(root, tmp_path).values()
    box = box_of(data)
    signature, *lines_below = [stops_of(paragraph) for paragraph in box.iter(f"{{{W}}}p")]
    (_word, start, end, *_day) = signature
    assert end[1:] == ("left", "dot")
    centre = ((start[0] + end[0]) // 2, "center", None)
    assert lines_below == [[centre], [centre]]


def stops_of(paragraph: Any) -> list[tuple[int, str, str | None]]:
    """Return place, alignment and leader of each tab stop of a paragraph."""
    stops: list[tuple[int, str, str | None]] = []
    for stop in paragraph.iter(f"{{{W}}}tab"):
        if stop.get(f"{{{W}}}pos") is not None:
            stops.append((int(stop.get(f"{{{W}}}pos")), stop.get(f"{{{W}}}val"), stop.get(f"{{{W}}}leader")))
    return stops


def test_lines_that_do_not_fit_stand_on_a_sheet_of_their_own(root: Path, tmp_path: Path) -> None:
    """The lower margin of the manual is 1.5 cm: the lines would leave the paper."""
    send(root, "manual")
    (data,) = copy(root, tmp_path, "manual", by="ก").values()
    old_text = document_text(files_in(version_path(root, "manual"))["manual.docx"])
    text = document_text(data)
    start = old_text.rindex("<w:sectPr")
    added_text = text[start : len(text) - len(old_text) + start]
    assert text == old_text[:start] + added_text + old_text[start:]
    assert added_text.startswith("<w:p><w:pPr><w:pageBreakBefore/><w:tabs>")
    assert (added_text.count("<w:p>"), added_text.count("pageBreakBefore")) == (3, 1)
    assert re.sub(r"<[^>]*>", "", added_text) == ("สำเนาถูกต้องลงชื่อวันที่(นายสมมติ นามตัวอย่าง)ตำแหน่ง ผู้อำนวยการ")


def test_on_a_sheet_the_last_dots_end_before_the_margin(root: Path, tmp_path: Path) -> None:
    """A4 less margins of 3 and 2 cm leaves 9071 twips; at the margin itself LibreOffice breaks the line."""
    send(root, "manual")
    (data,) = api.copy(api.load(root), "manual", api.CopyForm.OF_FILE, out=tmp_path).values()
    *_pages, sheet = document_text(data).split("<w:pageBreakBefore/>")
    places = [
        int(place) for place in re.findall(r'<w:tab w:val="left" w:leader="dot" w:pos="([0-9]+)"', sheet)
    ]
    assert len(places) == 4
    assert 8900 < max(places) < 9071


@pytest.mark.parametrize(
    ("foot", "has_sheet"),
    [("<w:ftr><w:p/></w:ftr>", False), ("<w:ftr><w:p><w:r><w:t>ลับ</w:t></w:r></w:p></w:ftr>", True)],
)
def test_a_foot_with_text_keeps_the_margin(root: Path, foot: str, *, has_sheet: bool) -> None:
    parts = read_package(files_in(version_path(root))["x.docx"])
    data = write_package({**parts, "word/footer1.xml": foot.encode()})
    text = document_text(with_marks(data, file_copy_marks()))
    assert (text.count("<w:pageBreakBefore/>") == 1, "<wp:anchor" in text) == (has_sheet, not has_sheet)


def test_behind_a_table_the_box_has_a_paragraph_without_height(root: Path) -> None:
    parts = read_package(files_in(version_path(root))["x.docx"])
    old_text = parts["word/document.xml"].decode()
    place = old_text.rindex("<w:sectPr")
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    new_text = old_text[:place] + table + old_text[place:]
    data = write_package({**parts, "word/document.xml": new_text.encode()})
    text = document_text(with_marks(data, file_copy_marks()))
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    assert f"{table}<w:p><w:pPr>{spacing}</w:pPr><w:r><mc:AlternateContent" in text


@pytest.mark.parametrize("name", ["orders/x", "notice", "circular", "meeting", "manual"])
def test_copies_of_every_kind_pass_verification(root: Path, tmp_path: Path, name: str) -> None:
    if name in {"meeting", "manual"}:
        send(root, name)
    elif name != "orders/x":
        issue(root, name, {"circular": "5"}.get(name))
    for form in api.CopyForm:
        files = api.copy(api.load(root), name, form, out=tmp_path / "out")
        # The office files one copy of a circular, and certifies that of any recipient.
        count = len(files_in(version_path(root, name))) if form is api.CopyForm.CERTIFIED else 1
        assert len(files) == count
        for path in api.write_files(files):
            assert api.verify_file(path) == ()
        # Copies that were made here are written over, those of somebody else are not.
        by_somebody = api.copy(api.load(root), name, form, out=tmp_path / "out", by="ก")
        assert by_somebody.keys() == files.keys()


def test_the_copies_of_a_circular_lie_in_a_folder(root: Path, tmp_path: Path) -> None:
    issue(root, "circular", "5")
    names = sorted(copy(root, tmp_path, "circular"))
    assert len(names) == 2
    assert [name for name in names if not name.startswith("2569/circular-certified/")] == []


def test_the_office_files_the_first_copy_of_a_circular(root: Path, tmp_path: Path) -> None:
    issue(root, "circular", "5")
    files = api.copy(api.load(root), "circular", api.CopyForm.OF_FILE, out=tmp_path)
    ((path, data),) = files.items()
    assert path == tmp_path / "2569/circular-file-copy.docx"
    words = " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    assert ("ผู้อำนวยการโรงเรียนหนึ่ง" in words, "ผู้อำนวยการโรงเรียนสอง" in words) == (True, False)


def test_the_copy_of_the_file_has_its_four_words_and_equal_dots(root: Path, tmp_path: Path) -> None:
    files = api.copy(api.load(root), "orders/x", api.CopyForm.OF_FILE, out=tmp_path)
    ((path, data),) = files.items()
    assert path == tmp_path / "2569/orders/x-file-copy.docx"
    assert marks_of(data) == ["ร่าง พิมพ์", "ทาน ตรวจ"]
    for paragraph in box_of(data).iter(f"{{{W}}}p"):
        first_start, first_end, _word, second_start, second_end = stops_of(paragraph)
        assert first_end[2] == second_end[2] == "dot"
        assert first_end[0] - first_start[0] == second_end[0] - second_start[0] == 80 * 20


def test_a_copy_needs_a_kept_version_and_a_person_of_the_roster(root: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="E459"):
        copy(root, tmp_path, "notice")
    with pytest.raises(ContentError, match="E601"):
        copy(root, tmp_path, by="ไม่มี")
    with pytest.raises(ContentError, match="E408"):
        copy(root, tmp_path, "orders/none")


def test_a_paper_without_content_can_be_copied(root: Path, tmp_path: Path) -> None:
    (root / "2569/orders/x.yaml").unlink()
    assert list(copy(root, tmp_path)) == ["2569/orders/x-certified.docx"]
    assert with_code(api.load(root).diagnostics, "E457") != []


@needs_pipes
def test_a_pipe_is_refused_and_nobody_waits_for_it(root: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "scan.pdf"
    make_pipe(pipe)
    with pytest.raises(ContentError, match="E110"):
        api.attach(root, "orders/x", pipe)
    assert not version_path(root).with_name("scan-1.pdf").exists()


def test_a_scan_is_read_before_the_project_is_held(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refuse(_root: Path) -> None:
        raise AssertionError("held")

    monkeypatch.setattr(attaching, "hold_project", refuse)
    with pytest.raises(ContentError, match="E110"):
        api.attach(root, "orders/x", tmp_path / "missing.pdf")
