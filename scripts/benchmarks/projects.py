"""Projects of made-up items, as our own builds and those of others read them."""

import shutil
import sys
from pathlib import Path

import environment
from benchmarks.check import share_environment
from make_items import write_items
from plain_site import lay_plain_site

HUGO = {
    "hugo.toml": """\
baseURL = "https://example.org/brvt/"
title = "Sample"
defaultContentLanguage = "vi"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = false
[languages.vi]
contentDir = "content/vi"
languageName = "Tiếng Việt"
[languages.en]
contentDir = "content/en"
languageName = "English"
""",
    "layouts/_default/baseof.html": """\
<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
</head><body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n',
    "layouts/_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .RegularPages 20).Pages }}
<article><a href="{{ .RelPermalink }}">{{ .Title }}</a></article>{{ end }}{{ end }}
""",
}
"""A minimal site of two languages: pages, paged lists, feeds, a sitemap. It has no search and checks nothing."""


def lay_ours(target: Path, count: int, seed: int) -> Path:
    """Lay a project with `count` made-up items in two languages, with the commands that people start in it."""
    write_items(target, count, seed)
    skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("docs", "hooks", "scripts", "src"):
        shutil.copytree(environment.ROOT / name, target / name, ignore=skip)
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copy(environment.ROOT / name, target)
    share_environment(target)
    return target


def lay_plain(ours: Path, target: Path) -> Path:
    """Lay the same Markdown for MkDocs with Material, its search and static-i18n."""
    return lay_plain_site(ours / "content", target)


def lay_hugo(ours: Path, target: Path) -> Path:
    """Lay the same Markdown for Hugo."""
    for path, text in HUGO.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")
    for lang in ("vi", "en"):
        for file in sorted((ours / "content" / lang).rglob("*.md")):
            header, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
            words = [line for line in header.splitlines() if line.startswith(("title:", "summary:", "published:"))]
            kept = "\n".join(words).replace("summary:", "description:").replace("published:", "date:")
            page = target / file.relative_to(ours)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\n{kept}\n---\n{body}", encoding="utf-8")
    return target


def lay_zensical(plain: Path, target: Path) -> list[Path]:
    """Lay a plain site of one language each for Zensical, which has no plugin for languages; return both."""
    sites = []
    for lang in ("vi", "en"):
        shutil.copytree(plain / "docs" / lang, target / lang / "docs")
        (target / lang / "mkdocs.yml").write_text(
            "site_name: Plain\nsite_url: https://example.org/brvt/\ntheme: {name: material}\nplugins: [search]\n"
            "nav: [index.md, news/index.md, products/index.md, events/index.md, press/index.md]\n",
            encoding="utf-8",
        )
        sites.append(target / lang)
    return sites


def engine() -> list[str]:
    """Return the command that starts MkDocs of this environment."""
    return [sys.executable, "-m", "mkdocs"]
