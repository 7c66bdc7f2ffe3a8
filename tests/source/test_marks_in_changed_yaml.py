"""What the program writes into content files is read as it was meant: marks and colons stand in quotes."""

from __future__ import annotations

import pytest

from esa_docs.model.cell_forms import Value
from esa_docs.model.prose.reading import read_marks
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import to_plain
from esa_docs.source.yaml_files.yaml_changing import change_to, replace_texts

TEXTS = (
    *("**หนา**", "*เอียง* ก", "__ขีด__", "[ก](https://a.th)", "{ref:t1} แสดง", "{field:ชื่อ}", "^[ก] ข", "~ก~"),
    *("หมายเหตุ: ก", "ก: **ข**", "ดังนี้:", "ก # ข", "#1 ก", "- ก", "-", "? ก", "& ก", "! ก", "% ก", "@ก", "`ก`"),
    *(
        "'ก'",
        '"ก" **ข**',
        "ก 'ข': *ค*",
        r"\*ก\*",
        r"\\*ก*",
        r"ก\n",
        "| ก",
        "> ก",
        "*",
        "**",
        "[",
        "]",
        "{",
        "}",
    ),
    *("yes", "null", "~", "012", "1.0", "1 ต.ค. 2569", "<", "^", "ก, [ข], {ค}", "[[ก]]", "***ก** ข*", "ก  ข"),
)
FILE = "a: เดิม  # หมายเหตุ\nb:\n  - เดิม\n  - {c: เดิม, d: [เดิม]}\ne: |\n  เดิม\n"


@pytest.mark.parametrize("text", TEXTS)
def test_a_changed_text_is_read_as_it_was_given(text: str) -> None:
    values: dict[str, Value] = {"a": text, "b": [text, {"c": text, "d": [text]}], "e": text, "f": [text]}
    changed = change_to(FILE.encode(), values)
    assert changed is not None
    tree = parse_yaml(changed.decode(), "a.yaml")
    assert tree.value is not None
    assert (to_plain(tree.value), tree.diagnostics) == (values, ())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_of_several_lines_is_read_as_it_was_given(text: str) -> None:
    lines = f"{text}\nก **ข**\n\n{text}"
    changed = replace_texts(FILE.encode(), {("a",): lines, ("e",): lines, ("b", 1, "c"): lines})
    assert changed is not None
    tree = parse_yaml(changed.decode(), "a.yaml").value
    assert tree is not None
    assert [tree.text("a"), tree.text("e")] == [lines, lines]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("**หนา**", "'**หนา**'"),
        ("ก: **ข**", "'ก: **ข**'"),
        ("[ก](https://a.th)", "'[ก](https://a.th)'"),
        ("{ref:t1} แสดง", "'{ref:t1} แสดง'"),
        ("ให้**ทุกคน**ลงนาม", "ให้**ทุกคน**ลงนาม"),
        (r"\*ก\*", r"\*ก\*"),
    ],
)
def test_quotes_stand_where_yaml_needs_them_and_nowhere_else(text: str, typed: str) -> None:
    changed = replace_texts("a: เดิม\n".encode(), {("a",): text})
    assert changed == f"a: {typed}\n".encode()


def test_the_texts_hold_marks() -> None:
    assert sum(bool(read_marks(text).marks) for text in TEXTS) >= 10
