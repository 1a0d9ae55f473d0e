"""The one module that knows MkDocs: it converts, calls and reports, and has no ideas of its own."""

import logging
import os
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor

from promosite.cache import CACHE, program
from promosite.clock import build_day, build_moment
from promosite.current import inputs_of, note
from promosite.findings import Finding, has_errors
from promosite.finishing import check, finish
from promosite.generate import made_files
from promosite.generate.frame import shared_by_pages, template_words
from promosite.generate.site import Site
from promosite.generate.structured import as_json
from promosite.judging import Judge, remembering
from promosite.last_words import ended_by, refusal, renewed, told
from promosite.memory import pause, settle
from promosite.pipeline import prepare
from promosite.preview import Preview
from promosite.publishing import Complete, pass_gate
from promosite.render.assembly import PREVIEWED, UNUSED, Assembly, begin
from promosite.render.bodies import Bodies
from promosite.render.body import anchor_of
from promosite.render.crew import Crew
from promosite.render.finished import world_of
from promosite.render.foreign_words import marked_vietnamese
from promosite.render.link_table import Links
from promosite.render.sanitise import Written, sanitise
from promosite.render.staging import StagedPage
from promosite.render.swap import Swap, foreign_files
from promosite.render.tables import framed_tables
from promosite.render.template_engine import quick_environment, template_filters
from promosite.watch import sources
from promosite.whole_files import write_whole


class GivenPage(Page):
    """A page whose header and body are at hand: nothing is read, and one converter serves all pages of a language."""

    staged: StagedPage
    links: dict[str, str]

    def read_source(self, config: MkDocsConfig) -> None:
        """Take header and body as they were generated."""
        self.staged = _assembly().whole(self.file.src_uri)
        self.markdown, self.meta, self.links = self.staged.output.body, dict(self.staged.output.header), {}

    def let_go(self) -> None:
        """Let go of what only the page itself shows. Pages of the menu stay, for others show their titles."""
        if self.file.src_uri not in _assembly().menu[self.staged.output.lang]:
            self.markdown, self.content, self.meta = None, None, {}
            del self.staged

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the body, if there is one; anchors are checked in the finished site."""
        self.content = ""
        if self.markdown and self.markdown.strip():
            links = Links(_assembly().links)
            follow = _RelativePathTreeprocessor(self.file, links, config)  # type: ignore[arg-type]
            converter = _build.bodies.converter(config.markdown_extensions, config.mdx_configs)
            converter.treeprocessors.register(follow, "relpath", 0)
            self.content, self.links = converter.convert(self.markdown), links.noted


@dataclass
class Build:
    """What one build remembers between events."""

    command: str = "build"
    site: Site | None = None
    assembly: Assembly | None = None
    bodies: Bodies = field(default_factory=Bodies)
    crew: Crew = field(default_factory=lambda: Crew("mkdocs"))
    judge: Judge | None = None
    findings: list[Finding] = field(default_factory=list)
    inputs: str = ""
    said: list[str] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)
    swap: Swap | None = None
    config: MkDocsConfig | None = None
    preview: Preview | None = None
    complete: Complete | None = None


_build = Build()


def _assembly() -> Assembly:
    assert _build.assembly is not None
    return _build.assembly


def _site() -> Site:
    assert _build.site is not None
    return _build.site


def _languages(config: MkDocsConfig) -> Any:
    """Return static-i18n's plugin, which holds the language of the moment; nothing beyond this module asks it."""
    return config.plugins["i18n"]


def _language(config: MkDocsConfig) -> str:
    return str(_languages(config).current_language or _languages(config).default_language)


def on_startup(command: str, dirty: bool) -> None:
    """Note the command; `-q` must not switch strict mode off, so the level moves to the handlers."""
    global _build
    _build = Build(command=command)
    pause()
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and stage once for all languages, then point MkDocs at the staging folder."""
    if _languages(config).building:
        config.docs_dir = str(_assembly().nothing)
        return config
    root = Path(config.config_file_path).parent
    _pass_gate(config, root)
    config.theme.get_env = quick_environment(config.theme.get_env, root)  # type: ignore[method-assign]
    judge = _build.judge = _build.judge or remembering(root, os.cpu_count() or 1)
    serving = _build.command == "serve"
    _build.inputs = "" if serving else inputs_of(root, build_day(build_moment()))
    before = _build.findings
    site, outputs, _build.findings = prepare(root, build_moment(), judge=judge, again=serving)
    _say(told(_build.findings, before))
    if site is None:
        raise PluginError(refusal())
    kept, cache, _build.site = PREVIEWED if serving else "finished", root / CACHE, site
    settings = Path(config.config_file_path).read_bytes(), str(config.site_url), shared_by_pages(site, outputs)
    world = world_of(program(), *settings, templates=Path(config.theme.dirs[0]))
    _build.assembly = begin(outputs, site.config, cache, kept, world)
    config.docs_dir, config.nav = str(_build.assembly.nothing), list(outputs.navigation)
    config.theme.static_templates.discard("sitemap.xml")
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchor_of
    if serving:
        _build.preview = _build.preview or Preview(Path(config.site_dir), cache)
        config.site_dir = str(cache / "preview-new")
    else:
        _refuse(foreign_files(Path(config.site_dir)))
        _build.swap, _build.config = Swap(Path(config.site_dir)), config
        config.site_dir = str(_build.swap.begin())
        settle()
    return config


def _pass_gate(config: MkDocsConfig, root: Path) -> None:
    """Refuse to publish what must not be; not in `on_startup`, which is not told `-f`, `-r` and `-b`."""
    if _build.command == "gh-deploy":
        day = build_day(build_moment())
        _build.complete, findings = pass_gate(root, config.remote_name, config.remote_branch, day)
        _refuse(findings)


def _refuse(findings: list[Finding]) -> None:
    """Print findings and stop, if there are errors among them."""
    if has_errors(findings):
        _say(told(findings))
        raise PluginError(refusal())


def on_files_begin(files: Files, config: MkDocsConfig) -> Files:
    """Before static-i18n sees them: give the engine the pages of this language that this process is to render.

    What it brings along and no page of ours asks for is left out; a copy of this process lays nothing but its pages.
    """
    assembly, lang = _assembly(), _language(config)
    paths = *assembly.menu[lang], *_build.crew.share(assembly.to_render[lang])
    config.docs_dir = str(assembly.staged)
    pages = [File(path, config.docs_dir, config.site_dir, True) for path in paths]
    return Files([*pages, *(one for one in files if not (_build.crew.is_copy or UNUSED.match(one.src_uri)))])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let every page take what was generated."""
    for file in files.documentation_pages():
        GivenPage(None, file, config)
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the templates their words and the frame of the language that is being built."""
    site, lang = _site(), _language(config)
    env.globals.update(template_words(site, lang))
    env.filters |= template_filters(config.site_url or "/", site.config.languages, site.messages.values())
    env.policies["json.dumps_function"] = as_json
    return env


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Sanitise a body, and frame its tables."""
    output = page.staged.output
    html, refused = sanitise(html, Written(output.origin or page.file.src_uri, page.markdown, output.body_line))
    _build.refused += refused
    return framed_tables(html, _site().messages[_language(config)].text("ui.table"))


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """Mark the Vietnamese words of a page in another language, and note the page as finished."""
    if not _build.crew.writes(page.file.src_uri, _assembly().menu[_language(config)]):
        return ""
    made = marked_vietnamese(output, _language(config))
    content = made.encode("utf-8", errors="xmlcharrefreplace")  # as MkDocs writes it
    _assembly().finished.note(page.file.src_uri, page.staged.text, content, page.links, Path(page.file.abs_dest_path))
    page.let_go()
    return made


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Lay the 404 page of a further language under that language; the root keeps the source language's."""
    lang = _language(config)
    if template_name != "404.html" or lang == _languages(config).default_language or _build.crew.is_copy:
        return "" if _build.crew.is_copy else output
    write_whole(Path(config.site_dir) / lang / "404.html", output.encode())
    return ""


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch what people edit, not what we write."""
    server.unwatch(config.docs_dir)
    for path in sources(Path(config.config_file_path).parent):
        server.watch(str(path))
    return server


def on_post_build_begin(config: MkDocsConfig) -> None:
    """After each language: bring together what the processes have rendered."""
    finished = _assembly().finished
    for noted, refused in _build.crew.gathered(lambda: (finished.noted(), _build.refused)):
        finished.take(noted)
        _build.refused += (one for one in refused if one not in _build.refused)


def on_post_build(config: MkDocsConfig) -> None:
    """After all languages: make the search index, check the finished site, and refuse it if anything is wrong."""
    if _languages(config).building:
        return
    folder, settings, finished = Path(config.site_dir), _site().config, _assembly().finished
    if _build.preview:
        _build.preview.renew(folder, _assembly(), partial(made_files, _site(), _assembly().outputs))
        _say(renewed(_build.findings))
        return
    rest = finish(folder, settings.root / CACHE, _hand_over)
    problems = _build.refused + check(folder, settings, rest, _build.complete)
    _say(told(problems))
    if has_errors([*_build.findings, *problems]):
        raise PluginError(refusal())
    finished.close()
    if _build.swap:
        _build.swap.approve()


def _hand_over() -> tuple[Site, Assembly]:
    given, _build.site, _build.assembly = (_site(), _assembly()), None, None
    return given


def on_build_error(error: Exception) -> None:
    """Keep the old site; where it was no fault of the content, say in a sentence whose."""
    _build.crew.end(error)
    if _build.swap:
        _build.swap.refuse()
    if why := ended_by(error):
        raise PluginError(why)


def on_shutdown() -> None:
    """Put the new site in the old one's place, if it was approved; MkDocs reads `site_dir` again to publish."""
    _build.crew.end()
    if _build.swap and _build.config:
        _build.swap.finish()
        _build.config.site_dir = str(_build.swap.target)
        # A site that was published has ledger and host name in it: no plain build would make the same.
        if _build.swap.is_approved and _build.complete is None:
            note(Path(_build.config.config_file_path).parent, _build.swap.target, _build.inputs, _build.said)


def _say(lines: list[str]) -> None:
    _build.said += lines
    sys.stderr.write("".join(f"{line}\n" for line in lines))
