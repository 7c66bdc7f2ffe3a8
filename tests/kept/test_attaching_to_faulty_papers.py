"""A scan belongs to the version that is kept: faults of content files keep nobody from attaching it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kept_office import OCCASION, codes, issue, pdf_of, replace_text, send, sha256, version_path, write_papers
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import ContentError

ORDER = "2569/orders/x.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with an order that was sent."""
    root = write_papers(tmp_path / "office")
    issue(root)
    send(root)
    (tmp_path / "scan.pdf").write_bytes(pdf_of())
    return root


def break_own_file(root: Path) -> None:
    replace_text(root / ORDER, "subject:", "subjekt:")


def break_yaml(root: Path) -> None:
    put(root, ORDER, "kind: order\nsubject: [\n")


def break_another_file(root: Path) -> None:
    put(root, "2569/orders/other.yaml", "kind: order\nsubjekt: ก\n")


def break_roster(root: Path) -> None:
    put(root, "people.yaml", "people: [\n")


@pytest.mark.parametrize("break_file", [break_own_file, break_yaml, break_another_file, break_roster])
def test_a_scan_is_attached_whatever_content_has_become(
    break_file: Callable[[Path], None], root: Path, tmp_path: Path
) -> None:
    break_file(root)
    attachment = api.attach(root, "orders/x", tmp_path / "scan.pdf", occasion=OCCASION)
    assert (attachment.path.name, attachment.is_written) == ("scan-1.pdf", True)
    assert sha256(attachment.path.read_bytes()) == sha256(pdf_of())


def test_what_is_kept_is_still_looked_at(root: Path, tmp_path: Path) -> None:
    break_own_file(root)
    version_path(root).unlink()
    with pytest.raises(ContentError) as caught:
        api.attach(root, "orders/x", tmp_path / "scan.pdf", occasion=OCCASION)
    assert set(codes(caught.value.diagnostics)) == {"E450"}
    folder = version_path(root).parent.as_posix()
    places = [diagnostic.location.path for diagnostic in caught.value.diagnostics]
    assert [place for place in places if not place.startswith(folder)] == []


def test_a_paper_that_is_not_kept_is_refused_with_the_errors_of_its_file(root: Path, tmp_path: Path) -> None:
    break_another_file(root)
    with pytest.raises(ContentError) as caught:
        api.attach(root, "orders/other", tmp_path / "scan.pdf", occasion=OCCASION)
    assert "E459" not in codes(caught.value.diagnostics)
    assert not (root / "issued/2569/orders/other").exists()
