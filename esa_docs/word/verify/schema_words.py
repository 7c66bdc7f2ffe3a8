"""Faults of the schema in the words of a reader."""

from __future__ import annotations

from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.word.verify.places import cut, quote
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault

_LONGEST_NAME: Final = 120
"""Signs of the name of an element; one that the schema does not know has its namespace before it."""
_LONGEST_NAMES: Final = 400
"""Signs of the names of all children that may be missing."""


def fault_in_words(fault: SchemaFault) -> str:
    """Return what is wrong, with the names of the elements as the file has them."""
    message = _message(fault.kind)
    return message.format(
        element=cut(fault.element, _LONGEST_NAME),
        name=cut(fault.name, _LONGEST_NAMES),
        value=quote(fault.value),
    )


def _message(kind: FaultKind) -> str:  # noqa: C901 one case for each kind
    match kind:
        case FaultKind.ODD_CHILD:
            message = _("the element {element} may not stand in {name}")
        case FaultKind.MISPLACED_CHILD:
            message = _("the element {element} stands too late or too often in {name}")
        case FaultKind.MISSING_CHILD:
            message = _("the element {element} lacks what it must hold: {name}")
        case FaultKind.ODD_ATTRIBUTE:
            message = _("the element {element} may not have the attribute {name}")
        case FaultKind.MISSING_ATTRIBUTE:
            message = _("the element {element} lacks the attribute {name}")
        case FaultKind.ODD_VALUE:
            message = _("the attribute {name} of the element {element} may not be {value}")
        case FaultKind.ODD_TEXT:
            message = _("the element {element} may not hold the text {value}")
        case FaultKind.ODD_ROOT:
            message = _("the part begins with the element {element} instead of {name}")
    return message
