"""Render: outputs become files. No other stage writes what is published."""
