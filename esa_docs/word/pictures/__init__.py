"""Pictures on their way into a Word file: upright, scaled to paper, without metadata."""
