"""The parts of a template file: whichever program wrote it, one form."""
