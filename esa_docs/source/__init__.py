"""From files to checked values: text, YAML with places, projects, references resolved."""
