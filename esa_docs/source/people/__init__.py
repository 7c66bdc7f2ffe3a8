"""The roster of people: people.yaml, or the office's own table."""
