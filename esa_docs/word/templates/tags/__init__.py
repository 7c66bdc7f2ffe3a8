"""Tags made whole, and put in the place of what they choose or repeat."""
