"""Memos that ask owners of a self-assessment for their share, or remind them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from assessed_office import INDICATOR, OFFICE, SAR, SAR_SCHEME, write_project
from click.testing import CliRunner, Result
from written_project import put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import has_errors
from esa_docs.jobs.building.plan import Choice

REPORT = "รายงานการประเมินตนเอง (SAR) ตามมาตรฐานตัวอย่าง พ.ศ. 2569 ปีงบประมาณ พ.ศ. 2569"
OFFICE_NAME = "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต 1"
ORDER = """\
kind: order
subject: แต่งตั้งคณะทำงาน
cause: [ด้วย]
signature: {by: ผอ}
committees:
  - name: คณะทำงาน
    kind: คณะทำงาน
    members:
      - {person: ก, role: หัวหน้าคณะทำงาน}
      - {person: ข, role: คณะทำงานและเลขานุการ}
    duties: [ทำงาน]
"""


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    on(monkeypatch, dt.date(2026, 9, 16))
    return write_project(tmp_path / "content")


def on(monkeypatch: pytest.MonkeyPatch, day: dt.date) -> None:
    monkeypatch.setattr(api, "this_day", lambda: day)


def draft(*arguments: str) -> Result:
    result = CliRunner().invoke(app, ["status", *arguments, "--draft-memos"])
    assert result.exit_code == 0, result.output
    return result


def names(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "2569/memos").glob("*"))


def memo(root: Path, name: str) -> dict[str, Any]:
    text = (root / f"2569/memos/{name}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


def test_the_late_are_reminded_of_what_is_late_at_their_post(root: Path) -> None:
    result = draft("sar")
    assert names(root) == ["remind-sar-12-ก", "remind-sar-12-ข"]
    assert "draft written: content/2569/memos/remind-sar-12-ก.yaml" in result.stderr
    assert memo(root, "remind-sar-12-ข") == {
        "kind": "memo",
        "draft": True,
        "to": "ผู้อำนวยการกลุ่มสอง",
        "subject": f"ขอให้เร่งส่งข้อมูลรอบ 12 เดือน ประกอบ{REPORT}",
        "text": [
            f"ตามที่{OFFICE_NAME} กำหนดให้ส่งข้อมูลรอบ 12 เดือน ประกอบ{REPORT} ภายในวันที่ 15 กันยายน 2569 นั้น",
            "บัดนี้พ้นกำหนดแล้ว ข้อมูลในส่วนที่ท่านรับผิดชอบยังไม่ครบ ดังนี้",
            "1. ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2 (ระดับคุณภาพ)",
            "2. ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2 (หลักฐาน)",
        ],
        "closing": "จึงเรียนมาเพื่อโปรดเร่งดำเนินการ",
        "signature": {"by": "ผอ"},
    }


def test_memos_of_a_report_in_a_folder_lie_beside_the_others(root: Path) -> None:
    for name in ("sar.yaml", "sar/1-1.yaml"):
        (root / "2569" / name).unlink()
    put(root, "2569/reports/sar.yaml", SAR)
    put(root, "2569/reports/sar/1-1.yaml", INDICATOR.replace("part_of: sar", "part_of: reports/sar"))

    draft("reports/sar")

    assert names(root) == ["remind-reports-sar-12-ก", "remind-reports-sar-12-ข"]


def test_before_the_day_they_are_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, dt.date(2026, 9, 15))
    draft("sar")
    assert names(root) == ["ask-sar-12-ก", "ask-sar-12-ข"]
    asking = memo(root, "ask-sar-12-ก")
    assert asking["subject"] == f"ขอให้ส่งข้อมูลรอบ 12 เดือน ประกอบ{REPORT}"
    assert asking["text"] == [
        f"ด้วย{OFFICE_NAME} อยู่ระหว่างจัดทำ{REPORT} ซึ่งท่านเป็นผู้รับผิดชอบข้อมูลบางส่วน",
        "ในการนี้ ขอให้ส่งข้อมูลรอบ 12 เดือน ภายในวันที่ 15 กันยายน 2569 ดังนี้",
        "1. ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 3 (ผลการดำเนินงานและระดับคุณภาพ)",
    ]


def test_who_owes_both_rounds_is_asked_for_the_first_and_reminded_of_all_that_is_late(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "2569/sar/1-2.yaml", "part_of: sar\nindicator: '1.2'\nowner: ข\n")
    put(root, "2569/sar/1-1.yaml", INDICATOR.replace("    owner: ข\n", ""))
    for day in (dt.date(2026, 3, 31), dt.date(2026, 4, 1), dt.date(2026, 9, 16)):
        on(monkeypatch, day)
        draft("sar")
    assert [name for name in names(root) if name.endswith("ข")] == [
        "ask-sar-6-ข",
        "remind-sar-12-ข",
        "remind-sar-6-ข",
    ]
    assert memo(root, "ask-sar-6-ข")["text"][1:] == [
        "ในการนี้ ขอให้ส่งข้อมูลรอบ 6 เดือน ภายในวันที่ 31 มีนาคม 2569 ดังนี้",
        "1. ตัวบ่งชี้ที่ 1.2 (ผลการดำเนินงานและระดับคุณภาพ)",
    ]
    late = memo(root, "remind-sar-12-ข")
    assert late["text"][0].endswith("ภายในกำหนดของแต่ละรายการ นั้น")
    assert late["text"][2:] == [
        "1. ตัวบ่งชี้ที่ 1.2 รอบ 6 เดือน (ผลการดำเนินงานและระดับคุณภาพ) กำหนดส่ง 31 มี.ค. 2569",
        "2. ตัวบ่งชี้ที่ 1.2 รอบ 12 เดือน (ผลการดำเนินงานและระดับคุณภาพ) กำหนดส่ง 15 ก.ย. 2569",
    ]


def test_without_a_day_it_is_asked_for_soon(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: small\n")
    draft("sar")
    assert memo(root, "ask-sar-12-ก")["text"][1] == "ในการนี้ ขอให้ส่งข้อมูลรอบ 12 เดือนโดยเร็ว ดังนี้"


def test_who_lacks_evidence_alone_is_asked_for_it(root: Path) -> None:
    put(root, "2569/sar/1-1.yaml", INDICATOR.replace("{results: [ทำแล้ว]}", "{results: [ทำแล้ว], level: 2}"))
    draft("sar")
    asking = memo(root, "ask-sar-12-ข")
    assert asking["subject"] == f"ขอให้ส่งหลักฐาน ประกอบ{REPORT}"
    assert asking["text"][1:] == [
        "ในการนี้ ขอให้ส่งหลักฐานโดยเร็ว ดังนี้",
        "1. ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2 (หลักฐาน)",
    ]


def test_drafts_pass_the_check_and_build(root: Path) -> None:
    draft()
    project = api.load(root)
    assert not has_errors(api.check(project))
    memos = [document for document in project.documents if document.kind == "memo"]
    assert [document.name for document in memos] == [
        "memos/remind-pmqa-12-ก",
        "memos/remind-sar-12-ก",
        "memos/remind-sar-12-ข",
    ]
    for document in memos:
        assert document.is_draft
    report = api.build(project, out=root.parent / "build", choice=Choice(kinds=("memo",)))
    assert not has_errors(report.diagnostics)
    stems = sorted(path.stem for path in (root.parent / "build/2569/memos").glob("*.docx"))
    assert stems == ["remind-pmqa-12-ก", "remind-sar-12-ก", "remind-sar-12-ข"]


def test_a_file_that_is_there_is_left_alone(root: Path) -> None:
    path = put(root, "2569/memos/remind-sar-12-ก.yaml", "kind: memo\n# mine\n")
    result = CliRunner().invoke(app, ["status", "sar", "--draft-memos"])
    assert path.read_text(encoding="utf-8") == "kind: memo\n# mine\n"
    assert "already there, not written again: content/2569/memos/remind-sar-12-ก.yaml" in result.stderr
    assert names(root) == ["remind-sar-12-ก", "remind-sar-12-ข"]


def test_without_a_director_the_secretary_of_the_working_group_signs(root: Path) -> None:
    put(root, "office.yaml", OFFICE.replace("director: ผอ\n", ""))
    put(root, "2569/orders/group.yaml", ORDER)
    put(root, "2569/sar.yaml", f"{SAR}order: orders/group\n")
    draft("sar")
    assert names(root) == ["remind-sar-12-ก"]  # ข would write to herself
    assert memo(root, "remind-sar-12-ก")["signature"] == {"by": "ข"}
    assert not has_errors(api.check(api.load(root)))


def test_where_nobody_could_sign_it_is_told(root: Path) -> None:
    put(root, "office.yaml", OFFICE.replace("director: ผอ\n", ""))
    result = draft("sar")
    assert "no memos for 2569/sar" in result.stderr
    assert names(root) == []


def test_where_all_is_there_nobody_is_asked(root: Path) -> None:
    scheme_of_one_issue = SAR_SCHEME.replace(", {number: 2}, {number: 3}", "")
    scheme, _second_indicator = scheme_of_one_issue.split("      - {number: 2,")
    indicator, _issues_two_and_three = INDICATOR.split("  - number: 2")
    put(root, "schemes/sar.yaml", scheme)
    put(root, "2569/sar/1-1.yaml", indicator)
    result = draft("sar")
    assert "There is nobody to be asked or reminded." in result.stderr
    assert names(root) == []
