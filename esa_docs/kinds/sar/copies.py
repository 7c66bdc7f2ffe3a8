"""Files for the centre's own system: one for each issue of a SAR that has results in the round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from esa_docs.kinds.sar.answers import IssueFacts, issues_of
from esa_docs.kinds.sar.content import Centre, Sar
from esa_docs.model.document import Document, Form
from esa_docs.model.picture_file import PictureFile
from esa_docs.model.prose.named_pictures import pictures_in

_CENTRE_FOLDER: Final = "centre"


def files_of(document: Document[Sar], form: Form[Sar]) -> tuple[Document[Sar], ...]:
    """Return a SAR and, where it asks for them, the files of its issues.

    Args:
        document: the SAR.
        form: how the file of an issue looks.
    """
    if document.content.centre is None:
        return (document,)
    return (document, *issue_files(document, form))


def issue_files(document: Document[Sar], form: Form[Sar]) -> tuple[Document[Sar], ...]:
    """Return a document for each issue that has results in the round.

    Args:
        document: a SAR; where it says nothing of the centre the files have their usual names.
        form: how the file of an issue looks.
    """
    reported = [facts for facts in issues_of(document.content) if facts.result.results]
    return tuple(_issue_file(document, facts, form) for facts in reported)


def _issue_file(document: Document[Sar], facts: IssueFacts, form: Form[Sar]) -> Document[Sar]:
    """Narrow a SAR to one issue. A change of anything else in the report then leaves its file as it is."""
    sar = document.content
    indicator = facts.indicator.answer.model_copy(update={"issues": (facts.issue.answer,)})
    content = Sar(
        scheme=sar.scheme,
        round=sar.round,
        evidence_pictures=sar.evidence_pictures,
        qr_codes=sar.qr_codes,
        indicators=(indicator,),
    )
    centre = sar.centre or Centre()
    standard_number = facts.indicator.standard.number
    indicator_number = facts.indicator.definition.number
    file_name = centre.name_of(
        standard_number, indicator_number, facts.issue.number, sar.round, document.year
    )
    return replace(
        document,
        name=f"{document.name}/{_CENTRE_FOLDER}/{file_name}",
        form=form,
        content=content,
        copy_of=document.name,
        annex=(),
        last_year=None,
        pictures=_pictures_of(content, document.pictures),
    )


def _pictures_of(sar: Sar, pictures: Mapping[str, PictureFile]) -> Mapping[str, PictureFile]:
    """Return those of the pictures of a report that a part of it prints."""
    if not pictures:
        return pictures
    names = {named_picture.item.file for named_picture in pictures_in(sar)}
    names.update(evidence.file for _path, evidence in sar.evidence() if evidence.file)
    return {name: picture for name, picture in pictures.items() if name in names}
