"""Fields of Word files that are annexes: what they show is printed, their instructions are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from annexed_papers import (
    W,
    plain_word_file,
    put_word_file,
    rendered,
    select,
    text_of,
    with_body,
    write_order,
    xml_of,
)
from lxml import etree

from esa_docs.word.annexes.word_files.frozen_fields import FrozenFields, freeze_fields

ANNEX = "  - {title: คู่มือ, file: file.docx}\n"
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def begin(form: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'


def field(instruction: str, result: str = "") -> str:
    result_runs = f"{SEPARATE}{run(result)}" if result else ""
    return f"{begin()}{code(instruction)}{result_runs}{END}"


def form(name: str, settings: str) -> str:
    data = f"<w:ffData><w:name w:val='x'/><w:enabled/><w:calcOnExit w:val='0'/>{settings}</w:ffData>"
    return f"{begin(data)}{code(f' {name} ')}{SEPARATE}{END}"


def printed(xml: str) -> tuple[str, FrozenFields]:
    """Return the text and the signs of a paragraph, and what is to be told of its fields."""
    root = etree.fromstring(f'<w:body xmlns:w="{W}"><w:p>{xml}</w:p></w:body>')
    frozen = freeze_fields(root)
    signs = select(root, ".//w:sym/@w:char")
    assert select(root, ".//w:fldChar | .//w:instrText") == []
    return text_of(root) + "".join(signs), frozen


BOX = "<w:checkBox><w:sizeAuto/>{}</w:checkBox>"
LIST = '<w:ddList>{}<w:listEntry w:val="ชาย"/><w:listEntry w:val="หญิง"/></w:ddList>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (form("FORMCHECKBOX", BOX.format('<w:default w:val="0"/>')), "☐"),
        (form("FORMCHECKBOX", BOX.format('<w:default w:val="1"/>')), "☒"),
        (form("FORMCHECKBOX", BOX.format('<w:default w:val="0"/><w:checked/>')), "☒"),
        (form("FORMCHECKBOX", BOX.format('<w:default w:val="1"/><w:checked w:val="0"/>')), "☐"),
        (form("FORMDROPDOWN", LIST.format("")), "ชาย"),
        (form("FORMDROPDOWN", LIST.format('<w:result w:val="1"/>')), "หญิง"),
        (field(r" SYMBOL 252 \f Wingdings \s 12 "), "F0FC"),
        (field(r" SYMBOL 0x2713 \u "), "✓"),
        (field(" SYMBOL 167 ", "§"), "§"),
        (field(" MACROBUTTON NoMacro กรอกชื่อ ที่นี่ "), "กรอกชื่อ ที่นี่"),
        ('<w:fldSimple w:instr=" MACROBUTTON NoMacro กรอก "/>', "กรอก"),
        # A value of a form that nobody filled in, and an entry of an index.
        (f"{begin()}{code(' MERGEFIELD x ')}{SEPARATE}{END}", ""),
        (field(' XE "คำ" '), ""),
    ],
)
def test_a_field_without_a_result_prints_what_word_shows(xml: str, text: str) -> None:
    assert printed(xml) == (text, FrozenFields())


@pytest.mark.parametrize("instruction", [r"EQ \f(1,2)", "AUTONUM", "LISTNUM", "SYMBOL 200", "FORMDROPDOWN"])
@pytest.mark.parametrize("xml", ["<w:fldSimple w:instr=' {} '/>", field(" {} ")])
def test_what_only_word_shows_is_lost(xml: str, instruction: str) -> None:
    name, *_switches = instruction.split()
    assert printed(xml.format(instruction)) == ("", FrozenFields(lost_names=[name]))


PAGE = f"<w:fldSimple w:instr=' PAGE '>{run('7')}</w:fldSimple>"
INNER = field(" MERGEFIELD เพศ ", "ชาย")
SUM = f"{begin()}{code(' = ')}{INNER}{SEPARATE}{run('x')}{END}"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"{begin()}{code(' IF ')}{INNER}{code(' = ช นาย นาง ')}{SEPARATE}{run('นาย')}{END}", "นาย"),
        (
            f"{begin()}{code(' IF ')}{PAGE}{code(' = 7 a b ')}{SEPARATE}{run('a')}{END}",
            "a",
        ),
        (
            f"{begin()}{code(' IF ')}{SUM}{code(' = 1 ')}{run('ซ่อน')}{SEPARATE}{run('เห็น')}{END}",
            "เห็น",
        ),
        # A field that never ends: nothing behind it is lost, and the field in it is read.
        (f"{begin()}{code(' IF ')}{INNER}{run('ต่อ')}", "ชายต่อ"),
        (f"{END}{run('x')}", "x"),
    ],
)
def test_fields_in_an_instruction_are_not_printed(xml: str, text: str) -> None:
    assert printed(xml)[0] == text


def test_what_stays_as_it_was_is_told_at_the_annex(tmp_path: Path) -> None:
    number = f"{begin()}{code(' = ')}{field(' PAGE ', '7')}{code(' - 1 ')}{SEPARATE}{run('6')}{END}"
    xml = f"<w:p>{number}{form('FORMCHECKBOX', BOX.format('<w:checked/>'))}{field(' EQ x ')}</w:p>"
    put_word_file(tmp_path, "file.docx", with_body(plain_word_file(), xml))
    file = rendered(write_order(tmp_path, ANNEX))
    assert file.value is not None
    assert text_of(select(xml_of(file.value), "//w:body/w:p")[-1]) == "6☒"
    (remark,) = [each for each in file.diagnostics if each.code == "E345"]
    assert (remark.field, len(remark.message.split(";")), "EQ" in remark.message) == (
        "annexes[0].file",
        2,
        True,
    )
