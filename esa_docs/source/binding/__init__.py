"""From a tree to a checked model, and the words for what does not fit."""
