"""Validate: each `SourceFile` on its own becomes a record, or findings that say why not."""

from promosite.validate.items import ValidFile, validate_item
from promosite.validate.reference import validate_reference

__all__ = ["ValidFile", "validate_item", "validate_reference"]
