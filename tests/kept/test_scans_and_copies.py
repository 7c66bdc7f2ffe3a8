"""Scans of signed papers, and copies of kept papers."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from kept_office import (
    OCCASION,
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

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.model.abilities import EvidenceUse
from esa_docs.model.evidence import Evidence
from esa_docs.source.evidence import annexed_evidence, check_evidence


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


def test_a_paper_without_version_gets_no_scan(root: Path, tmp_path: Path) -> None:
    before = bytes_below(root)
    with pytest.raises(ContentError, match="E459"):
        api.attach(root, "notice", scan_file(tmp_path), occasion=OCCASION)
    assert bytes_below(root) == before


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
    assert list(check_evidence(report, use, root)) == []
    ((_key, _evidence, file),) = annexed_evidence(report, use, root)
    assert file.read_bytes() == place.read_bytes()

    line = f"attachments: [{{text: คำสั่ง, file: {path}}}]\n"
    with (root / "2569/circular.yaml").open("a", encoding="utf-8") as letter:
        letter.write(line)
    assert [d.code for d in api.load(root).diagnostics if d.is_error] == []
    place.unlink()
    assert "E644" in [d.code for d in api.load(root).diagnostics]


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


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
    old_lines, new_lines = paragraphs(kept_word), paragraphs(data)
    added_lines = [line for line in new_lines if line not in old_lines]

    assert list(files) == ["2569/orders/x-certified.docx"]
    assert [line.strip(". ") for line in added_lines] == [
        "สำเนาถูกต้อง",
        "ลงชื่อ",
        "(" + "." * 50 + ")",
        "ตำแหน่ง",
        "วันที่",
    ]
    assert [line for line in new_lines if line not in added_lines] == old_lines
    assert other_parts(data) == other_parts(kept_word)


def other_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file but the text of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name != "word/document.xml"]
        return {name: archive.read(name) for name in names}


def test_the_lines_are_cut_out_again_to_the_kept_bytes(root: Path, tmp_path: Path) -> None:
    """Of the kept text not a byte changes: without the framed paragraphs it is the old text."""
    (data,) = copy(root, tmp_path, by="ก").values()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(files_in(version_path(root))["x.docx"])) as archive:
        old_text = archive.read("word/document.xml").decode()
    framed = re.compile(r"<w:p><w:pPr><w:keepNext/><w:framePr [^>]*/></w:pPr>.*?</w:p>")
    assert len(framed.findall(text)) == 5
    assert framed.sub("", text) == old_text
    assert "(นายสมมติ นามตัวอย่าง)" in paragraphs(data)
    assert "ตำแหน่ง ผู้อำนวยการ" in paragraphs(data)


@pytest.mark.parametrize("name", ["orders/x", "notice", "circular", "meeting", "manual"])
def test_copies_of_every_kind_pass_verification(root: Path, tmp_path: Path, name: str) -> None:
    if name in {"meeting", "manual"}:
        send(root, name)
    elif name != "orders/x":
        issue(root, name, {"circular": "5"}.get(name))
    for form in api.CopyForm:
        files = api.copy(api.load(root), name, form, out=tmp_path / "out")
        assert len(files) == len(files_in(version_path(root, name)))
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


def test_the_copy_of_the_file_has_its_four_words_at_the_right(root: Path, tmp_path: Path) -> None:
    files = api.copy(api.load(root), "orders/x", api.CopyForm.OF_FILE, out=tmp_path)
    ((path, data),) = files.items()
    assert path == tmp_path / "2569/orders/x-file-copy.docx"
    words = [line.split()[0] for line in paragraphs(data) if line.endswith("..........")]
    assert words == ["ร่าง", "พิมพ์", "ทาน", "ตรวจ"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/document.xml").count(b'w:xAlign="right" w:yAlign="bottom"') == 4


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
