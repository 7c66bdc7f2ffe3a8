"""How an item of a PMQA report came to its score: boxes, factors or measures, as tables and lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.view import NOTHING, score_text
from esa_docs.kinds.pmqa.content import Adli, Letci, Measure, PmqaItem
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.kinds.pmqa.scores import ItemScore, LevelScore, score_levels, score_measure
from esa_docs.kinds.pmqa.view_score_table import NUMBER_BLANK, most_of
from esa_docs.model.document import Context

_ADLI: Final = {
    "approach": "แนวทาง (Approach)",
    "deployment": "การถ่ายทอดเพื่อนำไปปฏิบัติ (Deployment)",
    "learning": "การเรียนรู้ (Learning)",
    "integration": "การบูรณาการ (Integration)",
}
_LETCI: Final = {
    "level": "ระดับ (Level)",
    "trend": "แนวโน้ม (Trend)",
    "comparison": "การเปรียบเทียบ (Comparison)",
    "integration": "การบูรณาการ (Integration)",
}
_NOT_KNOWN: Final = "ยังไม่ทราบ"


def scoring_of(answer: PmqaItem, score: ItemScore, scheme: PmqaScheme) -> Context:
    """Give the tables by which an item is scored, empty where it has none, and the lines of its score."""
    levels = score_levels(answer.boxes, score.item, scheme) if answer.boxes else ()
    is_boxes = scheme.scoring == "boxes"
    return {
        "levels": [_level(one) for one in levels],
        "factors": [*_factors(answer.adli, _ADLI), *_factors(answer.letci, _LETCI)],
        "measures": [_measure(number, one, score, scheme) for number, one in enumerate(answer.measures, 1)],
        "score": list(_points_of_boxes(answer, score, scheme) if is_boxes else _percentage(score)),
    }


def _level(one: LevelScore) -> Context:
    points = score_text(one.points)
    return {
        "name": one.level.name,
        "passed": f"ผ่าน {len(one.ticked)} จาก {one.there} ช่อง",
        "boxes": ", ".join(map(str, one.ticked)) or NOTHING,
        "points": points if one.counts else "ไม่นับ เพราะระดับก่อนหน้าไม่ครบ" if one.ticked else NOTHING,
    }


def _factors(given: Adli | Letci | None, names: dict[str, str]) -> Iterator[Context]:
    for key, name in names.items() if given else ():
        yield {"name": name, "percent": f"{getattr(given, key):f}"}


def _measure(number: int, one: Measure, score: ItemScore, scheme: PmqaScheme) -> Context:
    ranges = {each.id: each for each in scheme.ranges}
    return {
        "label": str(number),
        "name": one.name,
        "target": one.target or NOTHING,
        "actual": one.actual or _NOT_KNOWN,
        "percent": _NOT_KNOWN if one.percent is None else f"{one.percent:f}",
        "points": score_text(score_measure(one, score.item, ranges)),
    }


def _points_of_boxes(answer: PmqaItem, score: ItemScore, scheme: PmqaScheme) -> Iterator[str]:
    most = f"{most_of(scheme):f}"
    if score.value is None:
        yield f"คะแนนของหัวข้อ {_NOT_KNOWN} (เต็ม {most})"
        return
    yield f"คะแนนของหัวข้อ {score_text(score.value)} (เต็ม {most})"
    if answer.measures:
        ranges = {one.id: one for one in scheme.ranges}
        known = [one for one in answer.measures if score_measure(one, score.item, ranges) is not None]
        yield f"ค่าเฉลี่ยของตัววัดที่ทราบผล {len(known)} จาก {len(answer.measures)} ตัว"


def _percentage(score: ItemScore) -> Iterator[str]:
    value, band, full = score.value, score.band, score.item.points
    in_band = f" อยู่ในระดับ {band.level} ({band.word})" if band else ""
    yield f"ร้อยละเฉลี่ยของหัวข้อ {_NOT_KNOWN if value is None else score_text(value)}{in_band}"
    if full is None:
        yield f"คะแนนของหัวข้อ {NUMBER_BLANK} จากคะแนนเต็ม {NUMBER_BLANK}"
    else:
        yield f"คะแนนของหัวข้อ {score_text(score.points)} จากคะแนนเต็ม {full:f}"
