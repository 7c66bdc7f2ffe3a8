"""Orders on paper: margins, columns, indents, and what may not stand alone, measured in their PDF."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from built import CM, LEFT, MILLIMETRE, RIGHT, ROOT, build
from page_lines import Line, read_lines, read_words

from esa_docs import thai

pytestmark = pytest.mark.office

ORDERS = ("kpi", "pmqa-development", "pmqa-steering", "service", "standards")
LONG_NAME = "นางสาวศิริวรรณพรรณรายประกายดาวพราวแสง วงศ์สุวรรณประเสริฐกุลสกุลสมมติยืนยง"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    folder = build(ROOT / "content", tmp_path_factory.mktemp("orders"), "--kind", "order") / "orders"
    return {name: read_lines(folder / f"{name}.pdf") for name in ORDERS}


def two_hundred_members() -> str:
    return "".join(
        f"      - {{name: {LONG_NAME if number == 100 else f'นายสมมติ นามที่{number}'},"
        f" position: ครูชำนาญการพิเศษ โรงเรียนตัวอย่างที่ {number},"
        f" role: {'ประธานกรรมการ' if number == 1 else 'กรรมการและผู้ช่วยเลขานุการ'}}}\n"
        for number in range(1, 201)
    )


def long_order_text(*, annex: bool) -> str:
    """Write an order with two hundred members, a name of sixty letters and a subject of four lines."""
    subject = "แต่งตั้งคณะกรรมการดำเนินการ" + "ตามโครงการพัฒนาคุณภาพการศึกษาของสำนักงานเขตพื้นที่การศึกษา " * 5
    number = "number: '12'\ndate: 16 มีนาคม 2569\n" if annex else ""
    return (
        f"kind: order\n{number}subject: {subject.strip()}\ncause:\n  - ด้วยเหตุ\n"
        f"committees:\n  - name: คณะกรรมการดำเนินงาน\n    annex: {str(annex).lower()}\n"
        f"    members:\n{two_hundred_members()}    duties: [ดำเนินงาน]\n"
    )


def posts_and_people_text() -> str:
    """Write an order like those seen: fourteen members by post, then twenty-nine by name and agency."""
    posts = "".join(
        f"      - {{position: ผู้อำนวยการกลุ่มส่งเสริมการจัดการตัวอย่างที่ {number}, role: {role_of(number, 14)}}}\n"
        for number in range(1, 15)
    )
    people = "".join(
        f"      - {{name: นางสาวสมมติ ตัวอย่าง{number}, position: โรงเรียนบ้านตัวอย่าง {number},"
        f" role: {role_of(number, 29)}}}\n"
        for number in range(1, 30)
    )
    return (
        "kind: order\nnumber: '9'\ndate: 16 มีนาคม 2569\n"
        "subject: แต่งตั้งคณะกรรมการตามรูปแบบที่พบจริง\ncause: [ด้วยเหตุ]\npower: [ม37]\n"
        f"committees:\n  - name: คณะกรรมการอำนวยการ\n    members:\n{posts}    duties: [อำนวยการ, กำกับ]\n"
        f"  - name: คณะกรรมการดำเนินงาน\n    members:\n{people}    duties: [ดำเนินงาน, รายงานผล]\n"
    )


def role_of(number: int, last: int) -> str:
    roles = {1: "ประธานกรรมการ", 2: "รองประธานกรรมการ", last - 1: "กรรมการและเลขานุการ"}
    return roles.get(number, "กรรมการและผู้ช่วยเลขานุการ" if number == last else "กรรมการ")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the orders with many members."""
    place = tmp_path_factory.mktemp("long")
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    shutil.rmtree(content / "2569")
    (content / "2569/orders").mkdir(parents=True)
    texts = {
        "long": long_order_text(annex=False),
        "annex": long_order_text(annex=True),
        "seen": posts_and_people_text(),
    }
    for name, text in texts.items():
        (content / f"2569/orders/{name}.yaml").write_text(text, encoding="utf-8")
    return build(content, place / "build", "--kind", "order") / "orders"


@pytest.fixture(scope="module")
def long_pdf(many: Path) -> Path:
    return many / "long.pdf"


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
    assert members_beside_their_roles(words) == 200


def members_beside_their_roles(words: list[list[Line]]) -> int:
    """Look on every page whether each name has its role beside it; give how many there are."""
    members = 0
    for page in words:
        names = sorted(
            word.top for word in page if word.text == "นายสมมติ" or word.text.startswith("นางสาวศิริ")
        )
        roles = sorted(word.top for word in page if word.text.startswith(("กรรมการและ", "ประธานกรรมการ")))
        members += len(names)
        assert names == pytest.approx(roles, abs=MILLIMETRE)
    return members


def test_pages_are_numbered_from_the_second_in_thai_digits(long_order: list[list[Line]]) -> None:
    assert len(long_order) > 5
    heads = [" ".join(texts(page)[:1]) for page in long_order[1:4]]
    assert [head.replace(" ", "") for head in heads] == ["-๒-", "-๓-", "-๔-"]
    assert not texts(long_order[0])[0].startswith("-")


def test_a_long_annex_stands_on_pages_of_its_own_below_number_and_date(many: Path) -> None:
    pages, pages_in_words = read_lines(many / "annex.pdf"), read_words(many / "annex.pdf")
    first = next(n for n, page in enumerate(pages) if any("บัญชีรายชื่อ" in one for one in texts(page)[:2]))
    assert first == 1
    assert "(นายสมมติ" in "".join(texts(pages[0]))
    assert texts(pages[1])[1:4] == [
        "บัญชีรายชื่อคณะกรรมการดำเนินงาน",
        "แนบท้ายคำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต ๓",
        "ที่ ๑๒/๒๕๖๙ ลงวันที่ ๑๖ มีนาคม ๒๕๖๙",
    ]
    for line in pages[1][1:4]:
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=MILLIMETRE)
    before = [one.text for page in pages_in_words[:first] for one in page if one.text.startswith("นามที่")]
    assert before == []
    assert members_beside_their_roles(pages_in_words[first:]) == 200
    roles = [one.left for page in pages_in_words[first:] for one in page if one.text.startswith("กรรมการและ")]
    assert len(roles) == 199
    assert max(roles) - min(roles) < MILLIMETRE
    assert len(pages) == 14


def test_members_by_post_and_members_by_name_stand_in_the_same_columns(many: Path) -> None:
    """The shape of an order that was seen: fourteen rows by post, twenty-nine by name and agency."""
    pages = read_words(many / "seen.pdf")
    rows: list[tuple[Line, ...]] = []
    for page in pages:
        labels = [one for one in page if re.fullmatch("[๑๒][.][๑-๙][๐-๙]?", one.text)]
        rows += [tuple(word for word in page if abs(word.top - one.top) < MILLIMETRE) for one in labels]
    numbers = [min(row, key=lambda word: word.left).text for row in rows]
    expected = [f"1.{n}" for n in range(1, 15)] + [f"2.{n}" for n in range(1, 30)]
    assert [thai.to_arabic_digits(number) for number in numbers] == expected
    roles = [max(row, key=lambda word: word.left) for row in rows]
    assert [role.text for role in roles] == [role_of(n, 14) for n in range(1, 15)] + [
        role_of(n, 29) for n in range(1, 30)
    ]
    assert max(role.left for role in roles) - min(role.left for role in roles) < MILLIMETRE
    names = [sorted(row, key=lambda word: word.left)[1].left for row in rows]
    assert max(names) - min(names) < MILLIMETRE
    agencies = [one.left for row in rows for one in row if one.text.startswith("โรงเรียน")]
    assert len(agencies) == 29
    assert max(agencies) - min(agencies) < MILLIMETRE


def test_an_order_of_forty_three_members_takes_three_pages_at_most_and_ends_with_text_above_the_signature(
    many: Path,
) -> None:
    pages = read_lines(many / "seen.pdf")
    assert len(pages) == 3
    last = texts(pages[-1])
    date = next(number for number, text in enumerate(last) if text.startswith("สั่ง ณ"))
    assert last[date - 1].startswith("ทั้งนี้")
    assert any("รายงานผล" in text for text in last[:date])
    assert last[date + 1 :] == ["(นายสมมติ นามตัวอย่าง)", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต ๓"]
