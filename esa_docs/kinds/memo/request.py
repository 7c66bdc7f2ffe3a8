"""A memo that asks somebody of the office for something."""

from __future__ import annotations

from collections.abc import Mapping

from esa_docs.model.draft import Request


def write_request(request: Request) -> Mapping[str, object]:
    """Return a request as the content of a memo."""
    return {
        "kind": "memo",
        "to": request.to,
        "subject": request.subject,
        "text": list(request.text),
        "closing": request.closing,
        "signature": {"by": request.signer},
    }
