"""Rules of memos that depend on the office, so that a content file alone cannot show a fault."""

from __future__ import annotations

from typing import Any

import pytest

from esa_docs.kinds.memo.content import Memo
from esa_docs.kinds.memo.rules import check_memo
from esa_docs.model.office import Office
from esa_docs.model.people import Person

PERSON = Person(
    id="ก", prefix="นาย", first_name="สมมติ", last_name="นามตัวอย่าง", position="ผู้อำนวยการสำนักงานตัวอย่าง"
)


@pytest.mark.parametrize(
    ("director", "to", "codes"),
    [
        (None, None, ["E658"]),
        (None, "รองผู้อำนวยการ", []),
        (PERSON, None, []),
        (PERSON, "รองผู้อำนวยการ", []),
    ],
)
def test_a_memo_is_for_somebody(director: Person | None, to: str | None, codes: list[str]) -> None:
    office: dict[str, Any] = {
        "name": "สำนักงานตัวอย่าง",
        "short_name": "สต.",
        "parent": "ต้นสังกัด",
        "director": director,
    }
    content = {"subject": "ขออนุมัติ", "text": ["ด้วยเหตุ"], "signature": {"by": PERSON}, "to": to}
    problems = check_memo(Memo.model_validate(content), Office.model_validate(office))
    assert [problem.code for problem in problems] == codes
