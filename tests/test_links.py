"""Which links are let through: what browsers and machines make of them, not how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.links import LinkSort, is_safe_address, sort_of_link

SAR = """\
kind: sar
scheme: sar-2560
indicators:
  - indicator: 1.1
    issues:
      - number: 1
        evidence:
          - {code: E-1, name: ข, link: 'LINK'}
"""
SORTS = [
    *[(link, LinkSort.SAFE) for link in ("https://a.go.th", " HTTP://a", "mailto:a@b.go.th", "ht\ttps://a")],
    *[(link, LinkSort.PLAIN) for link in ("a.go.th:8080/x", "a.go.th", "localhost:80", "ห้อง 5: ตู้ 2")],
    *[(link, LinkSort.PLAIN) for link in ("AMSS: หนังสือรับ 12", "drive.google.com/a?b=c:d")],
    *[(link, LinkSort.PLACE) for link in ("C:\\x.pdf", "c:x", "D:/x", "\\\\srv\\x", "//srv/x", "/home/x")],
    *[(link, LinkSort.PLACE) for link in ("..\\x.pdf", "งาน\\x.pdf", "./x", "~/x")],
    *[(link, LinkSort.OTHER) for link in ("javascript:1", "JavaScript: x", "java\nscript:x", "\x01data:x")],
    *[(link, LinkSort.PLACE) for link in ("file:///c:/x", "file: C:/x", " File:\\\\srv\\x")],
    *[(link, LinkSort.PLAIN) for link in ("profile: ก", "แฟ้ม: ก")],
    *[(link, LinkSort.OTHER) for link in ("ftp://a", "ms-word:ofe|u|x", "vbscript:1")],
]


@pytest.mark.parametrize(("link", "sort"), SORTS)
def test_the_sort_of_a_link(link: str, sort: LinkSort) -> None:
    assert sort_of_link(link) is sort
    assert is_safe_address(link) is (sort is LinkSort.SAFE)


@pytest.mark.parametrize(
    ("link", "code"),
    [("C:\\x.pdf", "E227"), ("\\\\srv\\x", "E227"), ("javascript:1", "E479"), ("a.go.th:8080", "")],
)
def test_a_link_in_content_is_told_at_its_place(link: str, code: str, tmp_path: Path) -> None:
    put_office(tmp_path)
    text = SAR.replace("LINK", link)
    put(tmp_path, "2569/own.yaml", text)
    errors = [d for d in api.check(api.load(tmp_path)) if d.is_error]
    places = [(d.code, d.location.line, d.location.column) for d in errors]
    column = text.splitlines()[7].index("'") + 1
    expected_places = [(code, 8, column)] if code else []
    assert places == expected_places
