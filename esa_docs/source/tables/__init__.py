"""Tables of the office, in Excel or as CSV: cells as they are shown, each with its place."""
