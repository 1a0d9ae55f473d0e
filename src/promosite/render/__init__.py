"""Render: outputs become files in the staging folder. The only stage that writes."""

from promosite.render.staging import stage

__all__ = ["stage"]
