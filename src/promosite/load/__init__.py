"""Load: a folder becomes `SourceFile`s whose fields know their line and column. Meaning is judged later."""

from promosite.load.files import SourceFile, load_content

__all__ = ["SourceFile", "load_content"]
