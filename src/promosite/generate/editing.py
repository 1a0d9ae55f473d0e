"""Files for those who write: JSON Schemas for text editors, settings for the editor in the browser."""

import json
from collections.abc import Iterator

from promosite.generate.site import Site
from promosite.model.outputs import FileOutput


def editing_files(site: Site) -> Iterator[FileOutput]:
    """Yield what helps to write an item without knowing its fields by heart."""
    # Imported when they are made: the check of the content makes none, and waits for every import.
    from promosite.editor import forms, settings
    from promosite.schema import address_of, schemas

    tables = [site.messages[lang] for lang in site.config.locales]
    for name, schema in schemas(site.config.locales, tables).items():
        yield _json(address_of(name), schema)
    yield _json("admin/config.json", settings(site.config, site.catalogue, tables))
    yield _json("admin/form.json", forms(site.config, tables))


def _json(uri: str, value: object) -> FileOutput:
    return FileOutput(uri, f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode())
