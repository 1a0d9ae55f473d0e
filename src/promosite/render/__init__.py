"""Render: outputs become files. The only stage that writes."""
