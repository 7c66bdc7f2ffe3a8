"""What templates print: the variables of each form, declared beside its view, and how they are read."""
