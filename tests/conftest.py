"""Sites that several tests look at are built once."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests.projects import SAMPLE_EPOCH, lay_project, lay_sample_year, mkdocs

# The same examples in every run, and nothing kept in the checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "promosite-hypothesis")
settings.register_profile("promosite", database=None, deadline=None, derandomize=True, max_examples=300)
# At night others each time, and many more (.github/workflows/nightly.yml).
settings.register_profile("nightly", database=None, deadline=None, max_examples=10_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "promosite"))


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, built strictly."""
    project = lay_project(tmp_path_factory.mktemp("real") / "project")
    result = mkdocs(project, "build", "--strict", "--quiet")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample year, built strictly as of 31 March 2025."""
    project = lay_sample_year(tmp_path_factory.mktemp("sample") / "project")
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=SAMPLE_EPOCH)
    assert result.returncode == 0, result.stderr
    return project
