"""Why a file was not read."""

from promosite.findings import Finding, Source, finding


class RefusedError(Exception):
    """Why a file was refused: a finding code, its parameters, and the place (counting from 1)."""

    def __init__(self, code: str, line: int, column: int, **params: str) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.params = code, line, column, params

    def at(self, path: str) -> Finding:
        """Return this as a finding about the file or folder at a path."""
        return finding(self.code, Source(path, self.line, self.column), **self.params)
