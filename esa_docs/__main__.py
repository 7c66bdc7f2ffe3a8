"""Run the command line by ``python -m esa_docs``, as ``esa-docs`` does."""

from esa_docs.cli import main

main()
