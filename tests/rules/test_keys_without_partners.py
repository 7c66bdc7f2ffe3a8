"""A key whose partner is missing, or that a switch hides, is told at its place (E222, E629)."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import Severity

ORDER = """\
kind: order
subject: ก
cause: [ด้วย]
committees:
  - name: ข
    members: [{person: ก, role: ประธานกรรมการ}]
    duties_heading: หน้าที่และอำนาจ
"""
MANUAL = (Path(__file__).parents[1] / "corpus" / "manual" / "good.yaml").read_text(encoding="utf-8")
FLOW = """\
    flow:
      show_owner: false
      show_time: false
      nodes: [{id: "1", owner: ผู้ดูแล, time: 3 วัน}]
"""
SAR = """\
kind: sar
scheme: sar-2560
round: six_months
indicators:
  - indicator: 1.1
    issues:
      - number: 1
        twelve_months: {results: [ผลปลายปี]}
"""
SIGNED = "kind: {kind}\nscheme: {scheme}\nsignature: {{by: ก, for_position: ผู้อำนวยการ}}\n"


@pytest.mark.parametrize(
    ("text", "code", "field", "severity"),
    [
        (ORDER, "E222", "committees[0].duties_heading", Severity.WARNING),
        (SAR, "E222", "indicators[0].issues[0].twelve_months", Severity.INFO),
        (SIGNED.format(kind="sar", scheme="sar-2560"), "E629", "signature.for_position", Severity.ERROR),
        (SIGNED.format(kind="pmqa", scheme="pmqa-4.0"), "E629", "signature.for_position", Severity.ERROR),
    ],
)
def test_it_is_told_where_it_stands(
    text: str, code: str, field: str, severity: Severity, tmp_path: Path
) -> None:
    put(put_office(tmp_path), "2569/own.yaml", text)
    (diagnostic,) = [d for d in api.check(api.load(tmp_path)) if d.code == code]
    assert (diagnostic.field, diagnostic.severity) == (field, severity)
    line = text.splitlines()[diagnostic.location.line - 1]
    assert line[diagnostic.location.column - 1 :].startswith(("หน้าที่และอำนาจ", "{results", "ผู้อำนวยการ"))


def test_notes_that_a_flow_chart_does_not_show_are_told(tmp_path: Path) -> None:
    put_office(tmp_path)
    text = MANUAL.replace("author: สมชาย", "author: ก").rstrip("\n")
    put(tmp_path, "2569/own.yaml", f"{text}\n{FLOW}")
    diagnostics = [d for d in api.check(api.load(tmp_path)) if d.code == "E222"]
    assert [d.field for d in diagnostics] == ["works[0].flow.nodes[0].owner", "works[0].flow.nodes[0].time"]
    put(tmp_path, "2569/own.yaml", f"{text}\n{FLOW.replace('false', 'true')}")
    assert [d.code for d in api.check(api.load(tmp_path)) if d.code == "E222"] == []
