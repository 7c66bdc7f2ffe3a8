"""Charts of a text as drawings that can be changed in Word."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.ooxml.chart_scale import round_scale
from esa_docs.ooxml.data_chart import ChartKind, DataChart, Scale, Series, ValueForm
from esa_docs.ooxml.data_chart_look import TextLook
from esa_docs.ooxml.data_chart_xml import chart_part, inline_chart
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.chart_layout import ChartTexts, Drawn, lay_out_chart
from esa_docs.word.blocks.chart_numbers import ChartNumbers, categories_of, chart_in_words, title_of
from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.chart_measure import TITLE_SIZE

_TWIPS_PER_CM: Final = 1440 / 2.54
_NARROWEST_CM: Final = 6.0
_KINDS: Final[dict[str, ChartKind]] = {"bar": "column", "line": "line", "pie": "pie"}
_CAPTION_CM: Final = 2.0
"""Room on the page that a chart leaves to its caption."""


def chart_run(chart: ChartBlock, caption: str, host: Host, text: BlockText, brought: BroughtParts) -> str:
    """Return the run with the drawing of a chart, whose parts are brought into the file.

    Args:
        chart: the chart.
        caption: its caption, for those who cannot see it; empty for none.
        host: the paragraph in whose place it stands.
        text: writes its texts.
        brought: takes in its parts.
    """
    drawn = _drawn(chart, caption, host, text)
    look = TextLook(text.family, TITLE_SIZE, drawn.text_size, text.numerals == "thai")
    number = next(brought.drawing_ids)
    part = chart_part(drawn.chart, drawn.layout, look, number)
    brought.bring(part)
    return inline_chart(number, f"Chart {number}", drawn.chart, drawn.layout, part.relationship)


def chart_height(chart: ChartBlock, host: Host, text: BlockText) -> float:
    """Return the height of a chart as it is printed, in centimetres.

    Args:
        chart: the chart.
        host: the paragraph in whose place it stands.
        text: writes its texts.
    """
    return _drawn(chart, "", host, text).layout.chart_height


def _drawn(chart: ChartBlock, caption: str, host: Host, text: BlockText) -> Drawn:
    numbers = ChartNumbers.of(chart)
    series = []
    for place, name in enumerate(chart.columns[1:]):
        values = tuple(row[place] for row in numbers.rows)
        series.append(Series(text.printed(name), values, numbers.decimals[place]))
    scale = _scale(chart, numbers.values())
    value = DataChart(
        kind=_KINDS[chart.type],
        title=text.printed(title_of(chart)),
        categories=tuple(text.printed(row[0]) for row in chart.rows),
        series=tuple(series),
        scale=scale,
        decimals=max(numbers.decimals),
        description=text.printed(chart_in_words(chart, caption)),
        width=max((host.width - host.start) / _TWIPS_PER_CM, _NARROWEST_CM),
        height=min(float(chart.height or 0), _most_height(host)),
        form=ValueForm(numbers.sign),
    )
    texts = _texts(chart, numbers, scale, text)
    return lay_out_chart(value, texts, text.family, _most_height(host))


def _scale(chart: ChartBlock, values: tuple[Decimal, ...]) -> Scale:
    """Return the scale of the values; below a bar under zero, or a line above it, a number has room."""
    scale = round_scale(values, from_zero=chart.type != "line")
    least = min(values)
    has_number_below = least < 0 or (chart.type == "line" and scale.minimum > 0)
    if has_number_below and least - scale.minimum < scale.step / 2:
        return Scale(scale.minimum - scale.step, scale.maximum, scale.step)
    return scale


def _texts(chart: ChartBlock, numbers: ChartNumbers, scale: Scale, text: BlockText) -> ChartTexts:
    """Return the texts besides the names; the axis has the decimal places of its step."""
    values = [text.printed(number) for number in numbers.texts()]
    decimals = scale.step_decimals
    ends = [text.printed(numbers.written(value, decimals)) for value in (scale.minimum, scale.maximum)]
    entries = tuple(map(text.printed, categories_of(chart, numbers)))
    return ChartTexts(max(values, key=len), max(ends, key=len), entries)


def _most_height(host: Host) -> float:
    return host.height / _TWIPS_PER_CM - _CAPTION_CM
