"""Orders on paper: margins, columns, indents, and what may not stand alone, measured in their PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from page_lines import Line, read_lines, read_words

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[2]
CM = 72 / 2.54
LEFT, RIGHT = 3 * CM, 19 * CM
MILLIMETRE = CM / 10
ORDERS = ("kpi", "pmqa-development", "pmqa-steering", "service", "standards")
LONG_NAME = "นางสาวศิริวรรณพรรณรายประกายดาวพราวแสง วงศ์สุวรรณประเสริฐกุลสกุลสมมติยืนยง"


def build(content: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "esa_docs.cli", "build", "--pdf", "--kind", "order"]
    environment = {**os.environ, "ESA_DOCS_FONTS": str(ROOT / ".fonts"), "ESA_DOCS_LANG": "en"}
    done = subprocess.run(
        [*command, "-C", str(content), "--out", str(out)],
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "2569" / "orders"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    folder = build(ROOT / "content", tmp_path_factory.mktemp("orders"))
    return {name: read_lines(folder / f"{name}.pdf") for name in ORDERS}


@pytest.fixture(scope="module")
def long_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an order with two hundred members, a name of sixty letters and a subject of four lines."""
    place = tmp_path_factory.mktemp("long")
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    for path in (content / "2569/orders").iterdir():
        path.unlink()
    members = "".join(
        f"      - {{name: {LONG_NAME if number == 100 else f'นายสมมติ นามที่{number}'},"
        f" position: ครูชำนาญการพิเศษ โรงเรียนตัวอย่างที่ {number},"
        f" role: {'ประธานกรรมการ' if number == 1 else 'กรรมการและผู้ช่วยเลขานุการ'}}}\n"
        for number in range(1, 201)
    )
    subject = "แต่งตั้งคณะกรรมการดำเนินการ" + "ตามโครงการพัฒนาคุณภาพการศึกษาของสำนักงานเขตพื้นที่การศึกษา " * 5
    text = (
        f"kind: order\nsubject: {subject.strip()}\ncause:\n  - ด้วยเหตุ\n"
        "committees:\n  - name: คณะกรรมการดำเนินงาน\n"
        f"    members:\n{members}    duties: [ดำเนินงาน]\n"
    )
    (content / "2569/orders/long.yaml").write_text(text, encoding="utf-8")
    return build(content, place / "build") / "long.pdf"


@pytest.fixture(scope="module")
def long_order(long_pdf: Path) -> list[list[Line]]:
    return read_lines(long_pdf)


@pytest.fixture(scope="module")
def words(long_pdf: Path) -> list[list[Line]]:
    return read_words(long_pdf)


def texts(lines: list[Line]) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in lines]


def test_every_line_lies_inside_the_margins(orders: dict[str, list[list[Line]]]) -> None:
    lines = [line for pages in orders.values() for page in pages for line in page]
    assert len(lines) > 100
    for line in lines:
        assert line.left >= LEFT - MILLIMETRE, line
        assert line.right <= RIGHT + MILLIMETRE, line


def test_paragraphs_begin_two_and_a_half_centimetres_in(orders: dict[str, list[list[Line]]]) -> None:
    for pages in orders.values():
        first = [line for line in pages[0] if line.text.startswith(("ด้วย", "อาศัยอำนาจ"))]
        assert len(first) == 2
        for line in first:
            assert line.left == pytest.approx(LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_head_is_centred(orders: dict[str, list[list[Line]]]) -> None:
    for pages in orders.values():
        head = next(line for line in pages[0] if line.text.startswith("คำสั่งสำนักงาน"))
        assert (head.left + head.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=MILLIMETRE)


def test_date_and_signature_stand_on_one_page_with_text_above_them(
    orders: dict[str, list[list[Line]]], long_order: list[list[Line]]
) -> None:
    for pages in (*orders.values(), long_order):
        page = next(one for one in pages if any(text.startswith("สั่ง ณ") for text in texts(one)))
        date = next(line for line in page if line.text.startswith("สั่ง ณ"))
        below = texts([line for line in page if line.top > date.bottom])
        assert below[0].startswith("(นายสมมติ")
        assert below[1].startswith("ผู้อำนวยการ")
        above = [
            line for line in page if line.bottom <= date.top + MILLIMETRE and not line.text.startswith("-")
        ]
        assert len(above) >= 2


def test_columns_of_members_align_over_all_pages(words: list[list[Line]]) -> None:
    roles = [word for page in words for word in page if word.text.startswith("กรรมการและ")]
    names = [word for page in words for word in page if word.text == "นายสมมติ"]

    assert len(roles) == 199
    assert len(names) == 199
    for column in (roles, names):
        assert max(word.left for word in column) - min(word.left for word in column) < MILLIMETRE


def test_a_role_never_leaves_its_name(words: list[list[Line]]) -> None:
    members = 0
    for page in words:
        names = sorted(
            word.top for word in page if word.text == "นายสมมติ" or word.text.startswith("นางสาวศิริ")
        )
        roles = sorted(word.top for word in page if word.text.startswith(("กรรมการและ", "ประธานกรรมการ")))
        members += len(names)
        assert names == pytest.approx(roles, abs=MILLIMETRE)
    assert members == 200


def test_pages_are_numbered_from_the_second_in_thai_digits(long_order: list[list[Line]]) -> None:
    assert len(long_order) > 5
    heads = [" ".join(texts(page)[:1]) for page in long_order[1:4]]
    assert [head.replace(" ", "") for head in heads] == ["-๒-", "-๓-", "-๔-"]
    assert not texts(long_order[0])[0].startswith("-")
