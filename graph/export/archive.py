"""Several files as one ZIP file, the same bytes for the same files."""

import zipfile
from collections.abc import Mapping
from typing import BinaryIO, Final

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""What ZIP counts its days from; no file here has a day of its own."""


def write_zip(out: BinaryIO, files: Mapping[str, str]) -> None:
    """Write texts, by file name, to `out` in UTF-8."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
