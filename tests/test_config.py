"""The configuration: what it takes, and that nothing in it brings the lint down."""

from pathlib import Path

import pytest

from promosite.config import load_config
from promosite.pipeline import prepare
from tests.worlds import CONFIG, MOMENT, glance, lay

NEITHER = CONFIG.split("extra:")[0] + "plugins:" + CONFIG.split("plugins:")[1]


def read(tmp_path: Path, text: str | bytes) -> list[tuple[str, str]]:
    (tmp_path / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    config, findings = load_config(tmp_path)
    assert (config is None) is bool(findings)
    assert {str(one.source) for one in findings} <= {"mkdocs.yml"}
    return [(one.code, one.params.get("field", "")) for one in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CONFIG, []),
        (NEITHER, []),
        (CONFIG + "theme: {name: material}\n", []),
        ("", [("config-invalid", "site_url"), ("config-invalid", "languages")]),
        ("- a\n- b\n", [("config-invalid", "site_url"), ("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\n", [("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\nplugins:\n", [("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [search]\n", [("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\nplugins: {i18n: {}}\n", [("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [{i18n: }]\n", [("config-invalid", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [{i18n: {languages: vi}}]\n", [("config-invalid", "languages")]),
        (CONFIG.replace("locale: en", "locale: eng"), [("config-invalid", "languages.1.locale")]),
        (CONFIG.replace("name: English, ", ""), [("config-invalid", "languages.1.name")]),
        (
            CONFIG.replace("site_url: https://example.org/mau/", "site_url: example.org"),
            [("config-invalid", "site_url")],
        ),
        (CONFIG.replace("page_size: 5", "page_size: 4"), [("config-invalid", "page_size")]),
        (CONFIG.replace("page_size: 5", "pagesize: 5"), [("config-invalid", "pagesize")]),
        (CONFIG.replace("email: mau@example.org", "email: mau"), [("config-invalid", "contact.email")]),
        (CONFIG.replace('"https://example.org/"', '"javascript:alert(1)"'), [("config-invalid", "publisher.url")]),
        (CONFIG.replace("page_size: 5", 'cname: "http://mau.vn"'), [("config-invalid", "cname")]),
        (CONFIG.replace("page_size: 5", "cname: example.org"), []),
        (CONFIG.replace("page_size: 5", "cname: www.example.org"), [("config-cname", "")]),
        (CONFIG.replace("page_size: 5", "cname: mau.vn").replace("example.org/mau/", "MAU.vn:8443/"), []),
        ("site_url: [\n", [("config-unreadable", "")]),
        ("theme: !!python/object/apply:os.system [exit]\n", [("config-unreadable", "")]),
        (b"site_url: \xff\n", [("config-unreadable", "")]),
    ],
)
def test_configurations(tmp_path: Path, text: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert read(tmp_path, text) == expected


def test_no_configuration_is_a_finding_and_gives_nothing(tmp_path: Path) -> None:
    site, outputs, findings = prepare(tmp_path, MOMENT)
    assert (site, outputs.pages, outputs.files) == (None, (), ())
    assert [one.code for one in findings] == ["config-unreadable"]


def test_what_the_owner_leaves_open_is_a_warning(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": NEITHER})
    assert [(one.code, one.severity, str(one.source)) for one in tiny.judged] == [
        ("contact-missing", "warning", "mkdocs.yml"),
        ("publisher-missing", "warning", "mkdocs.yml"),
    ]


@pytest.mark.parametrize(
    ("lang", "address", "path", "absolute"),
    [
        ("vi", "", "", "https://example.org/mau/"),
        ("en", "", "en/", "https://example.org/mau/en/"),
        ("vi", "news/a/", "news/a/", "https://example.org/mau/news/a/"),
        ("en", "news/a/", "en/news/a/", "https://example.org/mau/en/news/a/"),
    ],
)
def test_addresses(tmp_path: Path, lang: str, address: str, path: str, absolute: str) -> None:
    config, _ = load_config(lay(tmp_path))
    assert config is not None
    assert (config.url_path(lang, address), config.absolute(lang, address)) == (path, absolute)


def test_one_configuration_holds_what_it_says(tmp_path: Path) -> None:
    config, _ = load_config(lay(tmp_path))
    assert config is not None
    assert (config.locales, config.source_lang, config.page_size) == (("vi", "en"), "vi", 5)
    assert config.messages_dir == tmp_path / "messages"
    assert config.publisher is not None
    assert config.publisher.name.text("en") == "Sample Department"


@pytest.mark.parametrize(
    ("site_url", "host"),
    [
        ("https://example.org/mau/", "example.org"),
        ("https://example.org", "example.org"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
    ],
)
def test_host_and_names_of_the_site(tmp_path: Path, site_url: str, host: str) -> None:
    own = CONFIG.replace("https://example.org/mau/", site_url)
    config, _ = load_config(lay(tmp_path, {"mkdocs.yml": own}))
    assert config is not None
    assert config.host == host
    assert [config.site_name(lang) for lang in ("vi", "en")] == ["Tỉnh Mẫu", "Sample Province"]
