"""Cells of Excel: value, number format, and the text that stands on the screen.

Worked out by hand from the description of number formats (ECMA-376 part 1, 18.8.31) and the calendar:
31 March 2026 is a Tuesday, B.E. 2569. LibreOffice shows the same where `AS_LIBREOFFICE` has the line.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

DAY: Final = dt.datetime(2026, 3, 31)  # noqa: DTZ001 as openpyxl gives it
AFTERNOON: Final = dt.datetime(2026, 3, 31, 13, 5, 7)  # noqa: DTZ001 as openpyxl gives it

AS_LIBREOFFICE: Final[list[tuple[object, str, str]]] = [
    (0.955, "0.0%", "95.5%"),
    (0.955, "0%", "96%"),
    (0.5, "#%", "50%"),
    (12345, "#,##0", "12,345"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1234567.891, "#,##0.##", "1,234,567.89"),
    (2.345, "0.00", "2.35"),
    (0.1 + 0.2, "0.0", "0.3"),
    (0.1 + 0.2, "General", "0.3"),
    (12, "General", "12"),
    (5, "00", "05"),
    (1.5, "0.##", "1.5"),
    (-12, "0", "-12"),
    (-5, "#,##0_);(#,##0)", "(5)"),
    (5, "#,##0_);(#,##0)", "5"),
    (-5.5, "#,##0.00;[Red]-#,##0.00", "-5.50"),
    (5, "[Red]0", "5"),
    (0, '0;-0;"ไม่มี"', "ไม่มี"),
    (3.14159, '0" คน"', "3 คน"),
    (15, 'General" คน"', "15 คน"),
    (15, '"ร้อยละ "0', "ร้อยละ 15"),
    (1, "[$฿-41E]#,##0.00", "฿1.00"),
    (812345678, "000-000-0000", "081-234-5678"),
    (812345678, "0##-###-####", "081-234-5678"),
    (1234567890123, "0-0000-00000-00-0", "1-2345-67890-12-3"),
    (12, "[$-D00041E]0.00", "๑๒.๐๐"),
    (12345, "[$-D00041E]#,##0", "๑๒,๓๔๕"),
    (DAY, "d/m/yyyy", "31/3/2026"),
    (DAY, "dd/mm/yy", "31/03/26"),
    (DAY, "yyyy-mm-dd", "2026-03-31"),
    (DAY, "[$-41E]dddd d mmmm", "อังคาร 31 มีนาคม"),
    (DAY, "[$-107041E]d mmm yyyy;@", "31 มี.ค. 2569"),
    (DAY, "[$-107041E]d mmm yy;@", "31 มี.ค. 69"),
    (DAY, "[$-D07041E]d mmmm yyyy;@", "๓๑ มีนาคม ๒๕๖๙"),
    (DAY, "[$-1070000]d/mm/yyyy;@", "31/03/2569"),
    (DAY, "[$-409]d mmmm yyyy", "31 March 2026"),
    (DAY, "[$-409]ddd d-mmm-yy", "Tue 31-Mar-26"),
    (AFTERNOON, "h:mm", "13:05"),
    (AFTERNOON, "hh:mm:ss", "13:05:07"),
    (AFTERNOON, "h:mm AM/PM", "1:05 PM"),
    (AFTERNOON, "d/m/yyyy h:mm", "31/3/2026 13:05"),
    (dt.time(8, 30), "h:mm", "8:30"),
    (dt.time(8, 30), 'hh.mm" น."', "08.30 น."),
    (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    (dt.timedelta(minutes=90, seconds=9), "[m]:ss", "90:09"),
    (dt.timedelta(seconds=61.25), "mm:ss.00", "01:01.25"),
    (12, "@", "12"),
    ("ก ข", "@", "ก ข"),
    ("ตัวอย่าง", '"ร.ร."@', "ร.ร.ตัวอย่าง"),
    (True, "General", "TRUE"),
]
"""Lines on which LibreOffice and Excel agree."""

AS_EXCEL: Final[list[tuple[object, str, str]]] = [
    (12, "0.##", "12."),
    (DAY, "[$-41E]d mmm bb", "31 มี.ค. 69"),
    (DAY, "[$-41E]d mmmm bbbb", "31 มีนาคม 2569"),
    (DAY, "[$-41E]dddd d mmmm bbbb", "อังคาร 31 มีนาคม 2569"),
    (False, "0", "FALSE"),
    (12, "t0.00", "๑๒.๐๐"),
    (12345, "t#,##0", "๑๒,๓๔๕"),
    (1 / 3, "General", "0.333333333"),
    (1234567890123, "General", "1234567890123"),
    (DAY, "[$-1054]d mmm bb", "31 มี.ค. 69"),
    (DAY, "[$-D00041E]d mmm bb", "๓๑ มี.ค. ๖๙"),
    (DAY, "[$-th-TH,D07]d mmm yyyy", "๓๑ มี.ค. ๒๕๖๙"),
    (DAY, "[$-th-TH]d mmm bb", "31 มี.ค. 69"),
    (DAY, "[$-41E]ddd", "อ."),
    (DAY, "d mmmm yyyy", "31 มีนาคม 2026"),
    (DAY, "[$-F800]dddd d mmmm yyyy", "อังคาร 31 มีนาคม 2569"),
    (DAY, "[$-409]mmmmm", "M"),
]
"""Lines that LibreOffice 7.4 shows otherwise, or by the language in which it runs."""

UNREAD_FORMATS: Final[list[tuple[object, str, str]]] = [
    (0.5, "# ?/?", "0.5"),
    (12345, "0.00E+00", "12345"),
    (5, "[>3]0;0.0", "5"),
    (1234567, "#,##0,", "1234567"),
    (-5, "#,##0;[Red]#,##0", "-5"),
    (5, ";;;", "5"),
    (DAY, "[$-407]d mmmm yyyy", "2569-3-31"),
    (DAY, "[$-411]ge.m.d", "2569-3-31"),
    (0.0000123456, "General", "0.0000123456"),
    (-3, "d/m/yyyy", "-3"),
    (12, "[DBNum1]0", "12"),
]
"""Lines whose format is not read: the value itself comes in, and that is told."""
