"""People whom the documents of these tests name, all invented."""

from __future__ import annotations

from esa_docs.model.people import Person

DIRECTOR = Person(
    id="ผอ", prefix="นาย", first_name="สมมติ", last_name="นามตัวอย่าง", position="ผู้อำนวยการสำนักงานตัวอย่าง"
)
