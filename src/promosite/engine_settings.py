"""What `mkdocs.yml` says to MkDocs itself, as far as the program relies on it; told by line, in our words.

MkDocs speaks English, and in quiet mode does not name what it stumbles over.
"""

from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec

from promosite.findings import Finding, Source, finding
from promosite.load.nodes import Node
from promosite.validate.problems import nearest, shown, unknown_field

FILE = "mkdocs.yml"
EXTENSIONS = "markdown_extensions"

# fmt: off
SETTINGS = (
    "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra",
    "extra_css", "extra_javascript", "extra_templates", "hooks", "markdown_extensions", "nav", "not_in_nav", "plugins",
    "remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description", "site_dir", "site_name",
    "site_url", "strict", "theme", "use_directory_urls", "validation", "watch",
)
# fmt: on
"""The settings that MkDocs 1.6 knows, without those that it only keeps for old files."""

FIXED: tuple[tuple[tuple[str, ...], str | bool], ...] = (
    (("docs_dir",), "docs"),
    (("use_directory_urls",), True),
    (("theme", "name"), "material"),
    (("plugins", "i18n", "docs_structure"), "folder"),
    (("plugins", "i18n", "fallback_to_default"), True),
)
"""Settings that have one value, where they are given."""

HOOK, THEME = "hooks/build_site.py", "src/promosite/theme"
"""Our part of the engine, without which it would build something else, unchecked; a project may name it from afar."""

GROUPS: tuple[tuple[str, ...], ...] = (("extra",), ("extra", "promosite"), ("theme",))
"""Settings that consist of others."""


def engine_findings(tree: Node) -> Iterator[Finding]:
    """Yield what is wrong in the settings of MkDocs, of Markdown and of the plugin for languages."""
    for name, node in tree.value.items() if isinstance(tree.value, dict) else ():
        if name not in SETTINGS:
            place = Source(FILE, node.key_line or node.line, node.key_column or node.column)
            yield finding("field-unknown", place, field=name, **unknown_field(str(name), SETTINGS))
    for path in GROUPS:
        node = _found(tree, path)
        if node and node.value is not None and not isinstance(node.value, dict):
            yield finding("type-mapping", _place(node), field=".".join(path), found=shown(node.plain()))
    for path, expected in FIXED:
        node = _found(tree, path)
        if node and (type(node.value), node.value) != (type(expected), expected):
            yield _fixed(tree, path, str(expected).lower() if expected is True else str(expected))
    yield from _unknown_extensions(tree)
    yield from _unfit_languages(tree)


def bypass_findings(tree: Node) -> Iterator[Finding]:
    """Yield what leads the engine past our part of it: it would build, and nobody would have looked."""
    name, folder, hooks = (_found(tree, path) for path in (("theme", "name"), ("theme", "custom_dir"), ("hooks",)))
    if name is None:
        yield _fixed(tree, ("theme", "name"), "material")
    if not str(folder.value if folder else "").endswith(THEME):
        yield _fixed(tree, ("theme", "custom_dir"), THEME)
    named = hooks.value if hooks and isinstance(hooks.value, list) else []
    if not any(str(one.value).endswith(HOOK) for one in named):
        yield _fixed(tree, ("hooks",), f"[{HOOK}]")


def _fixed(tree: Node, path: tuple[str, ...], expected: str) -> Finding:
    """Return the finding about a setting that must be another, or that is not there."""
    node = _found(tree, path)
    written = shown(node.plain() if node else None)
    return finding("config-fixed", _place(node or tree), field=".".join(path), found=written, expected=expected)


def _unknown_extensions(tree: Node) -> Iterator[Finding]:
    known = {one.name for one in entry_points(group="markdown.extensions")}
    for node in extension_names(tree):
        name = node.value
        if isinstance(name, str) and name not in known and not _is_module(name):
            yield finding("config-extension", _place(node), found=shown(name), expected=nearest(name, known))


def _is_module(name: str) -> bool:
    """Tell whether Markdown would find an extension under the name of a module."""
    try:
        return find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False


def _unfit_languages(tree: Node) -> Iterator[Finding]:
    """Yield languages that are named twice, that are another default than the first, or that are not built."""
    languages = languages_in(tree)
    seen = set[str]()
    for number, one in enumerate(languages.value if languages and isinstance(languages.value, list) else ()):
        locale, default, build = at(one, "locale"), at(one, "default"), at(one, "build")
        name = shown(locale.plain()) if locale else ""
        if locale and name in seen:
            yield finding("config-languages", _place(locale), found=name)
        seen.add(name)
        if (default.value if default else False) is not (number == 0):
            yield finding("config-languages", _place(default or one), found=name, case="default")
        if build and build.value is not True:
            yield finding("config-languages", _place(build), found=name, case="build")


def extension_names(tree: Node) -> list[Node]:
    """Return the names of Markdown's extensions, each where it was written; MkDocs takes a list or a mapping."""
    node = at(tree, EXTENSIONS)
    if node and isinstance(node.value, dict):
        return [_key(name, one) for name, one in node.value.items()]
    entries = node.value if node and isinstance(node.value, list) else []
    return [
        _key(*next(iter(one.value.items()))) if one.value and isinstance(one.value, dict) else one for one in entries
    ]


def languages_in(tree: Node) -> Node | None:
    """Return the languages of the plugin i18n as they were written; None where it names none."""
    return _found(tree, ("plugins", "i18n", "languages"))


def at(node: Node | None, name: str) -> Node | None:
    """Return the value of a field; None for anything that has no such field."""
    return node.value.get(name) if node and isinstance(node.value, dict) else None


def _found(tree: Node, path: tuple[str, ...]) -> Node | None:
    """Return the value at a path; what is named in a list, as plugins are, counts as a field of it."""
    node: Node | None = tree
    for name in path:
        listed = node.value if node and isinstance(node.value, list) else [node]
        node = next((inner for one in listed if (inner := at(one, name))), None)
    return node


def _key(name: str, node: Node) -> Node:
    return Node(name, node.key_line or node.line, node.key_column or node.column)


def _place(node: Node) -> Source:
    return Source(FILE, node.line, node.column)
