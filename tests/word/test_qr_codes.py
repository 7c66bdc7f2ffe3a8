"""QR codes in Word files: what a reader that is not ours reads in them, their size, where they stand."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from finished import make_without_emblem
from invented_office import AREA_OFFICE
from lxml import etree
from pmqa_reports import report as pmqa_report
from qr_papers import codes_in, printed, put_letter
from sar_content import evidence, issue, report
from word_files import DOCUMENT, W, alter_part, lines_of, parts_of, xml_of, xpath
from written_project import diagnostics_of, put

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.rules import check_link_lengths
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import Document
from esa_docs.model.office import Office
from esa_docs.model.qr_codes import MOST_BYTES

TEMPLATES = Path(__file__).parents[2] / "templates_docx"
THAI = "https://example.go.th/ไฟล์/คู่มือ.pdf"
SHORT = "https://example.go.th/a"
TO = "to: นายอำเภอตัวอย่าง\ntext: [ด้วยเหตุ]\n"
ATTACHMENTS = f"""\
attachments:
  - {{text: กำหนดการ, link: '{SHORT}'}}
  - {{text: แบบสำรวจ, count: 12, unit: แผ่น}}
  - {{text: คู่มือ, count: 2, unit: เล่ม, link: '{THAI}'}}
reply_link: https://forms.example.org/reply?id=1&x=2
"""


def cells_of_codes(data: bytes) -> list[str]:
    """Return the words below each code."""
    cells = xpath(xml_of(data), ".//w:tc[.//a:blip]")
    return ["".join(xpath(cell, ".//w:t/text()")).replace("\u00a0", " ") for cell in cells]


def test_a_letter_has_the_codes_of_its_attachments_and_of_the_reply_at_its_foot(tmp_path: Path) -> None:
    data = printed(put_letter(tmp_path, TO + ATTACHMENTS))
    codes = codes_in(data)
    addresses = [SHORT, THAI, "https://forms.example.org/reply?id=1&x=2"]
    assert [code.address for code in codes] == addresses
    assert [code.alternative for code in codes] == addresses
    assert [code.level for code in codes] == ["M", "M", "M"]
    assert cells_of_codes(data) == ["สิ่งที่ส่งมาด้วย ๑ กำหนดการ", "สิ่งที่ส่งมาด้วย ๓ คู่มือ", "แบบตอบรับ"]
    lines = [line.strip() for line in lines_of(data)]
    assert lines.index("โทร. ๐ ๒๑๑๑ ๑๑๑๑") < lines.index("แบบตอบรับ")


def test_counts_stand_in_their_column_in_the_words_of_the_clerk(tmp_path: Path) -> None:
    _head, table, _codes = xpath(xml_of(printed(put_letter(tmp_path, TO + ATTACHMENTS))), ".//w:tbl")
    rows = []
    for row in xpath(table, "./w:tr"):
        cells = ["".join(xpath(cell, ".//w:t/text()")) for cell in xpath(row, "./w:tc")]
        rows.append("|".join(cells).replace("\u00a0", " ").split("|"))
    assert rows == [
        ["สิ่งที่ส่งมาด้วย", "๑.กำหนดการ", "จำนวน ๑ ฉบับ"],
        ["", "๒.แบบสำรวจ", "จำนวน ๑๒ แผ่น"],
        ["", "๓.คู่มือ", "จำนวน ๒ เล่ม"],
    ]


def test_the_only_attachment_has_no_number(tmp_path: Path) -> None:
    keys = f"{TO}attachments: [{{text: แผนที่, link: '{SHORT}'}}]\n"
    assert cells_of_codes(printed(put_letter(tmp_path, keys))) == ["สิ่งที่ส่งมาด้วย แผนที่"]


def test_codes_are_square_two_centimetres_at_least_and_not_finer_than_pdfs_keep(tmp_path: Path) -> None:
    long_address = SHORT + "x" * (MOST_BYTES - len(SHORT))
    keys = f"{TO}attachments: [{{text: ก, link: '{SHORT}'}}, {{text: ข, link: '{long_address}'}}]\n"
    small, large = codes_in(printed(put_letter(tmp_path, keys)))
    assert large.address == long_address
    assert (small.width_cm, small.height_cm) == (2.5, 2.5)
    # Version 18 has 89 modules, its margin eight (ISO/IEC 18004, table 1): 97 of 0.4 mm.
    assert large.width_cm == large.height_cm == pytest.approx(3.88)
    # 25 modules of version 2, 8 of the margin; 300 dpi on 2.5 cm are 295 pixels, 8 for each of 33.
    assert small.pixels == 264
    assert large.pixels == 97 * 4


@pytest.mark.parametrize(
    ("count", "columns"), [(1, [9070]), (2, [4535] * 2), (3, [3023] * 3), (4, [2267] * 4), (5, [3023] * 3)]
)
def test_long_words_below_codes_get_the_room_of_the_line(
    count: int, columns: list[int], tmp_path: Path
) -> None:
    """The text of a letter is 16 cm wide, 9070 twips; five codes are three and two."""
    attachments = ", ".join(
        f"{{text: รายชื่อผู้เข้าร่วมประชุมทุกกลุ่มโรงเรียน, link: '{SHORT}{n}'}}" for n in range(count)
    )
    data = printed(put_letter(tmp_path, f"{TO}attachments: [{attachments}]\n"))
    table = xpath(xml_of(data), ".//w:tbl[.//w:drawing]")[-1]
    widths = [int(width) for width in xpath(table, "./w:tblGrid/w:gridCol/@w:w")]
    assert widths == pytest.approx(columns, abs=3)
    rows = [len(xpath(row, ".//w:drawing")) for row in xpath(table, "./w:tr")]
    assert rows == {5: [3, 2]}.get(count, [count])


def test_an_address_of_a_byte_more_is_too_long(tmp_path: Path) -> None:
    thai = "https://example.go.th/" + "ก" * 179 + "aa"
    assert len(thai.encode()) == MOST_BYTES + 1
    keys = f"{TO}attachments:\n  - text: ก\n    link: {thai}\nreply_link: {thai}\n"
    project = api.load(put_letter(tmp_path, keys))
    assert diagnostics_of(project) == [("E231", "letter", 9, 11), ("E231", "letter", 10, 13)]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "E479"),
        ("ftp://example.go.th/a", "E479"),
        ("example.go.th/a", "E479"),
        ("https://example.go.th/a (โฟลเดอร์ 3)", "E479"),
        ("mailto:", "E479"),
        ("https://", "E479"),
        ("C:/a.pdf", "E227"),
        ("//server/a", "E227"),
    ],
)
def test_a_code_leads_to_a_page_or_an_address_of_e_mail(tmp_path: Path, address: str, code: str) -> None:
    keys = f"{TO}attachments:\n  - text: ก\n    link: '{address}'\nreply_link: '{address}'\n"
    project = api.load(put_letter(tmp_path, keys))
    assert diagnostics_of(project) == [(code, "letter", 9, 11), (code, "letter", 10, 13)]


def test_an_address_of_e_mail_is_one_to_answer_to(tmp_path: Path) -> None:
    (code,) = codes_in(printed(put_letter(tmp_path, f"{TO}reply_link: mailto:saraban@example.go.th\n")))
    assert code.address == "mailto:saraban@example.go.th"


def test_each_letter_of_a_circular_has_its_codes_and_the_picture_is_there_once(tmp_path: Path) -> None:
    keys = f"recipients: [{{to: โรงเรียนหนึ่ง}}, {{to: โรงเรียนสอง}}]\ntext: [ด้วย]\nreply_link: {SHORT}\n"
    data = printed(put_letter(tmp_path, keys))
    assert [code.address for code in codes_in(data)] == [SHORT, SHORT]
    assert len([name for name in parts_of(data) if "qr-" in name]) == 1
    numbers = xpath(xml_of(data), ".//wp:docPr/@id")
    assert len(numbers) == len(set(numbers)) == 4


def test_a_memo_has_its_codes_below_the_signature(tmp_path: Path) -> None:
    root = put_letter(tmp_path, TO)
    memo = "kind: memo\nsubject: ส่งรายงาน\nsignature: {by: ก}\ntext: [ด้วยเหตุ]\nopinions: [ความเห็น]\n"
    put(root, "2569/memo.yaml", memo + ATTACHMENTS)
    data = printed(root, "memo")
    assert len(codes_in(data)) == 3
    lines = [line.strip() for line in lines_of(data)]
    assert lines.index("ผู้อำนวยการ") < lines.index("แบบตอบรับ") < lines.index("ความเห็น")


def test_a_template_of_the_office_needs_no_change_for_them(tmp_path: Path) -> None:
    """One that prints the foot in a narrow cell has the codes there, one below another."""
    root = put_letter(tmp_path, TO + ATTACHMENTS)
    shipped = (TEMPLATES / "letter.docx").read_bytes()
    put_bytes(root / "templates_docx" / "letter.docx", alter_part(shipped, DOCUMENT, put_foot_into_a_cell))
    data = printed(root)
    assert [code.address for code in codes_in(data)][:2] == [SHORT, THAI]
    assert {code.width_cm for code in codes_in(data)} == {2.5}
    assert [len(xpath(row, "./w:tc")) for row in xpath(xml_of(data), ".//w:tc//w:tr[.//a:blip]")] == [1, 1, 1]


def put_bytes(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


def put_foot_into_a_cell(document: Any) -> None:
    """Put the loop over the foot into a table of one cell."""
    (start,) = xpath(document, ".//w:p[contains(., 'for line in letter.foot')]")
    loop = [start, *start.itersiblings()]
    texts = ["".join(xpath(paragraph, ".//w:t/text()")) for paragraph in loop]
    end = texts.index("{%p endfor %}") + 1
    width = '<w:tcW w:w="3000" w:type="dxa"/>'
    table = etree.fromstring(
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr>{width}</w:tcPr></w:tc></w:tr></w:tbl>'
    )
    start.addprevious(table)
    (cell,) = xpath(table, ".//w:tc")
    cell.extend(loop[:end])


def report_with_links(content: int, **changes: Any) -> Document[Any]:
    """Return a report of which an issue has links, in content of a version."""
    pieces = [
        evidence("E-2", link=SHORT),
        evidence("E-1", link=THAI),
        evidence("E-3", link="AMSS: หนังสือรับที่ 12"),
        evidence("E-4", link=f"{SHORT} โฟลเดอร์ 3"),
        evidence("E-5", file="a.pdf"),
    ]
    indicators = [{"indicator": "1.1", "issues": [issue(1, 5, evidence=pieces)]}]
    document = report(indicators=indicators, **changes)
    return with_content_2(document) if content == 2 else document


def test_evidence_has_the_codes_of_its_links_below_the_results_of_its_issue() -> None:
    data = make_without_emblem(report_with_links(2))
    assert [code.address for code in codes_in(data)] == [THAI, SHORT]
    assert cells_of_codes(data) == ["E-1", "E-2"]
    lines = lines_of(data)
    assert lines.index("ผลสิบสองเดือน 1") < lines.index("E-1") < lines.index("หลักฐาน")


def test_the_words_below_a_code_of_evidence_are_a_live_link() -> None:
    document = xml_of(make_without_emblem(report_with_links(2)))
    (cell, _other) = xpath(document, ".//w:tc[.//a:blip]")
    assert "https://example.go.th/" in etree.tostring(cell).decode()
    assert len(xpath(cell, ".//w:instrText | .//w:hyperlink")) == 1


def test_content_of_version_1_and_a_report_that_says_so_have_no_codes() -> None:
    for document in (report_with_links(1), report_with_links(2, qr_codes=False)):
        data = make_without_emblem(document)
        assert xpath(xml_of(data), ".//a:blip") == []


def test_the_file_of_an_issue_has_the_codes_of_its_links_where_its_report_has_them() -> None:
    form = next(form for form in KINDS.by_name["sar"].forms if form.name != "sar")
    for qr_codes, count in ((True, 2), (False, 0)):
        (file,) = issue_files(report_with_links(2, qr_codes=qr_codes), form)
        assert len(codes_in(make_without_emblem(file))) == count


def with_content_2(document: Document[Any]) -> Document[Any]:
    """Return a document of an office whose content is of version 2."""
    return replace(document, office=document.office.model_copy(update={"content": 2}))


def test_an_item_of_a_pmqa_report_has_the_codes_of_its_links() -> None:
    pieces = [{"code": "E-1", "name": "ภาพ", "link": SHORT}]
    items = [{"item": "1.1", "evidence": pieces, "twelve_months": ["ผล"]}]
    document = with_content_2(pmqa_report(items=items))
    assert [code.address for code in codes_in(make_without_emblem(document))] == [SHORT]


def test_a_link_of_evidence_that_is_too_long_is_told_where_codes_are_printed() -> None:
    long_address = SHORT + "x" * MOST_BYTES
    pieces = [evidence("E-1", link=long_address), evidence("E-2", link=f"AMSS: {long_address}")]
    indicators = [{"indicator": "1.1", "issues": [issue(1, 5, evidence=pieces)]}]
    content = report(indicators=indicators).content
    office = Office.model_validate({**AREA_OFFICE, "content": 2})
    problems = [(problem.code, problem.path) for problem in check_link_lengths(content, office)]
    assert problems == [("E231", ("indicators", 0, "issues", 0, "evidence", 0, "link"))]
    silent = content.model_copy(update={"qr_codes": False})
    assert list(check_link_lengths(silent, office)) == []
    assert list(check_link_lengths(content, Office.model_validate(AREA_OFFICE))) == []


def test_equal_papers_have_equal_bytes(tmp_path: Path) -> None:
    root = put_letter(tmp_path, TO + ATTACHMENTS)
    assert printed(root) == printed(root)


def test_a_paper_without_a_code_does_not_load_what_draws_them(tmp_path: Path) -> None:
    put_letter(tmp_path, TO)
    program = (
        "import datetime as dt, sys\n"
        "from pathlib import Path\n"
        "from esa_docs import api\n"
        f"project = api.load(Path({str(tmp_path)!r}))\n"
        "api.render(api.find(project, 'letter'), today=dt.date(2026, 9, 16))\n"
        "print(sorted(name for name in sys.modules if name in {'segno', 'esa_docs.word.blocks.codes'}))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
