"""The configuration: what it takes, and that nothing in it brings the lint down."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from promosite.engine_settings import SETTINGS
from promosite.model.outputs import Outputs
from promosite.pipeline import prepare
from promosite.site_settings import load_config
from tests.worlds import CONFIG, MOMENT, glance, lay

OURS = CONFIG[CONFIG.index("theme:") :]
PLUGINS = "plugins:" + CONFIG.split("plugins:")[1]
BAD_PATHS = ("/mau?a=b", "/mau#a", "/../mau/", "/mau//", "/./", "/mẫu/", "/ma%20u/")
BAD_BRANCHES = ("a..b", "a/", "a//b", "a.", "a/.b", ".a", "-a", "a b")
NEITHER = CONFIG.split("extra:")[0] + PLUGINS


def read(tmp_path: Path, text: str | bytes) -> list[tuple[str, str, str]]:
    (tmp_path / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    config, findings = load_config(tmp_path)
    assert (config is None) is bool(findings)
    assert {one.source.path for one in findings} <= {"mkdocs.yml"}
    return [(one.code, f"{one.source.line}:{one.source.column}", one.params.get("field", "")) for one in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CONFIG, []),
        (NEITHER, []),
        (CONFIG + "strict: true\n", []),
        ("", [("yaml-documents", "1:1", "")]),
        ("- a\n- b\n", [("field-missing", "1:1", "site_url"), ("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\n", [("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\nplugins:\n", [("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [search]\n", [("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\nplugins: {i18n: {}}\n", [("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [{i18n: }]\n", [("field-missing", "1:1", "languages")]),
        ("site_url: https://mau.vn/\nplugins: [{i18n: {languages: vi}}]\n", [("type-list", "2:30", "languages")]),
        (CONFIG.replace("locale: en", "locale: eng"), [("value-form", "12:20", "languages[2].locale")]),
        (CONFIG.replace("name: English, ", ""), [("field-missing", "12:11", "languages[2].name")]),
        (
            CONFIG.replace("site_url: https://example.org/mau/", "site_url: example.org"),
            [("value-form", "1:11", "site_url")],
        ),
        (CONFIG.replace("page_size: 5", "page_size: 4"), [("value-range", "6:16", "page_size")]),
        (CONFIG.replace("page_size: 5", "pagesize: 5"), [("field-unknown", "6:5", "pagesize")]),
        (CONFIG.replace("email: mau@example.org", "email: mau"), [("value-form", "5:22", "contact.email")]),
        (CONFIG.replace('"https://example.org/"', '"javascript:alert(1)"'), [("value-form", "4:69", "publisher.url")]),
        (CONFIG.replace("page_size: 5", 'cname: "http://mau.vn"'), [("value-form", "6:12", "cname")]),
        (CONFIG.replace("page_size: 5", "cname: example.org"), []),
        (CONFIG.replace("page_size: 5", "cname: www.example.org"), [("config-cname", "6:12", "")]),
        (CONFIG.replace("page_size: 5", "cname: mau.vn").replace("example.org/mau/", "MAU.vn:8443/"), []),
        *((CONFIG.replace("/mau/", path), [("value-form", "1:11", "site_url")]) for path in BAD_PATHS),
        *(
            (CONFIG.replace("page_size: 5", f"branch: {one}"), [("value-form", "6:13", "branch")])
            for one in BAD_BRANCHES
        ),
        (CONFIG.replace("page_size: 5", "branch: a/b-c.d"), []),
        (CONFIG.replace("page_size: 5", "repository: a/.."), [("value-form", "6:17", "repository")]),
        (CONFIG.replace("page_size: 5", "repository: a/.github"), []),
        (CONFIG + "site_nmae: Mẫu\n", [("field-unknown", "15:1", "site_nmae")]),
        (CONFIG.replace(OURS, "theme: material\n"), [("type-mapping", "13:8", "theme")]),
        (CONFIG.replace("name: material", "name: mkdocs"), [("config-fixed", "13:15", "theme.name")]),
        (CONFIG.replace("src/promosite/theme", "theme"), [("config-fixed", "13:37", "theme.custom_dir")]),
        (CONFIG.replace("hooks/build_site.py", "hooks/a.py"), [("config-fixed", "14:8", "hooks")]),
        (
            CONFIG.replace(OURS, ""),
            [("config-fixed", "1:1", name) for name in ("theme.name", "theme.custom_dir", "hooks")],
        ),
        (CONFIG + "use_directory_urls: 1\n", [("config-fixed", "15:21", "use_directory_urls")]),
        (
            CONFIG.replace("i18n:\n", "i18n:\n      docs_structure: suffix\n"),
            [("config-fixed", "10:23", "plugins.i18n.docs_structure")],
        ),
        (
            CONFIG.replace("i18n:\n", "i18n:\n      fallback_to_default: false\n"),
            [("config-fixed", "10:28", "plugins.i18n.fallback_to_default")],
        ),
        (CONFIG + "use_directory_urls: false\n", [("config-fixed", "15:21", "use_directory_urls")]),
        (CONFIG + "docs_dir: src\n", [("config-fixed", "15:11", "docs_dir")]),
        (CONFIG.partition("extra:")[0] + "extra: []\n" + PLUGINS, [("type-mapping", "2:8", "extra")]),
        (
            CONFIG.partition("extra:")[0] + "extra: {promosite: 7}\n" + PLUGINS,
            [("type-mapping", "2:20", "extra.promosite")],
        ),
        (CONFIG.replace("sane_lists", "sane_list"), [("config-extension", "7:31", "")]),
        (CONFIG.replace("abbr", "abbr: {}"), []),
        (CONFIG.replace("[tables, sane_lists, abbr, def_list]", "{tables: {}, promosite: }"), []),
        (
            CONFIG.replace("[tables, sane_lists, abbr, def_list]", "{tables: {}, no.where: }"),
            [("config-extension", "7:35", "")],
        ),
        (CONFIG.replace("plugins:\n  - i18n:", "plugins:\n    i18n:"), []),
        (CONFIG.replace("locale: en", "locale: vi"), [("config-languages", "12:20", "")]),
        (CONFIG.replace("locale: en", "default: true, locale: en"), [("config-languages", "12:21", "")]),
        (CONFIG.replace("locale: en", "build: false, locale: en"), [("config-languages", "12:19", "")]),
        (CONFIG.replace(", default: true", ""), [("config-languages", "11:11", "")]),
        ("site_url: [\n", [("yaml-syntax", "1:11", "")]),
        ("theme: !!python/object/apply:os.system [exit]\n", [("yaml-tag", "1:8", "")]),
        (b"site_url: \xff\n", [("text-not-utf8", "1:1", "")]),
    ],
)
def test_configurations(tmp_path: Path, text: str | bytes, expected: list[tuple[str, str, str]]) -> None:
    assert read(tmp_path, text) == expected


def test_every_setting_of_the_engine_is_known_and_none_else() -> None:
    """Those left out: what MkDocs works out by itself, and what it only keeps to refuse it or for old files."""
    engine = {name for name, _ in MkDocsConfig._schema}
    assert engine - set(SETTINGS) == {"config_file_path", "google_analytics", "mdx_configs", "pages"}
    assert set(SETTINGS) - engine == set()


def test_no_configuration_is_a_finding_and_gives_nothing(tmp_path: Path) -> None:
    site, outputs, findings = prepare(tmp_path, MOMENT)
    assert (site, outputs) == (None, Outputs())
    assert [one.code for one in findings] == ["config-unreadable"]


@pytest.mark.parametrize("place", [".cache", ".cache/promosite", ".cache/promosite/site-src", ".cache/promosite/a/b"])
def test_nothing_is_done_where_the_cache_is_a_link(tmp_path: Path, place: str) -> None:
    root = lay(tmp_path / "project")
    (tmp_path / "victim").mkdir()
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(tmp_path / "victim")
    site, outputs, findings = prepare(root, MOMENT)
    assert (site, outputs) == (None, Outputs())
    assert [(one.code, str(one.source)) for one in findings] == [("cache-link", f"{place}:1")]


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
