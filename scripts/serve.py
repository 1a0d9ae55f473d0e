#!/usr/bin/env python3
"""Show the site on this machine and renew it when a file is saved."""

import errno
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import environment
from command_line import CommandLine

parser = CommandLine("serve")
parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
parser.add_argument("--lang", choices=("vi", "en"))
arguments = parser.read()
environment.enter()

from promosite.findings import as_lines  # noqa: E402  (installed only inside the environment)
from promosite.messages import spoken  # noqa: E402
from promosite.site_settings import load_config  # noqa: E402


def say(key: str, **params: object) -> None:
    """Print one sentence in each language in use, on standard error."""
    print("\n".join(table.text(f"serve.{key}", **params) for table in spoken(arguments.lang)), file=sys.stderr)


def is_free(host: str, port: str) -> bool:
    """Tell whether a preview can listen there, and say why not."""
    if not (host and port.strip("0")):  # the system would choose for itself, and we would name another place
        say("host", address=arguments.address)
        return False
    try:
        socket.create_server((host, int(port))).close()
    except (OSError, TypeError, ValueError, OverflowError) as error:  # TypeError: a name that is no text
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            say("busy", host=host, port=port, other=int(port) + 1)
        else:
            say("host", address=arguments.address)
        return False
    return True


host, _, port = arguments.address.rpartition(":")
if not is_free(host, port):
    raise SystemExit(2)
config, findings = load_config(environment.ROOT)
if config is None:
    print("\n".join(as_lines(findings, spoken(arguments.lang))), file=sys.stderr)
    raise SystemExit(1)
say("shown", url=f"http://{arguments.address}{urlsplit(config.site_url).path}")
settings = ["--config-file", str(environment.ROOT / "mkdocs.yml"), "--dev-addr", arguments.address]
code = environment.wait_for(
    subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", *settings])
)
raise SystemExit(0 if code == environment.STOPPED else code)
