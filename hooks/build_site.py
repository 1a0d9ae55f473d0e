"""The only hook. Each event is one line; the ideas stand in `promosite`."""

from mkdocs.plugins import CombinedEvent, event_priority

from promosite import mkdocs_adapter as adapter

on_startup = adapter.on_startup
on_config = event_priority(100)(adapter.on_config)
on_files = CombinedEvent(event_priority(110)(adapter.on_files_begin), event_priority(-110)(adapter.on_files))
on_env = adapter.on_env
on_page_content = adapter.on_page_content
on_post_page = adapter.on_post_page
on_post_template = adapter.on_post_template
on_serve = adapter.on_serve
on_post_build = CombinedEvent(
    event_priority(200)(adapter.on_post_build_begin), event_priority(-200)(adapter.on_post_build)
)
on_build_error = adapter.on_build_error
on_shutdown = adapter.on_shutdown
