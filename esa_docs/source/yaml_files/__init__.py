"""YAML files: text, its tree with places, what YAML would eat, and changes of the text."""
