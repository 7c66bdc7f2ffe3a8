"""What a paper becomes after its content is complete: issued, sent, kept, compared, copied."""
