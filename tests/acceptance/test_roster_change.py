"""One change in the roster changes every shipped document that names the person, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
import yaml
from docx.text.paragraph import Paragraph

from esa_docs import api

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 9, 16)
OLD, NEW = "นายสมมติ นามตัวอย่าง", "ว่าที่ร้อยตรี สมปอง นามสมมติใหม่"
OF_OLD = "    prefix: นาย\n    first_name: สมมติ\n    last_name: นามตัวอย่าง\n"
OF_NEW = "    prefix: ว่าที่ร้อยตรี\n    first_name: สมปอง\n    last_name: นามสมมติใหม่\n"
POST = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"


class Made(NamedTuple):
    """A Word file: its bytes, and the visible text of each paragraph of its body, heads and feet."""

    data: bytes
    lines: list[str]


def lines_of(path: Path) -> list[str]:
    """Read a Word file with python-docx; a space is a space, whatever holds it together."""
    document = docx.Document(str(path))
    parts = [document.element.body]
    for one in document.sections:
        parts += [head._element for head in (one.header, one.first_page_header, one.footer)]
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    texts = [Paragraph(one, document._body).text for part in parts for one in part.iter(tag)]
    return [text.replace("\u00a0", " ") for text in texts]


def build(content: Path, out: Path) -> dict[str, Made]:
    """Build every document of a project and give each by its name."""
    report = api.build(api.load(content), out=out, today=TODAY)
    assert [one for one in report.diagnostics if one.is_error] == []
    folder = out / "2569"
    paths = sorted(folder.rglob("*.docx"))
    return {
        path.relative_to(folder).with_suffix("").as_posix(): Made(path.read_bytes(), lines_of(path))
        for path in paths
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    return build(ROOT / "content", tmp_path_factory.mktemp("before"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def changed(before: dict[str, Made], after: dict[str, Made]) -> set[str]:
    assert before.keys() == after.keys()
    return {name for name, one in before.items() if one.data != after[name].data}


def test_another_name_changes_exactly_the_lines_that_had_the_old_one(
    before: dict[str, Made], content: Path, tmp_path: Path
) -> None:
    naming = {name for name, one in before.items() if any(OLD in line for line in one.lines)}
    assert {"orders/kpi", "orders/pmqa-steering", "announcements/service-standards"} <= naming
    assert "manual" not in naming

    edit(content / "people.yaml", OF_OLD, OF_NEW)
    after = build(content, tmp_path / "out")

    assert changed(before, after) == naming
    for name in naming:
        assert after[name].lines == [line.replace(OLD, NEW) for line in before[name].lines], name


def test_another_director_signs_what_names_no_signer_and_the_old_one_stays_where_named(
    before: dict[str, Made], content: Path, tmp_path: Path
) -> None:
    issued = {
        path.relative_to(content / "2569").with_suffix("").as_posix(): yaml.safe_load(path.read_bytes())
        for path in sorted((content / "2569").rglob("*.yaml"))
    }
    by_director = {
        name
        for name, one in issued.items()
        if one.get("kind") in {"order", "announcement"} and "signature" not in one
    }
    assert len(by_director) >= 6

    people = content / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(f"{text}  - id: ผอใหม่\n{OF_NEW}    position: {POST}\n", encoding="utf-8")
    edit(content / "office.yaml", "director: สมมติ\n", "director: ผอใหม่\n")
    after = build(content, tmp_path / "out")

    kinds = {name: one.get("kind") for name, one in issued.items()}
    told = {name for name in changed(before, after) if kinds.get(name) in {"order", "announcement", "manual"}}
    assert told == by_director
    for name in by_director:
        expected = [NEW.join(("(", ")")) if line == f"({OLD})" else line for line in before[name].lines]
        assert after[name].lines == expected, name
    steering = "\n".join(after["orders/pmqa-steering"].lines)
    assert len(re.findall(OLD, steering)) == 1


def test_a_person_whom_no_document_names_changes_none(
    before: dict[str, Made], content: Path, tmp_path: Path
) -> None:
    people = content / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(f"{text}  - id: ใหม่\n{OF_NEW}    position: นักจัดการงานทั่วไป\n", encoding="utf-8")
    assert changed(before, build(content, tmp_path / "out")) == set()
