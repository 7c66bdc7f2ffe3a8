"""A work's procedure as a graph: steps, arrows, their checks, and where they stand on paper. No Word XML."""
