"""Annexes whose pages are those of a PDF: found, bound at their place, with the scan of a signed paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from annexed_papers import TODAY, order_of, plain_word_file, rendered, told_of, write_order
from kept_office import OCCASION, issue, pdf_of, write_papers
from written_project import put

from esa_docs import api
from esa_docs.jobs.building.annex import open_annex
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.kept.kept_evidence import with_logged_hashes
from esa_docs.kinds import KINDS
from esa_docs.model.document import AnnexGroup, Document
from esa_docs.word.render import build_context

THREE = """\
  - {title: แบบ, paragraphs: [ก]}
  - {title: ระเบียบ, file: files/rule.pdf}
  - {title: คู่มือ, file: files/file.docx}
  - {title: แผนผัง, file: files/plan.PDF}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    for name in ("rule.pdf", "plan.PDF"):
        (tmp_path / "files" / name).write_bytes(pdf_of())
    (tmp_path / "files" / "file.docx").write_bytes(plain_word_file())
    return write_order(tmp_path, THREE)


def test_pdf_annexes_are_bound_with_their_letters_before_the_next_that_is_printed(root: Path) -> None:
    annex = order_of(root).annex
    assert [(file.code, file.name, file.path.name, file.before) for file in annex] == [
        ("ภาคผนวก ข", "ระเบียบ", "rule.pdf", 3),
        ("ภาคผนวก ง", "แผนผัง", "plan.PDF", 0),
    ]
    assert {file.group for file in annex} == {AnnexGroup.ANNEX}
    assert annex[0].field == "annexes[1].file"


def test_the_page_before_a_pdf_annex_names_it_as_an_annex(root: Path) -> None:
    document = order_of(root)
    annex = open_annex(Job(document, root / "a.docx", with_pdf=True), TODAY)
    assert annex.diagnostics == ()
    from esa_docs.jobs.building.dividers import divider_of  # noqa: PLC0415

    (first, _second) = document.annex
    evidence: Any = build_context(divider_of(document, first))["evidence"]
    assert (evidence["sort"], evidence["code"], evidence["name"]) == ("ภาคผนวก", "ข", "ระเบียบ")


def test_the_word_file_has_the_others(root: Path) -> None:
    file = rendered(root)
    assert file.value is not None
    assert "E704" not in {each.code for each in file.diagnostics}


@pytest.mark.parametrize("name", ["rule.pdf", "file.docx"])
def test_the_bytes_of_each_file_count_in_the_fingerprint(root: Path, name: str) -> None:
    before = fingerprint(order_of(root), "an engine")
    path = root / "files" / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert fingerprint(order_of(root), "an engine") != before


def test_a_pdf_that_cannot_be_read_is_told_at_its_annex(root: Path) -> None:
    (root / "files/rule.pdf").write_bytes(b"%PDF-1.7 no PDF")
    annex = open_annex(Job(order_of(root), root / "a.docx", with_pdf=True), TODAY)
    assert [(each.code, each.field) for each in annex.diagnostics] == [("E690", "annexes[1].file")]


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """Write a project with a signed order, and an order that has it as an annex."""
    root = write_papers(tmp_path / "office")
    issue(root)
    text = (root / "2569/orders/x.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("number:", "date:"))]
    annexes = "annexes: [{title: คำสั่งแต่งตั้ง, document: orders/x}]"
    put(root, "2569/orders/y.yaml", "\n".join([*lines, annexes, ""]))
    return root


def y_of(root: Path) -> Document[Any]:
    return api.find(api.load(root), "orders/y")


def test_a_signed_paper_without_a_scan_is_told_with_the_command(signed: Path) -> None:
    diagnostics = [each for each in api.check(api.load(signed)) if each.code == "W520"]
    ((field, hint),) = [(each.field, each.hint) for each in diagnostics]
    assert (field, "esa-docs attach orders/x FILE.pdf" in hint) == ("annexes[0].document", True)
    assert y_of(signed).annex == ()


def test_the_newest_scan_of_a_signed_paper_is_bound_as_it_was_filed(signed: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        scan = tmp_path / f"{number}.pdf"
        scan.write_bytes(pdf_of() + b"\n" * number)
        api.attach(signed, "orders/x", scan, occasion=OCCASION)
    (file,) = y_of(signed).annex
    assert (file.path.name, file.name, file.code) == ("scan-2.pdf", "คำสั่งแต่งตั้ง", "ภาคผนวก")
    project = api.load(signed)
    (logged,) = with_logged_hashes(project, y_of(signed)).annex
    assert len(logged.sha256) == 64
    assert "W520" not in {each.code for each in api.check(project)}


def test_other_papers_of_the_content_bind_no_annexes(root: Path) -> None:
    document = order_of(root)
    assert copies_of(document, KINDS) == (document,)
    assert told_of(root) == []


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0 a photograph", b"x" * 1024 + b"%PDF-1.7"])
def test_a_file_that_is_no_pdf_is_told_before_anything_is_bound(root: Path, data: bytes) -> None:
    (root / "files" / "rule.pdf").write_bytes(data)
    assert told_of(root) == [("E483", "annexes[1].file")]


def test_a_pdf_may_begin_behind_other_bytes(root: Path) -> None:
    (root / "files" / "rule.pdf").write_bytes(b"\n\n" + pdf_of())
    assert told_of(root) == []
