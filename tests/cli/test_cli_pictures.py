"""Flow charts and pages as pictures, and the PDF of a build."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from esa_docs.cli import app

SVG = "{http://www.w3.org/2000/svg}"
WORKS = 4
PAGES = 30


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _texts(svg: Path) -> list[str]:
    return [element.text or "" for element in etree.parse(svg).iter(f"{SVG}text")]


def test_every_work_gets_a_drawing_with_a_number(content: Path, tmp_path: Path) -> None:
    result = _run("flowchart", "manual", "-C", content, "-o", tmp_path / "ผัง.svg")

    assert (result.exit_code, result.stderr) == (0, "")
    files = [tmp_path / f"ผัง-{number}.svg" for number in range(1, WORKS + 1)]
    assert result.stdout.splitlines() == [path.as_posix() for path in files]
    assert sorted(tmp_path.iterdir()) == files
    for path in files:
        texts = _texts(path)
        assert (texts[0], texts.count("ไม่เห็นชอบ")) == ("เริ่มต้น", 1)
        assert "สิ้นสุด" in texts


def test_one_work_is_drawn_under_the_name_given(content: Path, tmp_path: Path) -> None:
    result = _run("flowchart", "manual", "-C", content, "-o", tmp_path / "a.SVG", "--work", "3")

    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.SVG"]
    assert "ผอ.สพป. พิจารณาลงนามคำสั่ง" in " ".join(_texts(tmp_path / "a.SVG"))


def test_a_name_with_an_ampersand_is_drawn(project_dir: Path, tmp_path: Path) -> None:
    manual = project_dir / "2569/manual.yaml"
    text = manual.read_text(encoding="utf-8")
    manual.write_text(text.replace("step: สื่อสาร สร้างความรู้ ความเข้าใจ", "step: R&D <ก>"), encoding="utf-8")

    _run("flowchart", "manual", "-C", project_dir, "-o", tmp_path / "a.svg", "--work", "1")
    assert "R&D <ก>" in _texts(tmp_path / "a.svg")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["manual", "-o", "a.gif"], 2, ".svg"),
        (["manual"], 2, "-o"),
        (["manual", "-o", "a.svg", "--work", "0"], 2, "--work"),
        (["manual", "-o", "a.svg", "--work", "5"], 1, "E409"),
        (["manaul", "-o", "a.svg"], 1, "E408"),
        (["manual", "-o", "a.svg", "--year", "2560"], 1, "E407"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = _run("flowchart", "-C", content, *arguments)

    assert result.exit_code == code, result.output
    assert words in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_document_is_not_drawn(project_dir: Path, tmp_path: Path) -> None:
    manual = project_dir / "2569/manual.yaml"
    text = manual.read_text(encoding="utf-8")
    manual.write_text(text.replace("back_to: 2", "back_to: two"), encoding="utf-8")

    result = _run("flowchart", "manual", "-C", project_dir, "-o", tmp_path / "a.svg")
    assert (result.exit_code, "E612" in result.stdout) == (1, True)
    assert not (tmp_path / "a.svg").exists()


def test_a_png_needs_the_font(content: Path, tmp_path: Path) -> None:
    result = _run("flowchart", "manual", "-C", content, "-o", tmp_path / "a.png")

    assert (result.exit_code, "E906" in result.stdout) == (3, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_a_png_is_drawn_with_the_font(content: Path, tmp_path: Path) -> None:
    result = _run("flowchart", "manual", "-C", content, "-o", tmp_path / "a.png", "--work", "1")

    assert result.exit_code == 0, result.output
    image = Image.open(io.BytesIO((tmp_path / "a.png").read_bytes())).convert("L")
    dark_pixels = sum(image.histogram()[:64])
    share_of_dark = dark_pixels / (image.width * image.height)
    assert image.width > 1000
    assert 0.005 < share_of_dark < 0.2


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_an_svg_carries_the_font_of_this_machine(content: Path, tmp_path: Path) -> None:
    _run("flowchart", "manual", "-C", content, "-o", tmp_path / "a.svg", "--work", "1")

    assert "data:font/ttf;base64," in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_picture_needs_its_packages(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real_faces: None
) -> None:
    real_fonts = list((Path(__file__).parents[2] / ".fonts").glob("*.ttf"))
    if real_fonts:
        monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = _run("flowchart", "manual", "-C", content, "-o", tmp_path / "a.png")
    # Without the real faces the program already stops at the font.
    code = "E910" if real_fonts else "E906"
    assert (result.exit_code, code in result.stdout) == (3, True)


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_preview_draws_every_page(content: Path, tmp_path: Path) -> None:
    result = _run("preview", "manual", "-C", content, "--out", tmp_path, "--dpi", "30")

    assert result.exit_code == 0, result.output
    files = sorted((tmp_path / "2569").iterdir())
    expected_names = [f"manual-page-{number:03d}.png" for number in range(1, PAGES + 1)]
    assert [path.name for path in files] == expected_names
    sizes = {Image.open(io.BytesIO(path.read_bytes())).size for path in files}
    assert sizes == {(249, 351)}  # A4 is 8.27 by 11.69 inches


def test_preview_without_the_font_is_told(content: Path, tmp_path: Path) -> None:
    result = _run("preview", "manual", "-C", content, "--out", tmp_path)

    assert (result.exit_code != 0, "E906" in result.stdout) == (True, True)
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_without_the_font_is_an_error_and_the_word_file_is_made(content: Path, tmp_path: Path) -> None:
    result = _run("build", "-C", content, "--out", tmp_path, "--pdf", "--format", "json")

    assert result.exit_code == 3
    assert {(row["code"], row["severity"]) for row in json.loads(result.stdout)} == {("E906", "error")}
    assert [path.name for path in (tmp_path / "2569").iterdir()] == ["manual.docx"]


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_a_build_makes_the_pdf_once(content: Path, tmp_path: Path) -> None:
    first = _run("build", "-C", content, "--out", tmp_path, "--pdf")
    files_of_first = _files(tmp_path / "2569")
    again = _run("build", "-C", content, "--out", tmp_path, "--pdf")
    forced = _run("build", "-C", content, "--out", tmp_path, "--pdf", "--force")

    assert files_of_first.keys() == {"manual.docx", "manual.pdf"}
    assert (first.exit_code, again.exit_code, forced.exit_code) == (0, 0, 0)
    assert "LibreOffice" in first.stderr
    assert _files(tmp_path / "2569") == files_of_first
    pdf = PdfReader(io.BytesIO(files_of_first["manual.pdf"]))
    assert len(pdf.pages) == PAGES
    assert pdf.metadata is not None
    assert pdf.metadata.title == "งานการจัดระบบบริหารสำนักงานเขตพื้นที่การศึกษา"
    assert pdf.metadata.author == "นางพิสมัย ทองหล้า"


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_an_edited_pdf_is_kept_and_the_new_one_lies_beside_it(content: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "2569" / "manual.pdf"
    pdf.parent.mkdir()
    pdf.write_bytes(b"signed by hand")
    result = _run("build", "-C", content, "--out", tmp_path, "--pdf")

    assert (result.exit_code, "E402" in result.stdout) == (0, True)
    assert pdf.read_bytes() == b"signed by hand"
    assert (tmp_path / "2569/manual.new.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_a_pdf_without_an_office_suite_is_a_fault_of_the_machine(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("available_engines", "expected_engine"):
        monkeypatch.setattr(f"esa_docs.pages.{module}.find_office_suite", lambda: None)
    result = _run("build", "-C", content, "--out", tmp_path, "--pdf", "--format", "json")

    assert (result.exit_code, {row["code"] for row in json.loads(result.stdout)}) == (3, {"E726"})
    assert [path.name for path in (tmp_path / "2569").iterdir()] == ["manual.docx"]
