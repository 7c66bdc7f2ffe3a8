"""How an item of a PMQA report came to its score: boxes, factors or measures, as tables and lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.kinds.assessment.view import NOTHING, score_text
from esa_docs.kinds.pmqa.content import Adli, Letci
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.kinds.pmqa.scores import ItemScore, LevelScore, MeasureScore
from esa_docs.kinds.pmqa.view_score_table import NUMBER_BLANK, highest_score
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


def scoring_of(score: ItemScore, scheme: PmqaScheme) -> Context:
    """Return the tables by which an item is scored, empty where it has none, and the lines of its score."""
    answer = score.answer
    lines = _lines_of_boxes(score, scheme) if scheme.scoring == "boxes" else _lines_of_percentage(score)
    return {
        "levels": [_level(level) for level in score.levels],
        "factors": [*_factors(answer.adli, _ADLI), *_factors(answer.letci, _LETCI)],
        "measures": [_measure(number, measure) for number, measure in enumerate(score.measures, 1)],
        "score": list(lines),
    }


def _level(score: LevelScore) -> Context:
    return {
        "name": score.level.name,
        "passed": f"ผ่าน {len(score.ticked)} จาก {score.boxes} ช่อง",
        "boxes": ", ".join(map(str, score.ticked)) or NOTHING,
        "points": _points_of_level(score),
    }


def _points_of_level(score: LevelScore) -> str:
    if score.counts:
        return score_text(score.points)
    return "ไม่นับ เพราะระดับก่อนหน้าไม่ครบ" if score.ticked else NOTHING


def _factors(factors: Adli | Letci | None, names: dict[str, str]) -> Iterator[Context]:
    if factors is None:
        return
    for key, name in names.items():
        yield {"name": name, "percent": f"{getattr(factors, key):f}"}


def _measure(number: int, score: MeasureScore) -> Context:
    measure = score.measure
    percent = _NOT_KNOWN if measure.percent is None else f"{measure.percent:f}"
    return {
        "label": str(number),
        "name": measure.name,
        "target": measure.target or NOTHING,
        "actual": measure.actual or _NOT_KNOWN,
        "percent": percent,
        "points": score_text(score.points),
    }


def _lines_of_boxes(score: ItemScore, scheme: PmqaScheme) -> Iterator[str]:
    highest = f"{highest_score(scheme):f}"
    if score.value is None:
        yield f"คะแนนของหัวข้อ {_NOT_KNOWN} (เต็ม {highest})"
        return
    yield f"คะแนนของหัวข้อ {score_text(score.value)} (เต็ม {highest})"
    if score.measures:
        scored = [measure for measure in score.measures if measure.points is not None]
        yield f"ค่าเฉลี่ยของตัววัดที่ทราบผล {len(scored)} จาก {len(score.measures)} ตัว"


def _lines_of_percentage(score: ItemScore) -> Iterator[str]:
    percentage = _NOT_KNOWN if score.value is None else score_text(score.value)
    in_band = f" อยู่ในระดับ {score.band.level} ({score.band.word})" if score.band else ""
    yield f"ร้อยละเฉลี่ยของหัวข้อ {percentage}{in_band}"
    full = score.item.points
    if full is None:
        yield f"คะแนนของหัวข้อ {NUMBER_BLANK} จากคะแนนเต็ม {NUMBER_BLANK}"
    else:
        yield f"คะแนนของหัวข้อ {score_text(score.points)} จากคะแนนเต็ม {full:f}"
