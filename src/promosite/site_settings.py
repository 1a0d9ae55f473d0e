"""Read the site's configuration from `mkdocs.yml`, without MkDocs, so that the lint needs no engine.

What is wrong in it is told as in every other file, by line and in the same words.
"""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from promosite.config import Language, SiteConfig
from promosite.findings import Finding, Source, finding
from promosite.load.files import read_text
from promosite.load.nodes import Node, YamlError, parse_yaml
from promosite.validate.problems import findings_of

FILE = "mkdocs.yml"
EXTENSIONS = "markdown_extensions"


def load_config(root: Path) -> tuple[SiteConfig | None, list[Finding]]:
    """Read `mkdocs.yml` of a project; None with findings when it cannot be used."""
    try:
        tree = parse_yaml(read_text(root / FILE)[0])
    except YamlError as problem:
        if problem.code == "file-unreadable":  # most often a command that was started in another folder
            return None, [finding("config-unreadable", Source(FILE))]
        return None, [finding(problem.code, Source(FILE, problem.line, problem.column), **problem.params)]
    settings = _settings(tree)
    extensions = [next(iter(one), "") if isinstance(one, dict) else one for one in _plain_list(tree, EXTENSIONS)]
    try:
        config = SiteConfig.model_validate({**settings.plain(), "root": root, EXTENSIONS: extensions})
    except ValidationError as error:
        return None, findings_of(error, FILE, settings, SiteConfig)
    # Served under one name, every page would call itself by the other.
    if config.cname not in (None, config.host_name):
        place = settings.find(("cname",))
        at = Source(FILE, place.line, place.column)
        return None, [finding("config-cname", at, found=config.cname, expected=config.host_name)]
    return config, []


def _settings(tree: Node) -> Node:
    """Return what a site's record is made of, each where it was written."""
    own = _at(_at(tree, "extra"), "promosite")
    fixed = {name: node for name in ("site_url", EXTENSIONS) if (node := _at(tree, name)) is not None}
    languages = _languages(tree)
    if languages is not None:
        fixed["languages"] = languages
    mine = own.value if own and isinstance(own.value, dict) else {}
    return Node({**mine, **fixed}, tree.line, tree.column)


def _languages(tree: Node) -> Node | None:
    """Return the languages of the plugin i18n, each with what we use of it."""
    plugins = _at(tree, "plugins")
    entries = plugins.value if plugins and isinstance(plugins.value, list) else []
    found = _at(next((node for one in entries if (node := _at(one, "i18n"))), None), "languages")
    if found is None or not isinstance(found.value, list):
        return found
    return Node([_used(one) for one in found.value], found.line, found.column, found.key_line, found.key_column)


def _used(language: Node) -> Node:
    if not isinstance(language.value, dict):
        return language
    used = {key: node for key, node in language.value.items() if key in Language.model_fields}
    return Node(used, language.line, language.column)


def _at(node: Node | None, name: str) -> Node | None:
    """Return the value of a field; None for anything that has no such field."""
    return node.value.get(name) if node and isinstance(node.value, dict) else None


def _plain_list(tree: Node, name: str) -> list[Any]:
    node = _at(tree, name)
    return node.plain() if node and isinstance(node.value, list) else []
