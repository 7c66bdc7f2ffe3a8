"""Scores from answers: pure and exact; each rule names the line of the scheme it follows."""
