"""Pages: layout copies, the engines that lay them out, true page numbers, PDF and pictures."""
