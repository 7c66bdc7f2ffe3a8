"""Every form of a signature in the corpus, as its paragraphs stand in the Word file of an order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from finished import make_without_emblem
from invented_office import document_of
from word_files import lines_of

from esa_docs import thai
from esa_docs.kinds.order.content import Order
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References
from esa_docs.model.person_names import People

CORPUS_FILE = Path(__file__).parents[1] / "corpus" / "signatures.yaml"
CORPUS: dict[str, Any] = yaml.safe_load(CORPUS_FILE.read_text(encoding="utf-8"))
PEOPLE = References(People.of(map(Person.model_validate, CORPUS["people"])))
OFFICE = {"name": "สำนักงานตัวอย่าง เขต 3", "short_name": "สพป.ตัวอย่าง เขต 3", "parent": "ต้นสังกัด"}
ORDER = {
    "subject": "เรื่อง",
    "cause": ["ด้วยเหตุ"],
    "clauses": ["ให้ปฏิบัติ"],
    "number": "1",
    "date": "16 มีนาคม 2569",
}
WAYS_OF_ACTING = {"รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"}


def lines_below_the_date(signature: object) -> list[str]:
    content: dict[str, Any] = {**ORDER}
    if signature:
        content["signature"] = signature
    office = Office.model_validate({**OFFICE, "director": CORPUS["director"]}, context=PEOPLE)
    order = Order.model_validate(content, context=PEOPLE)
    data = make_without_emblem(document_of("order", order, office))
    lines = [line for line in lines_of(data) if line]
    return lines[lines.index("สั่ง ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙") + 1 :]


def test_the_corpus_has_every_form() -> None:
    ways_of_acting = set()
    for case in CORPUS["cases"]:
        assert set(case) == {"signature", "lines", "why"}
        assert case["why"]
        if case["signature"] and "acting" in case["signature"]:
            ways_of_acting.add(case["signature"]["acting"])
    assert ways_of_acting == WAYS_OF_ACTING
    assert len(CORPUS["cases"]) >= 10


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: str(case["signature"]))
def test_a_signature(case: dict[str, Any]) -> None:
    expected = [thai.to_thai_digits(line) for line in case["lines"]]
    assert lines_below_the_date(case["signature"]) == expected, case["why"]
