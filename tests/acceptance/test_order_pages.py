"""Orders on paper, measured in their PDF: margins, columns, indents, and what must not stand alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import CM, MIDDLE, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT, build
from page_lines import (
    Line,
    all_lines,
    first_starting,
    lines_starting,
    page_with,
    plain_texts,
    read_lines,
    read_words,
    spread,
)

from esa_docs import thai

pytestmark = pytest.mark.office

ORDERS = ("kpi", "pmqa-development", "pmqa-steering", "service", "standards")
POSTS, PEOPLE = 14, 29
"""Members by post and members by name, in the order that is modelled on a real one."""
LONG_NAME = "นางสาวศิริวรรณพรรณรายประกายดาวพราวแสง วงศ์สุวรรณประเสริฐกุลสกุลสมมติยืนยง"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    folder = build(ROOT / "content", tmp_path_factory.mktemp("orders"), "--kind", "order") / "orders"
    return {name: read_lines(folder / f"{name}.pdf") for name in ORDERS}


def two_hundred_members() -> Iterator[str]:
    """Generate a line for each member; the hundredth has the long name."""
    for number in range(1, 201):
        name = LONG_NAME if number == 100 else f"นายสมมติ นามที่{number}"
        position = f"ครูชำนาญการพิเศษ โรงเรียนตัวอย่างที่ {number}"
        role = "ประธานกรรมการ" if number == 1 else "กรรมการและผู้ช่วยเลขานุการ"
        yield f"      - {{name: {name}, position: {position}, role: {role}}}"


def long_order_text(*, annex: bool) -> str:
    """Return an order with two hundred members, a name of sixty letters and a subject of four lines."""
    subject = "แต่งตั้งคณะกรรมการดำเนินการ" + "ตามโครงการพัฒนาคุณภาพการศึกษาของสำนักงานเขตพื้นที่การศึกษา " * 5
    lines = ["kind: order"]
    if annex:
        lines += ["number: '12'", "date: 16 มีนาคม 2569"]
    lines += [f"subject: {subject.strip()}", "cause:", "  - ด้วยเหตุ", "committees:"]
    lines += ["  - name: คณะกรรมการดำเนินงาน", f"    annex: {str(annex).lower()}", "    members:"]
    lines += two_hundred_members()
    lines.append("    duties: [ดำเนินงาน]")
    return "\n".join(lines) + "\n"


def posts_and_people_text() -> str:
    """Return an order modelled on a real one: members by post, then members by name and agency."""
    lines = ["kind: order", "number: '9'", "date: 16 มีนาคม 2569"]
    lines += ["subject: แต่งตั้งคณะกรรมการตามรูปแบบที่พบจริง", "cause: [ด้วยเหตุ]", "power: [ม37]", "committees:"]
    lines += ["  - name: คณะกรรมการอำนวยการ", "    members:"]
    for number in range(1, POSTS + 1):
        position = f"ผู้อำนวยการกลุ่มส่งเสริมการจัดการตัวอย่างที่ {number}"
        lines.append(f"      - {{position: {position}, role: {role_of(number, POSTS)}}}")
    lines += ["    duties: [อำนวยการ, กำกับ]", "  - name: คณะกรรมการดำเนินงาน", "    members:"]
    for number in range(1, PEOPLE + 1):
        name, agency = f"นางสาวสมมติ ตัวอย่าง{number}", f"โรงเรียนบ้านตัวอย่าง {number}"
        lines.append(f"      - {{name: {name}, position: {agency}, role: {role_of(number, PEOPLE)}}}")
    lines.append("    duties: [ดำเนินงาน, รายงานผล]")
    return "\n".join(lines) + "\n"


def role_of(number: int, last: int) -> str:
    """Return the role of a member of a committee, by the member's number and that of the last member."""
    roles = {
        1: "ประธานกรรมการ",
        2: "รองประธานกรรมการ",
        last - 1: "กรรมการและเลขานุการ",
        last: "กรรมการและผู้ช่วยเลขานุการ",
    }
    return roles.get(number, "กรรมการ")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the orders with many members; return their folder."""
    place = tmp_path_factory.mktemp("long")
    content = Path(shutil.copytree(ROOT / "content", place / "content"))
    shutil.rmtree(content / "2569")
    (content / "2569/orders").mkdir(parents=True)
    texts = {
        "long": long_order_text(annex=False),
        "annex": long_order_text(annex=True),
        "posts-and-people": posts_and_people_text(),
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


def test_every_line_lies_inside_the_margins(orders: dict[str, list[list[Line]]]) -> None:
    lines: list[Line] = []
    for pages in orders.values():
        lines += all_lines(pages)
    assert len(lines) > 100
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line


def test_paragraphs_begin_two_and_a_half_centimetres_in(orders: dict[str, list[list[Line]]]) -> None:
    for pages in orders.values():
        first_lines = lines_starting(pages[0], "ด้วย", "อาศัยอำนาจ")
        assert len(first_lines) == 2
        for line in first_lines:
            assert line.left_edge == pytest.approx(TEXT_LEFT + 2.5 * CM, abs=MILLIMETRE)


def test_head_is_centred(orders: dict[str, list[list[Line]]]) -> None:
    for pages in orders.values():
        head = first_starting(pages[0], "คำสั่งสำนักงาน")
        assert head.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)


def test_date_and_signature_stand_on_one_page_with_text_above_them(
    orders: dict[str, list[list[Line]]], long_order: list[list[Line]]
) -> None:
    for pages in (*orders.values(), long_order):
        page = page_with(pages, "สั่ง ณ")
        date = first_starting(page, "สั่ง ณ")
        name, post, *_lines_below = [line for line in page if line.top > date.bottom]
        assert name.text.startswith("(นายสมมติ")
        assert post.text.startswith("ผู้อำนวยการ")
        above = [line for line in page if line.bottom <= date.top + MILLIMETRE]
        text_above = [line for line in above if not line.text.startswith("-")]
        assert len(text_above) >= 2


def test_columns_of_members_align_over_all_pages(words: list[list[Line]]) -> None:
    roles = lines_starting(all_lines(words), "กรรมการและ")
    names = [word for word in all_lines(words) if word.text == "นายสมมติ"]

    assert len(roles) == 199
    assert len(names) == 199
    assert spread(role.left_edge for role in roles) < MILLIMETRE
    assert spread(name.left_edge for name in names) < MILLIMETRE


def test_a_role_never_leaves_its_name(words: list[list[Line]]) -> None:
    assert members_beside_their_roles(words) == 200


def members_beside_their_roles(words: list[list[Line]]) -> int:
    """Check on every page that each name has its role beside it; return how many names there are."""
    members = 0
    for page in words:
        names = [word for word in page if word.text == "นายสมมติ"]
        names += lines_starting(page, "นางสาวศิริ")
        roles = lines_starting(page, "กรรมการและ", "ประธานกรรมการ")
        tops_of_names = sorted(name.top for name in names)
        tops_of_roles = sorted(role.top for role in roles)
        assert tops_of_names == pytest.approx(tops_of_roles, abs=MILLIMETRE)
        members += len(names)
    return members


def test_pages_are_numbered_from_the_second_in_thai_digits(long_order: list[list[Line]]) -> None:
    assert len(long_order) > 5
    heads = [page[0].plain_text.replace(" ", "") for page in long_order[:4]]
    assert heads[1:] == ["-๒-", "-๓-", "-๔-"]
    assert not heads[0].startswith("-")


def test_a_long_annex_stands_on_pages_of_its_own_below_number_and_date(many: Path) -> None:
    pages = read_lines(many / "annex.pdf")
    order_page, first_page_of_annex = pages[:2]
    assert "(นายสมมติ" in "".join(plain_texts(order_page))
    for text in plain_texts(order_page[:2]):
        assert "บัญชีรายชื่อ" not in text
    head = first_page_of_annex[1:4]
    assert plain_texts(head) == [
        "บัญชีรายชื่อคณะกรรมการดำเนินงาน",
        "แนบท้ายคำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต ๓",
        "ที่ ๑๒/๒๕๖๙ ลงวันที่ ๑๖ มีนาคม ๒๕๖๙",
    ]
    for line in head:
        assert line.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
    words_of_order, *words_of_annex = read_words(many / "annex.pdf")
    assert lines_starting(words_of_order, "นามที่") == []
    assert members_beside_their_roles(words_of_annex) == 200
    roles = lines_starting(all_lines(words_of_annex), "กรรมการและ")
    assert len(roles) == 199
    assert spread(role.left_edge for role in roles) < MILLIMETRE
    assert len(pages) == 14


def test_members_by_post_and_members_by_name_stand_in_the_same_columns(many: Path) -> None:
    """A real order has this shape: fourteen rows by post, twenty-nine by name and agency."""
    rows: list[list[Line]] = []
    for page in read_words(many / "posts-and-people.pdf"):
        rows += rows_of_members(page)
    expected_numbers: list[str] = []
    expected_roles: list[str] = []
    for committee, members in ((1, POSTS), (2, PEOPLE)):
        for number in range(1, members + 1):
            expected_numbers.append(f"{committee}.{number}")
            expected_roles.append(role_of(number, members))
    assert [thai.to_arabic_digits(row[0].text) for row in rows] == expected_numbers
    assert [row[-1].text for row in rows] == expected_roles
    # A row has a number first, then a name or a post, and a role last.
    assert spread(row[1].left_edge for row in rows) < MILLIMETRE
    assert spread(row[-1].left_edge for row in rows) < MILLIMETRE
    agencies = lines_starting(all_lines(rows), "โรงเรียน")
    assert len(agencies) == PEOPLE
    assert spread(agency.left_edge for agency in agencies) < MILLIMETRE


def rows_of_members(page: list[Line]) -> Iterator[list[Line]]:
    """Generate the words of each row that begins with a number such as ๑.๑๒, from left to right."""
    for number in page:
        if re.fullmatch("[๑๒][.][๑-๙][๐-๙]?", number.text):
            row = [word for word in page if abs(word.top - number.top) < MILLIMETRE]
            yield sorted(row, key=lambda word: word.left_edge)


def test_an_order_of_forty_three_members_takes_three_pages_at_most_and_ends_with_text_above_the_signature(
    many: Path,
) -> None:
    pages = read_lines(many / "posts-and-people.pdf")
    assert len(pages) == 3
    last_page = pages[-1]
    date = last_page.index(first_starting(last_page, "สั่ง ณ"))
    texts = plain_texts(last_page)
    assert texts[date - 1].startswith("ทั้งนี้")
    assert any("รายงานผล" in text for text in texts[:date])
    assert texts[date + 1 :] == ["(นายสมมติ นามตัวอย่าง)", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต ๓"]
