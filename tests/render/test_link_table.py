"""Links in bodies lead to pages and files; a page that a language lacks is the source language's."""

import pytest

from promosite.render.link_table import link_table

TABLE = link_table(
    {"vi/index.md": "", "vi/news/a.md": "news/a/", "vi/news/b.md": "news/b/", "en/news/a.md": "en/news/a/"},
    ["assets/media/ảnh mẫu.webp"],
    ("vi", "en"),
)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("vi/index.md", "./"),
        ("vi/news/a.md", "news/a/"),
        ("en/news/a.md", "en/news/a/"),
        ("en/news/b.md", "news/b/"),
        ("en/news/./b.md", "news/b/"),
        ("fr/news/b.md", None),
        ("vi/news/c.md", None),
        ("en/news/c.md", None),
        ("news/a.md", None),
        ("assets/media/ảnh mẫu.webp", "assets/media/%E1%BA%A3nh%20m%E1%BA%ABu.webp"),
        ("vi/assets/media/ảnh mẫu.webp", "assets/media/%E1%BA%A3nh%20m%E1%BA%ABu.webp"),
        (".", None),
        ("../x", None),
    ],
)
def test_where_a_path_leads(path: str, address: str | None) -> None:
    assert TABLE.resolve(path) == address
