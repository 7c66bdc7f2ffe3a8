"""What is kept of papers below ``issued/``."""
