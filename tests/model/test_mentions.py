"""Which texts name which products: by link or whole title, never by a piece of one."""

from pathlib import Path

import pytest

from promosite.model.items import Kind
from promosite.model.mentions import mentions
from tests.worlds import glance, news, press, product

BARE = {"content/vi/news/tin-mau.md": None, "content/en/news/tin-mau.md": None}


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Nói về muối mẫu.", True),
        ("MUỐI MẪU và những thứ khác.", True),
        ("Hạt **muối mẫu** phơi nắng.", True),
        ("Muối\nmẫu xuống dòng.", True),
        ("Xem [trang này](../products/muoi-mau.md).", True),
        ("Xem [đoạn này](../products/muoi-mau.md#mua-vu).", True),
        ("Muối. Mẫu khác.", False),
        ("Muối mẫuu.", False),
        ("Muối thường, mẫu thường.", False),
        ("Xem [trang này](muoi-mau.md).", False),
        ("Xem [trang này](../news/muoi-mau.md).", False),
    ],
)
def test_what_names_a_product(tmp_path: Path, body: str, named: bool) -> None:
    files = BARE | {"content/vi/news/a.md": news(f"{body}[^bao-mau]")}
    found = mentions(glance(tmp_path, files).site.catalogue.items.values())
    assert found == ({"product/muoi-mau": {"news/a"}} if named else {})


def test_a_title_of_one_word_names_nothing(tmp_path: Path) -> None:
    files = {
        "content/vi/products/muoi-mau.md": product(title='"Muối"'),
        "content/vi/news/a.md": news("Muối.[^bao-mau]"),
    }
    assert mentions(glance(tmp_path, files).site.catalogue.items.values()) == {}


def test_products_name_each_other_by_files_beside_them(tmp_path: Path) -> None:
    files = {"content/vi/products/duong-mau.md": product("Như [muối](muoi-mau.md).[^bao-mau]", title='"Đường mẫu"')}
    assert mentions(glance(tmp_path, files).site.catalogue.items.values()) == {
        "product/muoi-mau": {"product/duong-mau"}
    }


def test_a_product_is_told_of_by_what_is_related_and_by_what_names_it(tmp_path: Path) -> None:
    files = {
        "content/vi/products/muoi-mau.md": product(related="[news/tin-mau, product/duong-mau]"),
        "content/vi/products/duong-mau.md": product(title='"Đường mẫu"'),
        "content/vi/press/bao.md": press("Bài về muối mẫu.", published="2024-07-01"),
    }
    catalogue = glance(tmp_path, files).site.catalogue
    salt, sugar = sorted(catalogue.of_kind(Kind.PRODUCT), key=lambda item: item.slug, reverse=True)
    assert [item.id for item in catalogue.naming(salt)] == ["press/bao", "news/tin-mau"]
    assert catalogue.naming(sugar) == ()


def test_of_titles_that_begin_alike_the_whole_one_counts(tmp_path: Path) -> None:
    files = BARE | {
        "content/vi/products/muoi-mau.md": None,
        "content/en/products/muoi-mau.md": None,
        "content/vi/products/a.md": product(title='"Bánh tráng mẫu"'),
        "content/vi/products/b.md": product(title='"Bánh tráng mẫu phơi sương"'),
        "content/vi/products/c.md": product(title='"Bánh tráng khác"'),
        "content/vi/news/a.md": news("Có bánh tráng mẫu.[^bao-mau]"),
        "content/vi/news/b.md": news("Có bánh tráng mẫu phơi sương.[^bao-mau]"),
    }
    assert mentions(glance(tmp_path, files).site.catalogue.items.values()) == {
        "product/a": {"news/a", "news/b", "product/b"},
        "product/b": {"news/b"},
    }
