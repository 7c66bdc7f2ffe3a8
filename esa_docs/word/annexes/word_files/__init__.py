"""Word files that are put into a paper as they are.

Nothing of such a file and nothing of the paper changes the look of the other. What the text of the file uses
comes in under names of its own: styles with the defaults of their file written out, lists, notes with the
numbers that they have there, bookmarks, drawings, parts. Its theme is resolved into plain fonts and colours.
Fields stand as the text that they show, but for numbers of pages and links to the web. Content controls give
way to what is in them, tracked changes are accepted, comments left out.

Of its settings nothing is taken over: the compatibility mode and the distance of default tabs are those of
the paper, and heads and feet of even pages are printed where the paper has such pages. What Word is asked to
ignore (`mc:Ignorable`) is left out, and of two branches of a drawing one stays that needs no newer Word.
"""
