"""Lets ``python -m esa_docs.cli`` do what ``esa-docs`` does."""

from esa_docs.cli import main

main()
