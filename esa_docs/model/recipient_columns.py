"""What is known of a recipient: a list of recipients may have any columns, which texts name as fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, Self, cast

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Content, check_text
from esa_docs.model.people import References
from esa_docs.thai.typed_dates import is_like_date, surely_read_date

HEADS_OF_RECIPIENTS: Final[Mapping[str, str]] = {
    "เรียน": "to",
    "ผู้รับ": "to",
    "to": "to",
    "ชื่อย่อ": "short",
    "short": "short",
    "รหัส": "key",
    "id": "key",
    "key": "key",
}
"""The field of each column by which a recipient is named, by its head."""
_HAS_DIGIT: Final = re.compile(r"\d")
_BY_WHICH_ROWS_BELONG: Final = ("key", "short", "to")
"""Fields by which rows of a table belong to a recipient: the first that the recipient has."""


def column_key(head: str) -> str:
    """Return a head as heads are compared: with even blanks, and without case."""
    return unicodedata.normalize("NFC", " ".join(head.split())).casefold()


def value_key(value: str) -> str:
    """Return a value as values of rows and of recipients are compared; leading zeros count."""
    return thai.to_arabic_digits(column_key(value))


def printed_value(value: str) -> str:
    """Return a value as a text has it: a sure date in its long form, in Arabic digits; all else as it is."""
    date = surely_read_date(value) if _HAS_DIGIT.search(value) else None
    return value if date is None else thai.format_date(date, "long", "arabic")


def is_doubtful_date(value: str) -> bool:
    """Return whether a value reads like a date and means no day for certain: it is printed as typed."""
    return _HAS_DIGIT.search(value) is not None and is_like_date(value) and surely_read_date(value) is None


def _check_column(value: object) -> object:
    """Return what a column says on one line; nothing as an empty text."""
    if value is None:
        return ""
    text = check_text(value)
    return " ".join(text.split()) if isinstance(text, str) else text


def _unknown_keys(values: object, fields: Collection[str], *, has_columns: bool) -> Iterator[str]:
    """Generate the keys of a recipient that are neither fields nor further columns."""
    if not isinstance(values, dict):
        return
    for key in values:
        is_other_name = column_key(str(key)) in HEADS_OF_RECIPIENTS
        if key not in fields and (is_other_name or not has_columns):
            yield key


def _taken_over(error: ErrorDetails) -> InitErrorDetails:
    """Return an error as it is raised again, with its type and what its words need."""
    error_type = PydanticCustomError(error["type"], "taken over", error.get("ctx"))
    return InitErrorDetails(type=error_type, loc=error["loc"], input=error["input"])


class Recipient(Content):
    """A recipient with the columns of its list."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[str, BeforeValidator(_check_column)]] = Field(init=False)

    @model_validator(mode="wrap")
    @classmethod
    def _refuse_unknown_keys(
        cls, values: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Refuse keys that are no further columns: heads of tables that stand for another key.

        In content in which fields mean nothing no key is a further column.

        Raises:
            ValidationError: it has some, or anything else is wrong.
        """
        has_columns = not isinstance(info.context, References) or info.context.reads_marks
        unknown_keys = list(_unknown_keys(values, cls.model_fields, has_columns=has_columns))
        if not unknown_keys:
            return handler(values)
        details = [InitErrorDetails(type="extra_forbidden", loc=(key,), input=None) for key in unknown_keys]
        try:
            handler({key: value for key, value in values.items() if key not in unknown_keys})
        except ValidationError as fault:
            details += map(_taken_over, fault.errors())
        raise ValidationError.from_exception_data(cls.__name__, details)

    @property
    def further_columns(self) -> dict[str, str]:
        """What its further columns say, by their heads as typed."""
        return dict(self.__pydantic_extra__)

    def columns(self) -> dict[str, str]:
        """Return what each of its columns says, by the key of the head; empty where it says nothing."""
        values = {column_key(head): text for head, text in self.further_columns.items()}
        for head, field in HEADS_OF_RECIPIENTS.items():
            values[head] = getattr(self, field, None) or ""
        return values

    def with_columns(self, keys: Iterable[str]) -> Self:
        """Return the recipient with those of its further columns that are named.

        Args:
            keys: keys of their heads.
        """
        named_keys = frozenset(keys)
        columns = {
            head: text for head, text in self.further_columns.items() if column_key(head) in named_keys
        }
        if len(columns) == len(self.further_columns):
            return self
        fields: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        copy = type(self).model_construct(None, **fields)
        # Not as arguments: a column may have the name of one, such as _fields_set.
        object.__setattr__(copy, "__pydantic_extra__", columns)
        return cast("Self", copy)

    def value_of_rows(self, column: str) -> str:
        """Return by which value the rows of a table belong to it.

        That is what its own column of the same head says; without one its key, else its short name, else its
        name.

        Args:
            column: head of the column of the table.
        """
        values = self.columns()
        names = [column_key(column), *_BY_WHICH_ROWS_BELONG]
        for name in names:
            if values.get(name):
                return value_key(values[name])
        return ""
