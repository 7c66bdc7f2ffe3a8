"""Papers whose content file is gone: what is kept of them is sent, scanned and copied, and not made anew."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_office import (
    OCCASION,
    bytes_below,
    files_in,
    issue,
    issue_again,
    pdf_of,
    send,
    sha256,
    version_path,
    with_code,
    write_papers,
)

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, Diagnostic

CONTENT = "2569/orders/x.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with an order that was issued, and whose content file was deleted then."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_papers(tmp_path / "office")
    issue(root)
    (root / CONTENT).unlink()
    return root


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_of(""))
    return path


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "-C", str(root)])


def refusal(root: Path, *words: str) -> Diagnostic:
    """Return the only error of a command that writes nothing."""
    before = bytes_below(root / "issued") | bytes_below(root / "2569")
    result = run(root, *words)
    assert result.exit_code == 1
    assert bytes_below(root / "issued") | bytes_below(root / "2569") == before
    with pytest.raises(ContentError) as error_info:
        api.find(api.load(root), words[1], 2569)
    (diagnostic,) = error_info.value.diagnostics
    assert f"[{diagnostic.code}]" in result.output
    return diagnostic


def test_a_scan_belongs_to_the_kept_version(root: Path, scan: Path) -> None:
    attachment = api.attach(root, "orders/x", scan, "ลงนามแล้ว", occasion=OCCASION)
    assert attachment.path == root / "issued/2569/orders/x/scan-1.pdf"
    assert attachment.path.read_bytes() == scan.read_bytes()
    note = json.loads(attachment.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert (note["version"], note["sha256"]) == (1, sha256(scan.read_bytes()))
    assert not api.attach(root, "orders/x", scan, occasion=OCCASION).is_written
    assert [d for d in api.load(root).diagnostics if d.is_error] == []


def test_a_scan_of_another_paper_is_refused_as_ever(root: Path, scan: Path) -> None:
    other_scan = scan.rename(scan.with_name("คำสั่งที่ 47-2569.pdf"))
    with pytest.raises(ContentError) as error_info:
        api.attach(root, "orders/x", other_scan, occasion=OCCASION)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E454"]
    assert not (root / "issued/2569/orders/x/scan-1.pdf").exists()


def test_what_is_kept_is_what_was_sent(root: Path, tmp_path: Path) -> None:
    sending = send(root)
    assert (sending.is_written, sending.version, sending.sent) == (True, None, OCCASION.at.date())
    assert sending.path == version_path(root)
    mark = json.loads((root / "issued/2569/orders/x/1.sent.json").read_text(encoding="utf-8"))
    assert mark["date"] == "2026-03-16"
    assert not version_path(root, number=2).exists()
    assert not send(root).is_written
    assert api.load(root).histories["2569/orders/x"].is_sent
    api.build(api.load(root), out=tmp_path / "out")
    built_bytes = (tmp_path / "out/2569/orders/x.docx").read_bytes()
    assert built_bytes == files_in(version_path(root))["x.docx"]


@pytest.mark.parametrize("day", [dt.date(2026, 3, 15), dt.date(2026, 3, 17)])
def test_a_day_before_the_paper_or_to_come_is_refused(day: dt.date, root: Path) -> None:
    with pytest.raises(ContentError) as error_info:
        api.send(root, "orders/x", day, occasion=OCCASION)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E452"]
    assert not (root / "issued/2569/orders/x/1.sent.json").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("issue", "orders/x", "--again", "--why", "พิมพ์ผิด"),
        ("issue", "orders/x", "--number", "12", "--date", "16/3/2569"),
        ("preview", "orders/x"),
    ],
)
def test_what_needs_the_content_names_the_cure(words: tuple[str, ...], root: Path) -> None:
    diagnostic = refusal(root, *words)
    assert (diagnostic.code, diagnostic.is_error) == ("E457", True)
    assert diagnostic.location.path.endswith("issued/2569/orders/x/1.zip")
    assert CONTENT in diagnostic.hint
    assert "git" in diagnostic.hint


def test_the_content_that_came_back_is_kept_again(root: Path, tmp_path: Path) -> None:
    other_root = write_papers(tmp_path / "backup")
    text = (other_root / CONTENT).read_text(encoding="utf-8")
    (root / CONTENT).write_text(f"{text}number: 12\ndate: 16 มีนาคม 2569\n", encoding="utf-8")
    assert not issue_again(root).is_written


@pytest.mark.parametrize("command", ["attach", "sent", "issue", "copy"])
def test_a_name_of_a_kept_paper_is_suggested(command: str, root: Path, scan: Path) -> None:
    further_words = {"attach": [str(scan)], "issue": ["--again", "--why", "ก"]}
    result = run(root, command, "orders/xx", *further_words.get(command, []))
    assert result.exit_code == 1
    assert "[E408]" in result.output
    assert "orders/x" in result.output.partition("hint:")[2]


def test_a_renamed_file_is_another_paper(root: Path, scan: Path, tmp_path: Path) -> None:
    other_root = write_papers(tmp_path / "other")
    shutil.copy(other_root / CONTENT, root / "2569/orders/y.yaml")
    assert api.attach(root, "orders/x", scan, occasion=OCCASION).is_written
    with pytest.raises(ContentError) as error_info:
        api.attach(root, "orders/y", scan, occasion=OCCASION)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E459"]


def test_papers_of_a_year_whose_folder_is_gone_are_reached_by_their_year(root: Path, scan: Path) -> None:
    shutil.move(root / "2569", root / "2570")
    for command in (["list"], ["status"], ["copy", "orders/x", "--out", str(scan.parent / "out")]):
        assert run(root, *command, "--year", "2569").exit_code == 0
    assert "2569/orders/x" in run(root, "list", "--year", "2569").stdout
    assert api.attach(root, "orders/x", scan, year=2569, occasion=OCCASION).is_written
    assert api.send(root, "orders/x", year=2569, occasion=OCCASION).is_written
    result = run(root, "list", "--year", "2568")
    assert result.exit_code == 1
    assert "2569, 2570" in result.output


def test_nothing_is_added_to_what_is_damaged(root: Path, scan: Path) -> None:
    api.attach(root, "orders/x", scan, occasion=OCCASION)
    (root / "issued/2569/orders/x/scan-1.pdf").unlink()
    before = bytes_below(root / "issued")
    other_scan = scan.with_name("other.pdf")
    other_scan.write_bytes(pdf_of("ก"))
    with pytest.raises(ContentError) as error_info:
        api.attach(root, "orders/x", other_scan, occasion=OCCASION)
    assert with_code(error_info.value.diagnostics, "E450") == list(error_info.value.diagnostics)
    with pytest.raises(ContentError) as sending_info:
        send(root)
    assert with_code(sending_info.value.diagnostics, "E450") == list(sending_info.value.diagnostics)
    assert bytes_below(root / "issued") == before
