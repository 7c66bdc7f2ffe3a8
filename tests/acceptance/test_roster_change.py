"""One change in the roster changes every shipped document that names the person, and no other."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
import yaml
from docx.text.paragraph import Paragraph

from esa_docs import api
from esa_docs.diagnostics import has_errors

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 9, 16)
OLD, NEW = "นายสมมติ นามตัวอย่าง", "ว่าที่ร้อยตรี สมปอง นามสมมติใหม่"
OF_OLD = "    prefix: นาย\n    first_name: สมมติ\n    last_name: นามตัวอย่าง\n"
OF_NEW = "    prefix: ว่าที่ร้อยตรี\n    first_name: สมปอง\n    last_name: นามสมมติใหม่\n"
PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
POST = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"


class WordFile(NamedTuple):
    """A Word file: its bytes, and the visible text of each paragraph of its body, heads and feet."""

    data: bytes
    lines: list[str]


def lines_of(path: Path) -> list[str]:
    """Return the text of each paragraph of a Word file, in which a no-break space is a space."""
    document = docx.Document(str(path))
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.first_page_header._element, section.footer._element]
    lines: list[str] = []
    for part in parts:
        for element in part.iter(PARAGRAPH):
            text = Paragraph(element, document._body).text
            lines.append(text.replace("\u00a0", " "))
    return lines


def build(content: Path, out: Path) -> dict[str, WordFile]:
    """Build every document of a project; return each by its name."""
    report = api.build(api.load(content), out=out, today=TODAY)
    assert not has_errors(report.diagnostics)
    files: dict[str, WordFile] = {}
    for path in sorted((out / "2569").rglob("*.docx")):
        files[name_of(path, out)] = WordFile(path.read_bytes(), lines_of(path))
    return files


def name_of(path: Path, root: Path) -> str:
    """Return the name of a document, by a file of it in the folder of 2569."""
    return path.relative_to(root / "2569").with_suffix("").as_posix()


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, WordFile]:
    return build(ROOT / "content", tmp_path_factory.mktemp("before"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def changed_names(before: dict[str, WordFile], after: dict[str, WordFile]) -> set[str]:
    """Return the names of the documents whose files differ."""
    assert before.keys() == after.keys()
    return {name for name, file in before.items() if file.data != after[name].data}


def test_another_name_changes_exactly_the_lines_that_had_the_old_one(
    before: dict[str, WordFile], content: Path, tmp_path: Path
) -> None:
    naming = {name for name, file in before.items() if OLD in "\n".join(file.lines)}
    assert {"orders/kpi", "orders/pmqa-steering", "announcements/service-standards"} <= naming
    assert "manual" not in naming

    edit(content / "people.yaml", OF_OLD, OF_NEW)
    after = build(content, tmp_path / "out")

    assert changed_names(before, after) == naming
    for name in naming:
        expected_lines = [line.replace(OLD, NEW) for line in before[name].lines]
        assert after[name].lines == expected_lines, name


def test_another_director_signs_what_names_no_signer_and_the_old_one_stays_where_named(
    before: dict[str, WordFile], content: Path, tmp_path: Path
) -> None:
    kinds: dict[str, str | None] = {}
    signed_by_director: set[str] = set()
    for path in (content / "2569").rglob("*.yaml"):
        name = name_of(path, content)
        document = yaml.safe_load(path.read_bytes())
        kinds[name] = document.get("kind")
        if kinds[name] in {"order", "announcement"} and "signature" not in document:
            signed_by_director.add(name)
    assert len(signed_by_director) >= 6

    people = content / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(f"{text}  - id: ผอใหม่\n{OF_NEW}    position: {POST}\n", encoding="utf-8")
    edit(content / "office.yaml", "director: สมมติ\n", "director: ผอใหม่\n")
    after = build(content, tmp_path / "out")

    compared_kinds = {"order", "announcement", "manual"}
    changed = {name for name in changed_names(before, after) if kinds.get(name) in compared_kinds}
    assert changed == signed_by_director
    for name in signed_by_director:
        expected_lines: list[str] = []
        for line in before[name].lines:
            expected_line = f"({NEW})" if line == f"({OLD})" else line
            expected_lines.append(expected_line)
        assert after[name].lines == expected_lines, name
    steering = "\n".join(after["orders/pmqa-steering"].lines)
    assert steering.count(OLD) == 1


def test_a_person_whom_no_document_names_changes_none(
    before: dict[str, WordFile], content: Path, tmp_path: Path
) -> None:
    people = content / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(f"{text}  - id: ใหม่\n{OF_NEW}    position: นักจัดการงานทั่วไป\n", encoding="utf-8")
    assert changed_names(before, build(content, tmp_path / "out")) == set()
