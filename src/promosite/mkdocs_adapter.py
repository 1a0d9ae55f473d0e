"""The one module that knows MkDocs: it converts, calls and reports, and has no ideas of its own."""

import logging
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from promosite.cache import CACHE
from promosite.check import check_site
from promosite.clock import build_moment
from promosite.findings import Finding, as_lines, has_errors
from promosite.generate.frame import frame
from promosite.generate.site import Site
from promosite.generate.structured import as_json
from promosite.messages import load_messages
from promosite.model.search import SearchEntry
from promosite.pipeline import prepare
from promosite.render import stage
from promosite.render.body import anchor_of
from promosite.render.foreign_words import marked_vietnamese
from promosite.render.sanitise import Written, sanitise
from promosite.render.search import index_site, reuse_index
from promosite.render.swap import Swap
from promosite.render.tables import framed_tables

REPORT_LANGUAGES = ("vi", "en")
UNUSED = re.compile(r"assets/(?:javascripts/(?:bundle|lunr|workers)|stylesheets/palette|images/favicon)|.*\.map$")
"""What Material would lay into the site though none of our pages asks for it."""
EDITOR = "admin/"
"""Where the browser editor lies: no page for readers, so the site check passes it by."""


class LinkTarget(File):
    """Stands for a page that exists in the source language only: links lead to it, no copy of it is made."""

    def is_documentation_page(self) -> bool:
        """Say no, so that no page is built at the other language's address."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing: the page is written by its own language."""


@dataclass
class Build:
    """What one build remembers between events."""

    command: str = "build"
    site: Site | None = None
    search: tuple[SearchEntry, ...] = ()
    written: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)
    swap: Swap | None = None
    config: MkDocsConfig | None = None


_build = Build()


def _languages(config: MkDocsConfig) -> Any:
    """Return static-i18n's plugin, which holds the language of the moment; nothing beyond this module asks it."""
    return config.plugins["i18n"]


def _language(config: MkDocsConfig) -> str:
    i18n = _languages(config)
    return str(i18n.current_language or i18n.default_language)


def on_startup(command: str, dirty: bool) -> None:
    """Note the command; `-q` must not switch strict mode off, so the level moves to the handlers."""
    global _build
    _build = Build(command=command)
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and stage once for all languages, then point MkDocs at the staging folder."""
    if _languages(config).building:
        return config
    root = Path(config.config_file_path).parent
    _build.site, outputs, _build.findings = prepare(root, build_moment())
    _report(_build.findings)
    if _build.site is None:
        raise PluginError("mkdocs.yml")
    _build.search, _build.written = outputs.search, outputs.written
    staging = root / CACHE / "site-src"
    stage(outputs, root / "docs" / "assets", root / CACHE / "made", staging)
    config.docs_dir = str(staging)
    config.nav = list(outputs.navigation)
    config.theme.static_templates.discard("sitemap.xml")
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchor_of
    if _build.command != "serve":
        _build.swap, _build.config = Swap(Path(config.site_dir)), config
        config.site_dir = str(_build.swap.begin())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Turn the copies that static-i18n makes of untranslated pages into targets for links; leave out what is unused."""
    for file in [one for one in files if UNUSED.match(one.src_uri)]:
        files.remove(file)
    for file in list(files.documentation_pages()):
        locale = getattr(file, "locale", None)
        if locale and locale != getattr(file, "locale_alternate_of", locale):
            files.remove(file)
            inner = File(file.src_uri.split("/", 1)[1], "", "", config.use_directory_urls).dest_uri
            files.append(LinkTarget(file.src_uri, config.docs_dir, config.site_dir, True, dest_uri=inner))
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the templates their words and the frame of the language that is being built."""
    site, lang = _build.site, _language(config)
    assert site is not None
    messages = site.messages[lang]
    env.globals.update(t=messages.text, tn=messages.count, site=frame(site, lang))
    env.filters["absolute"] = _absolute(config)
    env.policies["json.dumps_function"] = as_json
    return env


def _absolute(config: MkDocsConfig) -> Callable[[str], str]:
    return lambda address: urljoin(config.site_url or "/", address)


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Sanitise a body, and frame its tables."""
    assert _build.site is not None
    path, line = _build.written.get(page.file.src_uri, (page.file.src_uri, 1))
    html, refused = sanitise(html, Written(path, page.markdown, line))
    _build.refused += refused
    return framed_tables(html, _build.site.messages[_language(config)].text("ui.table"))


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """Mark the Vietnamese words of a page in another language."""
    return marked_vietnamese(output, _language(config))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Lay the 404 page of a further language under that language; the root keeps the source language's."""
    lang = _language(config)
    if template_name != "404.html" or lang == _languages(config).default_language:
        return output
    path = Path(config.site_dir) / lang / "404.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, encoding="utf-8")
    return ""


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch what people edit, not what we write."""
    root = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for folder in ("content", "docs"):
        server.watch(str(root / folder))
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """After all languages: make the search index, check the finished site, and refuse it if anything is wrong."""
    if _languages(config).building:
        return
    folder, kept = Path(config.site_dir), Path(config.config_file_path).parent / CACHE / "search"
    if _build.command == "serve":
        reuse_index(folder, kept)  # a preview does not wait for a new one
        return
    site = _build.site
    assert site is not None
    problems = [*_build.refused, *index_site(folder, _build.search, kept)]
    problems += check_site(folder, site.config.site_url, site.config.locales, (EDITOR,))[1]
    _report(problems)
    if has_errors([*_build.findings, *problems]):
        raise PluginError(
            f"promosite: {load_messages('vi').text('build.refused')} / {load_messages('en').text('build.refused')}"
        )
    if _build.swap:
        _build.swap.approve()


def on_build_error(error: Exception) -> None:
    """Keep the old site."""
    if _build.swap:
        _build.swap.refuse()


def on_shutdown() -> None:
    """Put the new site in the old one's place, if it was approved; MkDocs reads `site_dir` again to publish."""
    if _build.swap and _build.config:
        _build.swap.finish()
        _build.config.site_dir = str(_build.swap.target)


def _report(findings: list[Finding]) -> None:
    lines = as_lines(findings, [load_messages(lang) for lang in REPORT_LANGUAGES])
    sys.stderr.write("".join(f"{line}\n" for line in lines))
