"""Where a project is published: read from the same lines of `mkdocs.yml` that `mkdocs gh-deploy` reads."""

from pathlib import Path

import yaml

from promosite.config import SiteConfig
from promosite.findings import Finding, Source, finding
from promosite.publishing.gate import Target
from promosite.site_settings import load_config


def placeholder_findings(config: SiteConfig) -> list[Finding]:
    """Return a warning where nobody has set the site's real address yet.

    Only a publication warns: until then the placeholder harms nobody, and projects and tests are built with it. It does
    not refuse, as nothing that the owner has left open does, so that a demonstration site can be published for a trial.
    """
    if not config.has_placeholder:
        return []
    return [finding("publish-placeholder", Source("mkdocs.yml"), found=config.site_url)]


def load_target(root: Path) -> tuple[Target | None, list[Finding]]:
    """Return remote and branch by `remote_name` and `remote_branch`; None with findings for unusable settings."""
    config, findings = load_config(root)
    if config is None:
        return None, findings
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    remote, branch = (settings.get(key) for key in ("remote_name", "remote_branch"))
    target = Target(root, config.branch, str(remote or "origin"), str(branch or "gh-pages"))
    for name in (target.remote, target.branch):
        if name.startswith("-") or any(char in name for char in " :~^?*[\\") or not name.isprintable():
            return None, [finding("publish-name", Source("mkdocs.yml"), found=name)]
    return target, []
