"""What the engine itself says of its Markdown."""

import pytest
from mkdocs.config import load_config as engine_config

from promosite.site_settings import load_config
from tests.projects import ROOT


@pytest.fixture
def real_settings() -> dict[str, list[str]]:
    """The extensions that MkDocs uses for the real site, and those that our own configuration names."""
    own, _ = load_config(ROOT)
    assert own is not None
    engine = engine_config(str(ROOT / "mkdocs.yml"), plugins=[])
    return {"engine": list(engine.markdown_extensions), "site": list(own.markdown_extensions)}
