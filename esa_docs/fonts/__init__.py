"""Families, faces and their numbers: widths, line heights, finding, fetching, faces for layout."""
