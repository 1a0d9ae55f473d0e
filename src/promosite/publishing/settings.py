"""Where a project is published: read from the same lines of `mkdocs.yml` that `mkdocs gh-deploy` reads."""

from pathlib import Path

import yaml

from promosite.findings import Finding, Source, finding
from promosite.publishing.gate import Target
from promosite.site_settings import load_config


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
