"""The cure of a file that is not there: a path of one machine and an address of the web are told as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.source.assets.missing_files import hint_of_missing_file

PLAIN = "Put the file there"
OF_MACHINE = "Put the file into the project folder"
OF_EVIDENCE = "Put the file into the folder 'evidence/'"
OF_WEB = "This is an address: save"
OF_LINK = "This is an address: write it at 'link:'"


@pytest.mark.parametrize(
    ("written_path", "hint", "hint_of_evidence"),
    [
        ("evidence/x.pdf", PLAIN, PLAIN),
        ("evidence\\x.pdf", PLAIN, PLAIN),
        ("../x.pdf", PLAIN, PLAIN),
        ("C:\\x.pdf", OF_MACHINE, OF_EVIDENCE),
        ("d:x.pdf", OF_MACHINE, OF_EVIDENCE),
        ("\\\\server\\x.pdf", OF_MACHINE, OF_EVIDENCE),
        ("/home/x.pdf", OF_MACHINE, OF_EVIDENCE),
        ("file:///C:/x.pdf", OF_MACHINE, OF_EVIDENCE),
        ("https://x.go.th", OF_WEB, OF_LINK),
        ("HTTP://x.go.th/a.pdf", OF_WEB, OF_LINK),
    ],
)
def test_the_cure_is_that_of_what_was_written(
    monkeypatch: pytest.MonkeyPatch, written_path: str, hint: str, hint_of_evidence: str
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    assert hint_of_missing_file(written_path, Path("x")).startswith(hint)
    assert hint_of_missing_file(written_path, Path("x"), is_evidence=True).startswith(hint_of_evidence)


def test_evidence_at_an_address_is_told_to_be_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = put_office(tmp_path)
    text = (
        "kind: sar\nscheme: sar-2560\nindicators:\n  - indicator: '1.2'\n    issues:\n      - number: 1\n"
        "        evidence: [{code: E-1, name: รายงาน, file: 'https://x.go.th'}]\n"
    )
    put(root, "2569/sar.yaml", text)
    hints = [diagnostic.hint for diagnostic in api.load(root).diagnostics if diagnostic.code == "E670"]
    assert [hint[: len(OF_LINK)] for hint in hints] == [OF_LINK]
