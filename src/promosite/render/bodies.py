"""Bodies in Markdown: one converter serves all pages, for making one takes longer than converting most bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown


@dataclass
class Bodies:
    """Makes a converter when the first body comes, and gives it out for each further one."""

    _converter: Markdown | None = None

    def converter(self, extensions: Sequence[Any], settings: Mapping[str, Any] | None) -> Markdown:
        """Return the converter, as if new; `extensions` and `settings` are the same in all calls of a build."""
        if self._converter is None:
            self._converter = Markdown(extensions=extensions, extension_configs=settings or {})
        return self._converter.reset()
