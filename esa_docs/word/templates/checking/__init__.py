"""What is wrong with a template, before a document is made with it: all faults at once, with places."""
