"""รอบการรายงาน: the two rounds by which a fiscal year is reported."""

from __future__ import annotations

from typing import Final, Literal

Round = Literal["six_months", "twelve_months"]
ROUND_MONTHS: Final[dict[Round, int]] = {"six_months": 6, "twelve_months": 12}
"""How many months of the fiscal year each round is about, the earlier first."""
ROUND_NAMES: Final[dict[Round, str]] = {name: f"รอบ {months} เดือน" for name, months in ROUND_MONTHS.items()}
"""What each round is called in print."""
