"""Further versions of one paper that was sent are compared with what was sent, not with what is kept last."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_office import (
    files_in,
    issue,
    issue_again,
    replace_text,
    send,
    version_path,
    with_code,
    write_papers,
)

from esa_docs import api

SUBJECT = "subject: เรื่องของคำสั่ง"
CORRECTED = "subject: เรื่องของคำสั่งที่แก้"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return the content file of an order that was sent, and of which a corrected version is kept since."""
    root = write_papers(tmp_path / "office")
    issue(root)
    send(root)
    path = root / "2569/orders/x.yaml"
    replace_text(path, SUBJECT, CORRECTED)
    assert len(with_code(issue_again(root).diagnostics, "E458")) == 1
    return path


def test_a_correction_that_is_undone_is_what_was_sent(paper: Path) -> None:
    root = paper.parents[2]
    replace_text(paper, CORRECTED, SUBJECT)
    assert with_code(issue_again(root).diagnostics, "E458") == []
    first_files, third_files = (files_in(version_path(root, number=number)) for number in (1, 3))
    assert third_files == first_files
    history = api.load(root).histories["2569/orders/x"]
    assert (history.last_sent, history.is_sent) == (history.versions[0], True)


def test_a_further_correction_is_told_again(paper: Path) -> None:
    root = paper.parents[2]
    replace_text(paper, CORRECTED, "subject: เรื่องที่แก้อีก")
    (warning,) = with_code(issue_again(root).diagnostics, "E458")
    assert warning.location.path.endswith("2569/orders/x.yaml")
    assert not api.load(root).histories["2569/orders/x"].is_sent
