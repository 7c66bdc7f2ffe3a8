"""Columns of tables: numbers are not broken, words give way, letters become smaller last."""

from __future__ import annotations

from pathlib import Path

from blocked_papers import printed_order
from word_files import xml_of, xpath

WORDS = "โครงการพัฒนาคุณภาพการศึกษาและนิเทศติดตามการจัดการเรียนการสอนของโรงเรียนในสังกัด"
DIGIT, SEPARATOR = 146, 55
"""Twips of a Thai digit, and of a comma or a point, in TH SarabunPSK Bold of 16 points (hmtx of the font)."""


def columns_of(root: Path, table: str) -> tuple[list[int], set[str]]:
    """Return the widths of the columns of a table, and the sizes that its runs say."""
    checked = printed_order(root, f"  - table: {table}\n")
    assert checked.value is not None
    (element,) = xpath(xml_of(checked.value), "//w:tbl[.//w:tblHeader]")
    widths = [int(width) for width in xpath(element, "./w:tblGrid/w:gridCol/@w:w")]
    return widths, set(xpath(element, ".//w:r/w:rPr/w:szCs/@w:val"))


def test_money_stands_whole_beside_long_words(tmp_path: Path) -> None:
    money = "12,500,000.00"
    table = (
        f"{{columns: [รายการ, เงินงบประมาณ, เงินรายได้, รวม, ร้อยละ], "
        f'rows: [[{WORDS}, "{money}", "{money}", "25,000,000.00", "100.00"]]}}'
    )

    widths, sizes = columns_of(tmp_path, table)

    # Ten digits, two commas and a point; 57 twips of margin at each side of a cell.
    assert min(widths[1:4]) >= 10 * DIGIT + 3 * SEPARATOR + 114
    assert widths[4] >= 5 * DIGIT + SEPARATOR + 114
    assert sum(widths) == 9071
    assert sizes == set()


def test_letters_become_smaller_where_numbers_have_no_room(tmp_path: Path) -> None:
    cells = ", ".join(['"12,500,000.00"'] * 7)
    table = f"{{columns: [รายการ, ก, ข, ค, ง, จ, ฉ, ช], rows: [[{WORDS}, {cells}]]}}"

    widths, sizes = columns_of(tmp_path, table)

    (half_points,) = sizes
    assert half_points == "20"
    assert min(widths[1:]) >= (10 * DIGIT + 3 * SEPARATOR) * 10 / 16 + 114
    assert sum(widths) == 9071


def test_letters_become_smaller_in_columns_of_given_widths(tmp_path: Path) -> None:
    table = f'{{columns: [รายการ, บาท], widths: [13, 3], rows: [[{WORDS}, "12,500,000.00"]]}}'
    narrow = table.replace("13, 3", "13, 2.5")

    # The number takes 1625 twips in 16 points, 1422 in 14, 1219 in 12, and a tenth of an inch beside it.
    assert columns_of(tmp_path / "wide", table) == ([7370, 1701], {"28"})
    assert columns_of(tmp_path / "narrow", narrow) == ([7371, 1418], {"24"})


def test_a_word_of_other_letters_stands_whole(tmp_path: Path) -> None:
    words = ", ".join([WORDS] * 5)
    table = f"{{columns: [ก, ข, ค, ง, จ, โปรแกรม], rows: [[{words}, Microsoft365]]}}"

    widths, _sizes = columns_of(tmp_path, table)

    # Twelve letters of 16 points, half as wide as high on the average
    assert widths[5] >= 12 * 8 * 15
