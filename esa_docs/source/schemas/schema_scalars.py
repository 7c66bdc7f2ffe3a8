"""What single values look like to an editor: it guesses numbers and booleans where ``check`` reads text.

``begins: 9.30`` is a number to an editor, ``draft: yes`` a text; the program takes both as they are typed.
"""

from __future__ import annotations

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from esa_docs.model.typed_scalars import BOOLEAN, TEXT, TYPES_OF_TEXT


class SchemaOfTypedContent(GenerateJsonSchema):
    """Makes JSON Schemas that let pass what ``check`` takes, as an editor reads it."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text, which may look like a number or a boolean."""
        if schema.get("min_length"):
            return dict(TEXT)
        return {"type": TYPES_OF_TEXT}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002 pydantic hands it in
        """Return the schema of true or false, in all words that stand for them."""
        return dict(BOOLEAN)
