"""Names of months and weekdays, full and abbreviated, as dictionaries and government papers write them."""

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""เดือน: full names, January first."""

MONTH_ABBREVIATIONS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"""อักษรย่อเดือน: January first."""

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""วัน: names without the word วัน, Monday first as `date.weekday()` counts."""

WEEKDAY_ABBREVIATIONS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
"""อักษรย่อวัน: Monday first."""
