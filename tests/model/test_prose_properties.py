"""What holds of every text with marks, whatever people type."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from esa_docs.model.prose.literal import as_literal
from esa_docs.model.prose.prose import Style
from esa_docs.model.prose.reading import read_marks, read_prose
from esa_docs.word.prose_signs import with_signs, without_signs
from esa_docs.word.runs import RunStyle, escape, make_run_writer, printed_text

PIECES = (
    *("*", "**", "***", "__", "_", "^", "~", "[", "]", "(", ")", "^[", "](https://a.th)", "](x:y)"),
    *("{ref:ก}", "{field:ข}", "\\", "\n", " ", "ก", "ข้อ 5", "่", "ำ", "a", "7", "&", "<", "https://a.th/_b_"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
write_runs = make_run_writer(RunStyle(), "thai")


@given(TEXTS)
def test_a_literal_text_reads_as_it_was(text: str) -> None:
    reading = read_marks(as_literal(text))
    assert (str(reading.prose), reading.prose.spans) == (text, ())


@given(TEXTS)
def test_marks_stand_within_their_text_and_their_line(text: str) -> None:
    prose = read_prose(text)
    for span in prose.spans:
        assert 0 <= span.start <= span.end <= len(prose)
        assert "\n" not in prose.plain[span.start : span.end]
        if isinstance(span.mark, Style):
            assert span.start < span.end


@given(TEXTS)
def test_no_letter_is_made(text: str) -> None:
    # Every letter that is printed was typed, in the same order.
    typed = iter(text)
    assert all(letter in typed for letter in read_prose(text).plain)


@given(TEXTS)
def test_a_text_without_marks_is_printed_as_typed(text: str) -> None:
    reading = read_marks(text)
    if not reading.marks:
        assert str(reading.prose) == text


@given(TEXTS)
def test_signs_leave_the_text_alone(text: str) -> None:
    prose = read_prose(text)
    assert without_signs(with_signs(prose)) == prose.plain


@given(TEXTS)
def test_the_runs_hold_the_text_as_a_document_prints_it(text: str) -> None:
    prose = read_prose(text.replace("\n", " "))
    xml = write_runs(escape(with_signs(prose)))
    texts = re.findall(r"<w:t(?: xml:space=\"preserve\")?>([^<\ue100-\ue1ff]*)</w:t>", xml)
    assert html.unescape("".join(texts)) == printed_text(prose.plain, "thai")
