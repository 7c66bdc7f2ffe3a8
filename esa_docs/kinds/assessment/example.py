"""Examples that a new content file holds, by model and field; all of them invented."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "SelfAssessment.title": "รายงานการประเมินตนเองตัวอย่าง",
    "SelfAssessment.title_lines": "รายงานการประเมินตนเองตัวอย่าง",
    "SelfAssessment.order": "orders/committee",
    "SelfAssessment.foreword": "รายงานฉบับนี้จัดทำขึ้นเพื่อรายงานผลการดำเนินงานตัวอย่าง",
    "SelfAssessment.summary": "ผลการประเมินตัวอย่างสรุปได้ดังนี้",
    "Section.heading": "สภาพทั่วไป",
    "Table.columns": "รายการ",
    "Table.rows": "รายการตัวอย่าง",
    "Table.file": "tables/schools.csv",
}
