"""The cures of the check of templates, followed literally: the next check is clean.

A row has the fault, the words of its hint, and what somebody who follows them types in which place.
"""

from __future__ import annotations

import pytest
from checked_templates import shape_of
from word_files import paragraph, template

from esa_docs.diagnostics import Diagnostic
from esa_docs.word.templates.checking.check import check_template

Pieces = tuple[str, ...]
NOT_OF_THE_FAULT = frozenset({"E334"})
"""A template of a few lines leaves much unprinted; E334 has a test of its own."""


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def findings(pieces: Pieces) -> list[Diagnostic]:
    checked = check_template(template(*pieces), "order.docx", shape_of("order"))
    return [finding for finding in checked if finding.code not in NOT_OF_THE_FAULT]


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>"


def table(*rows: Pieces) -> str:
    xml = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{xml}</w:tbl>"


LOOP = "{%p for x in order.cause %}"
END = "{%p endfor %}"


@pytest.mark.parametrize(
    ("code", "faulty", "quoted", "mended"),
    [
        ("E303", (LOOP, "{{ x }}", "{%p end for %}"), "'{%p endfor %}'", (LOOP, "{{ x }}", END)),
        ("E303", ("{%P for x in order.cause %}", "{{ x }}", END), f"'{LOOP}'", (LOOP, "{{ x }}", END)),
        ("E303", ("{{ order.subject }",), "both pairs of braces", ("{{ order.subject }}",)),
        ("E303", ("{{ order.subject|uper }}",), "'upper'", ("{{ order.subject|upper }}",)),
        ("E305", ("{{r order.subject }}",), "plain tag with two braces", ("{{ order.subject }}",)),
        (
            "E315",
            (f"ก {LOOP}", "{{ x }}", END),
            "paragraph of its own",
            ("ก", LOOP, "{{ x }}", END),
        ),
        ("E327", ("{{ order.subjct }}",), "'subject'", ("{{ order.subject }}",)),
        ("E327", ("{{ subject }}",), "'order.subject'", ("{{ order.subject }}",)),
        (
            "E327",
            ("{{ committee.heading }}",),
            "between {%p for committee in order.committees %} and {%p endfor %}",
            ("{%p for committee in order.committees %}", "{{ committee.heading }}", END),
        ),
        (
            "E327",
            (
                LOOP,
                "{{ x }}",
                END,
                "{%p for committee in order.committees %}",
                "ก",
                END,
                "{{ committee.heading }}",
            ),
            "between {%p for committee in order.committees %} and {%p endfor %}",
            ("{%p for committee in order.committees %}", "{{ committee.heading }}", END),
        ),
        (
            "E327",
            ("{{ order.committees.heading }}",),
            "{%p for committee in order.committees %} {{ committee.heading }} {%p endfor %}",
            ("{%p for committee in order.committees %}", "{{ committee.heading }}", END),
        ),
        ("E328", (LOOP, "{{ x }}"), "{%p endfor %}", (LOOP, "{{ x }}", END)),
        ("E328", (LOOP, "{{ x }}", "{%p endif %}"), "{%p endfor %}", (LOOP, "{{ x }}", END)),
        ("E328", ("{{ order.subject }}", END), "Take it away", ("{{ order.subject }}",)),
        ("E328", ("{%p else %}",), "Take it away", ("{{ order.subject }}",)),
        (
            "E329",
            (f"{LOOP}", "{{ x }}", "{% endfor %}"),
            "same letters: {%p endfor %}",
            (LOOP, "{{ x }}", END),
        ),
        (
            "E329",
            ("{%tr for x in order.cause %}", "{{ x }}", "{%tr endfor %}"),
            "use {%p",
            (LOOP, "{{ x }}", END),
        ),
        (
            "E329",
            (table(("{%tr for x in order.cause %}", "{{ x }}", "{%tr endfor %}")),),
            "row of its own",
            (table(("{%tr for x in order.cause %}",), ("{{ x }}",), ("{%tr endfor %}",)),),
        ),
        ("E333", ("น{{ order.subject }}\u0e49ำ",), "behind the whole word", ("น\u0e49ำ{{ order.subject }}",)),
        (
            "E335",
            ("{{ order.cause }}",),
            "{%p for item in order.cause %} {{ item }} {%p endfor %}",
            ("{%p for item in order.cause %}", "{{ item }}", END),
        ),
        ("E335", ("{{ order.subject|join(', ') }}",), "{{ order.subject }}", ("{{ order.subject }}",)),
        ("E336", ("{ order.subject }",), "Write {{ order.subject }}.", ("{{ order.subject }}",)),
        ("E336", ("{{ order.subject }}}",), "Delete it", ("{{ order.subject }}",)),
    ],
)
def test_a_cure_works_when_it_is_followed_literally(
    code: str, faulty: Pieces, quoted: str, mended: Pieces
) -> None:
    faults = findings(faulty)
    assert code in [fault.code for fault in faults]
    assert quoted in " ".join(fault.hint for fault in faults if fault.code == code)
    assert findings(mended) == []


def test_the_tag_that_is_not_printed_can_be_pasted() -> None:
    checked = check_template(template("{{ order.number }}"), "order.docx", shape_of("order"))
    (finding,) = [line for line in checked if line.code == "E334" and "'order.subject'" in line.message]
    assert "Print it with {{ order.subject }}," in finding.hint
    checked = check_template(template("{{ order.subject }}"), "order.docx", shape_of("order"))
    assert "'order.subject'" not in " ".join(line.message for line in checked)
