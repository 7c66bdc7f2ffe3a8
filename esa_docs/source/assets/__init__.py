"""Files that content names: attachments, evidence, the emblem, templates, editions."""
