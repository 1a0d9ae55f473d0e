"""security.txt names a contact that was configured, and none that was not."""

from datetime import datetime
from pathlib import Path

import pytest

from promosite.clock import VIETNAM
from promosite.generate.security import PLACE
from tests.worlds import CONFIG, glance

MOMENT = datetime(2026, 11, 22, 23, 59, tzinfo=VIETNAM)


def file(root: Path, config: str) -> str | None:
    files = {one.uri: one.content for one in glance(root, {"mkdocs.yml": config}, MOMENT).files}
    return files[PLACE].decode() if PLACE in files else None


def test_it_says_where_to_report_and_until_when(tmp_path: Path) -> None:
    assert file(tmp_path, CONFIG) == (
        "Contact: mailto:mau@example.org\n"
        "Expires: 2027-11-21T00:00:00Z\n"
        "Preferred-Languages: vi, en\n"
        "Canonical: https://example.org/mau/.well-known/security.txt\n"
    )


@pytest.mark.parametrize("contact", ["null", "{phone: 0254 000 000}"])
def test_without_an_address_there_is_none(tmp_path: Path, contact: str) -> None:
    assert file(tmp_path, CONFIG.replace("{email: mau@example.org}", contact)) is None
