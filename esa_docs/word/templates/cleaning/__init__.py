"""What Word leaves behind while people type, taken away; runs joined, properties in order."""
