"""Read the site's configuration from `mkdocs.yml`, without MkDocs, so that the lint needs no engine.

What is wrong in it is told as in every other file, by line and in the same words.
"""

from pathlib import Path

from pydantic import ValidationError

from promosite.config import Language, SiteConfig
from promosite.engine_settings import (
    EXTENSIONS,
    FILE,
    at,
    bypass_findings,
    engine_findings,
    extension_names,
    languages_in,
)
from promosite.findings import Finding, Source, finding
from promosite.load.files import read_text
from promosite.load.nodes import Node, parse_yaml
from promosite.load.refusal import RefusedError
from promosite.validate.problems import findings_of


def load_config(root: Path) -> tuple[SiteConfig | None, list[Finding]]:
    """Read `mkdocs.yml` of a project; None with findings when it cannot be used."""
    try:
        tree = parse_yaml(read_text(root / FILE)[0])
    except RefusedError as problem:
        if problem.code == "file-unreadable":  # most often a command that was started in another folder
            return None, [finding("config-unreadable", Source(FILE))]
        return None, [finding(problem.code, Source(FILE, problem.line, problem.column), **problem.params)]
    if findings := [*engine_findings(tree)]:
        return None, findings
    settings = _settings(tree)
    extensions = [node.plain() for node in extension_names(tree)]
    try:
        config = SiteConfig.model_validate({**settings.plain(), "root": root, EXTENSIONS: extensions})
    except ValidationError as error:
        return None, findings_of(error, FILE, settings, SiteConfig)
    if findings := [*bypass_findings(tree)]:
        return None, findings
    # Served under one name, every page would call itself by the other.
    if config.cname not in (None, config.host_name):
        node = settings.find(("cname",))
        place = Source(FILE, node.line, node.column)
        return None, [finding("config-cname", place, found=config.cname, expected=config.host_name)]
    return config, []


def _settings(tree: Node) -> Node:
    """Return what a site's record is made of, each where it was written."""
    own = at(at(tree, "extra"), "promosite")
    fixed = {name: node for name in ("site_url", EXTENSIONS) if (node := at(tree, name)) is not None}
    languages = languages_in(tree)
    if languages is not None:
        fixed["languages"] = _used(languages)
    mine = own.value if own and isinstance(own.value, dict) else {}
    return Node({**mine, **fixed}, tree.line, tree.column)


def _used(languages: Node) -> Node:
    """Return the languages of the plugin i18n, each with what we use of it."""
    if not isinstance(languages.value, list):
        return languages
    used = [_fields_used(one) for one in languages.value]
    return Node(used, languages.line, languages.column, languages.key_line, languages.key_column)


def _fields_used(language: Node) -> Node:
    if not isinstance(language.value, dict):
        return language
    used = {key: node for key, node in language.value.items() if key in Language.model_fields}
    return Node(used, language.line, language.column)
