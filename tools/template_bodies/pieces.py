"""The pieces that template bodies are made of: runs and paragraphs with docxtpl's tags, fields, sections.

A piece is XML as a string. Loops and conditions are docxtpl's own tags, each in a paragraph of its own.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

A4_WIDTH_CM, A4_HEIGHT_CM = 21.0, 29.7


def twips(cm: float) -> int:
    """Return centimetres as twentieths of a point."""
    return round(cm * 1440 / 2.54)


def run(text: str, style: str = "") -> str:
    """Return a run.

    Args:
        text: its text; a tab character becomes a tab.
        style: its character style; empty for that of the paragraph.
    """
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    texts = [_text(piece) for piece in text.split("\t")]
    content = "<w:tab/>".join(texts)
    return f"<w:r>{properties}{content}</w:r>"


def _text(text: str) -> str:
    if not text:
        return ""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def field(instruction: str) -> str:
    """Return a field without a result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def entry(text: str, level: int) -> str:
    """Return the TC field by which a heading comes into the table of contents."""
    # The build gathers these fields, and so does Word when it is asked to update the table of contents.
    return field(f'TC "{text}" \\f m \\l {level}')


def bookmark(name: str, number: int) -> str:
    """Return a bookmark that `page_of` refers to. A tag in its name makes a bookmark for each turn of a loop.

    Args:
        name: without spaces, such as Cited{{one.mark}}.
        number: its number in the template.
    """
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def page_of(name: str) -> str:
    """Return a reference to the page of a bookmark. The build fills in the number when pages are known.

    Args:
        name: name of the bookmark, as in ``bookmark``.
    """
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def par(style: str, text: str, *, before: str = "", properties: str = "") -> str:
    """Return a paragraph.

    Args:
        style: its paragraph style.
        text: its text; empty for none.
        before: XML that goes in front of the text.
        properties: XML of other properties of the paragraph.
    """
    content = before
    if text:
        content += run(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def space_above(points: int) -> str:
    """Return the property of a paragraph that puts space above it."""
    return f'<w:spacing w:before="{points * 20}"/>'


def tag(statement: str) -> str:
    """Return a paragraph that holds a statement of the template and is not printed."""
    # The p makes docxtpl remove the whole paragraph: without it an empty one would be printed.
    return par("Normal", f"{{%p {statement} %}}")


def each(loop: str, *body: str) -> str:
    """Return paragraphs that are repeated: ``each("item in work.forms", …)``."""
    return tag(f"for {loop}") + "".join(body) + tag("endfor")


def when(condition: str, *body: str) -> str:
    """Return paragraphs that are printed only under a condition."""
    return tag(f"if {condition}") + "".join(body) + tag("endif")


def either(condition: str, first: str, second: str) -> str:
    """Return paragraphs that are printed under a condition, and others that are printed otherwise."""
    return tag(f"if {condition}") + first + tag("else") + second + tag("endif")


def choose(*choices: tuple[str, str]) -> str:
    """Return paragraphs of which those of the first condition that holds are printed.

    Args:
        choices: each condition with its paragraphs; an empty condition, which stands last, always holds.
    """
    pieces = []
    word = "if"
    for condition, body in choices:
        condition_tag = f"{word} {condition}" if condition else "else"
        pieces.append(tag(condition_tag) + body)
        word = "elif"
    return "".join(pieces) + tag("endif")


def each_kept_with_next(loop: str, style: str, text: str, *, condition: str = "loop.last") -> str:
    """Return a paragraph that is repeated. Some of its copies are kept on the page of what follows.

    By default it is the last: then a signature below never stands alone on a page.

    Args:
        loop: what the paragraph is repeated for.
        style: its paragraph style.
        text: its text.
        condition: condition in the loop for a copy that is kept with what follows.
    """
    kept_paragraph = par(style, text, properties="<w:keepNext/>")
    return each(loop, either(condition, kept_paragraph, par(style, text)))


def each_below_heading(loop: str, style: str, text: str) -> str:
    """Return a paragraph that is repeated below a heading; the first stays on the page of the second.

    The style of the heading keeps it with the first, so none of them stands alone at the foot of a page.
    It has two looks, so no bookmark: names of bookmarks stand once in a template.

    Args:
        loop: what the paragraph is repeated for.
        style: its paragraph style.
        text: its text.
    """
    kept_paragraph = par(style, text, properties="<w:keepNext/>")
    return each(loop, either("loop.first and not loop.last", kept_paragraph, par(style, text)))


def section(*, numbered_from: int | None = None) -> str:
    """Return the properties of a section.

    Args:
        numbered_from: number of its first page; None for a section without page numbers.
    """
    header = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if numbered_from else ""
    numbering = f'<w:pgNumType w:start="{numbered_from}"/>' if numbered_from else ""
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/>{_page_size()}'
        f'<w:pgMar w:top="{twips(2)}" w:right="{twips(2)}" w:bottom="{twips(1.5)}" w:left="{twips(3)}"'
        f' w:header="{twips(1)}" w:footer="{twips(1)}" w:gutter="0"/>{numbering}</w:sectPr>'
    )


def issued_section(*, first: bool = True, footer: bool = False, top_cm: float = 1.5) -> str:
    """Return the section of an issued document: page numbers in dashes from the second page on.

    Args:
        first: the first page has a head of its own.
        footer: something stands below the text.
        top_cm: centimetres from the edge to the text of the first page; by default those of the emblem.
    """
    first_head = '<w:headerReference w:type="first" r:id="rIdFirstHeader"/>' if first else ""
    feet = ""
    if footer:
        # With w:titlePg Word takes the foot of the first page from a reference of its own.
        feet = (
            '<w:footerReference w:type="default" r:id="rIdFooter"/>'
            '<w:footerReference w:type="first" r:id="rIdFooter"/>'
        )
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>{first_head}{feet}'
        f'<w:type w:val="nextPage"/>{_page_size()}'
        f'<w:pgMar w:top="{twips(top_cm)}" w:right="{twips(2)}" w:bottom="{twips(2)}" w:left="{twips(3)}"'
        f' w:header="{twips(0.6)}" w:footer="{twips(1)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def marked_section() -> str:
    """Return the section of a page without a number: its marks stand where memos and letters have them."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:type w:val="nextPage"/>{_page_size()}'
        f'<w:pgMar w:top="{twips(2)}" w:right="{twips(2)}" w:bottom="{twips(1.5)}" w:left="{twips(3)}"'
        f' w:header="{twips(0.6)}" w:footer="{twips(1)}" w:gutter="0"/></w:sectPr>'
    )


def _page_size() -> str:
    return f'<w:pgSz w:w="{twips(A4_WIDTH_CM)}" w:h="{twips(A4_HEIGHT_CM)}"/>'


def draft_head(value: str) -> str:
    """Return the head of a first page, which bears the word of a draft.

    Args:
        value: what the template is given for it, such as ``order.draft``.
    """
    return par("DraftMark", f"{{{{ {value} }}}}")


def secrecy_head(draft: str, secrecy: str) -> str:
    """Return the head of a first page: the mark of secrecy in the middle, the word of a draft at the right.

    Args:
        draft: what the template is given for the word of a draft.
        secrecy: what the template is given for the mark of secrecy.
    """
    draft_word = run(f"\t{{{{ {draft} }}}}", "DraftWord")
    return par("MarkLine", "", before=_secrecy_mark(secrecy) + draft_word)


def secrecy_number(secrecy: str) -> str:
    """Return the head of the pages that follow: the mark of secrecy above the page number."""
    mark_line = par("MarkLine", "", before=_secrecy_mark(secrecy))
    return when(secrecy, mark_line) + DASHED_NUMBER


def secrecy_foot(secrecy: str) -> str:
    """Return the foot of every page: the mark of secrecy in the middle."""
    return par("MarkLine", "", before=_secrecy_mark(secrecy))


def _secrecy_mark(secrecy: str) -> str:
    return run(f"\t{{{{ {secrecy} }}}}", "SecrecyMark")


def number_and_draft(value: str) -> str:
    """Return the head of a page: its number in the middle, the word of a draft at the right.

    Args:
        value: what the template is given for the word, such as ``report.draft``.
    """
    return par("MarkLine", "", before=run("\t") + field("PAGE") + run(f"\t{{{{ {value} }}}}", "DraftWord"))


PLAIN_NUMBER = par("Header", "", before=field("PAGE"))
DASHED_NUMBER = par("PageNumber", " -", before=run("- ") + field("PAGE"))
