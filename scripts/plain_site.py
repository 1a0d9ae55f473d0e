"""The same content as a plain MkDocs site: Material as it comes, its own search, static-i18n. For comparison only."""

import subprocess
import sys
from pathlib import Path

import yaml

SETTINGS = {
    "site_name": "Plain",
    "site_url": "https://example.org/brvt/",
    "theme": {"name": "material", "language": "vi"},
    "plugins": [
        {"search": {"lang": ["en"]}},
        {
            "i18n": {
                "docs_structure": "folder",
                "languages": [
                    {"locale": "vi", "default": True, "name": "Tiếng Việt"},
                    {"locale": "en", "name": "English"},
                ],
            }
        },
    ],
    "nav": ["index.md", "news/index.md", "products/index.md", "events/index.md", "press/index.md"],
    "validation": {
        "nav": {"omitted_files": "ignore"},
        "links": {"not_found": "ignore", "unrecognized_links": "ignore"},
    },
}


def lay_plain_site(content: Path, target: Path) -> Path:
    """Lay title and body of every item below `target`, with a list of links for each section; return `target`."""
    for lang in ("vi", "en"):
        docs = target / "docs" / lang
        sections = []
        for folder in ("news", "products", "events", "press"):
            titles = [
                _lay_item(file, docs / folder / file.name) for file in sorted((content / lang / folder).glob("*.md"))
            ]
            (docs / folder).mkdir(parents=True, exist_ok=True)
            links = "\n".join(f"- [{title}]({name})" for name, title in titles)
            (docs / folder / "index.md").write_text(f"# {folder}\n\n{links}\n", encoding="utf-8")
            sections.append(f"- [{folder}]({folder}/index.md)")
        (docs / "index.md").write_text("# Home\n\n" + "\n".join(sections) + "\n", encoding="utf-8")
    (target / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS, allow_unicode=True), encoding="utf-8")
    return target


def _lay_item(file: Path, target: Path) -> tuple[str, str]:
    header, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    title = str(yaml.safe_load(header)["title"])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"# {title}\n{body}", encoding="utf-8")
    return target.name, title


def build_plain_site(project: Path) -> Path:
    """Build the plain site and return where it lies; ends as MkDocs ends."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    if subprocess.run(command, cwd=project, check=False).returncode:
        raise SystemExit(1)
    return project / "site"
