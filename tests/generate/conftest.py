"""The sample year, looked at once on 31 March 2025."""

from datetime import datetime

import pytest

from promosite.clock import VIETNAM
from tests.projects import lay_sample_year
from tests.worlds import World, look

SAMPLE_MOMENT = datetime(2025, 3, 31, 12, tzinfo=VIETNAM)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The sample year as of 31 March 2025."""
    return look(lay_sample_year(tmp_path_factory.mktemp("sample-year") / "project"), SAMPLE_MOMENT)
