"""What a folder of a batch holds, as it is compared with another."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from zstandard import ZstdDecompressor

__all__ = ["documents", "failures", "sums"]


def sums(folder: Path) -> dict[str, str]:
    """Return the checksum of each file, but for the lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }


def documents(folder: Path) -> list[str]:
    """Return the comparison documents, one a line."""
    packed = BytesIO((folder / "pages.jsonl.zst").read_bytes())
    stream = ZstdDecompressor().stream_reader(packed, read_across_frames=True)
    return stream.read().decode().splitlines()


def failures(folder: Path) -> list[tuple[int, str]]:
    """Return which pages failed, and how."""
    lines = map(json.loads, (folder / "failures.jsonl").read_text(encoding="utf-8").splitlines())
    return [(one["number"], one["error"]) for one in lines]
