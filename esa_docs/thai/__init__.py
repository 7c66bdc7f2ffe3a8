"""Thai as language: digits, numbers in words, dates, names, spacing and the order of words.

Pure functions without clock. Nothing outside the standard library is imported, for this lies on the way of
every start; `lines` loads its dictionary when a text is first broken into lines.

`digits` เลขไทย · `numbers` คำอ่านจำนวน · `baht` จำนวนเงินตัวอักษร · `dates`, `date_errors` วันเดือนปี ·
`months` เดือนที่เว้นวันไว้ · `calendar_names` · `times` เวลา · `text` script runs, spaces, forbidden characters ·
`pasted` อักขระที่ติดมากับการวาง · `refused` อักขระที่ไม่รับ ·
`loose_marks` สระและวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ · `lines` การตัดบรรทัด · `names` ชื่อบุคคล · `sorting` ลำดับพจนานุกรม.
"""

from esa_docs.thai.baht import baht_text
from esa_docs.thai.calendar_names import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from esa_docs.thai.date_errors import (
    DateError,
    NoSuchDay,
    NoSuchMonth,
    NotADate,
    NotAMonth,
    ReversedRange,
    WrongEra,
    WrongWeekday,
)
from esa_docs.thai.dates import (
    CE_TO_BE,
    FIRST_YEAR,
    LAST_YEAR,
    DateStyle,
    buddhist_year,
    fiscal_round,
    fiscal_year,
    format_date,
    format_date_range,
    parse_date,
    parse_month,
)
from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits, to_thai_digits, whole_number
from esa_docs.thai.lines import Width, line_pieces, wrap_lines
from esa_docs.thai.loose_marks import find_loose_mark, may_hold_loose_mark
from esa_docs.thai.months import (
    BLANK_DAY,
    DATE_OF_ISSUE,
    ThaiMonth,
    calendar_year,
    first_day_of,
    format_blank_day,
    format_date_or_month,
    last_day_of,
    name_date_or_month,
    parse_date_or_month,
)
from esa_docs.thai.names import format_name, is_rank
from esa_docs.thai.numbers import MAX_DIGITS, number_words
from esa_docs.thai.pasted import PastedSign, clean_text, count_signs, find_pasted, may_be_pasted, mend_text
from esa_docs.thai.refused import RefusedSort, refused_characters, sort_of_refused
from esa_docs.thai.sorting import SortKey, sort_key
from esa_docs.thai.text import (
    NO_BREAK_SPACE,
    bind_last_space,
    bind_spaces,
    breaking_characters,
    count_columns,
    is_thai,
    letters,
    normalise_spaces,
    script_runs,
)
from esa_docs.thai.times import NotATime, format_time, parse_time

__all__ = [
    "BLANK_DAY",
    "CE_TO_BE",
    "DATE_OF_ISSUE",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MAX_DIGITS",
    "MONTHS",
    "MONTH_ABBREVIATIONS",
    "NO_BREAK_SPACE",
    "WEEKDAYS",
    "WEEKDAY_ABBREVIATIONS",
    "DateError",
    "DateStyle",
    "NoSuchDay",
    "NoSuchMonth",
    "NotADate",
    "NotAMonth",
    "NotATime",
    "Numerals",
    "PastedSign",
    "RefusedSort",
    "ReversedRange",
    "SortKey",
    "ThaiMonth",
    "Width",
    "WrongEra",
    "WrongWeekday",
    "apply_numerals",
    "baht_text",
    "bind_last_space",
    "bind_spaces",
    "breaking_characters",
    "buddhist_year",
    "calendar_year",
    "clean_text",
    "count_columns",
    "count_signs",
    "find_loose_mark",
    "find_pasted",
    "first_day_of",
    "fiscal_round",
    "fiscal_year",
    "format_blank_day",
    "format_date",
    "format_date_or_month",
    "format_date_range",
    "format_name",
    "format_time",
    "is_rank",
    "is_thai",
    "last_day_of",
    "letters",
    "line_pieces",
    "may_be_pasted",
    "may_hold_loose_mark",
    "mend_text",
    "name_date_or_month",
    "normalise_spaces",
    "number_words",
    "parse_date",
    "parse_date_or_month",
    "parse_month",
    "parse_time",
    "refused_characters",
    "script_runs",
    "sort_key",
    "sort_of_refused",
    "to_arabic_digits",
    "to_thai_digits",
    "whole_number",
    "wrap_lines",
]
