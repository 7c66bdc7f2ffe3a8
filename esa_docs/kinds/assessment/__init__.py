"""การประเมินตนเอง: what the self-assessments have in common; no kind of its own."""
