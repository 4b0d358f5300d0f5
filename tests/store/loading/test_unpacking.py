import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from hashlib import sha256

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tertium.errors import BadFileError, LimitError
from tertium.store.loading.unpacking import Counted, unpacked

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".bz2": bz2.compress,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def content(data: bytes, packing: str) -> Counted:
    return unpacked(Counted(io.BytesIO(data)), packing, name="a.ttl" + packing)


@given(st.binary(), st.sampled_from(sorted(PACKINGS)))
def test_what_was_packed_comes_out(data: bytes, packing: str) -> None:
    stream = content(PACKINGS[packing](data), packing)
    assert stream.readall() == data
    assert (stream.count, stream.digest()) == (len(data), sha256(data).hexdigest())


@pytest.mark.parametrize("packing", sorted(PACKINGS))
def test_archives_may_follow_each_other(packing: str) -> None:
    pack = PACKINGS[packing]
    assert content(pack(b"one") + pack(b"two"), packing).readall() == b"onetwo"


@pytest.mark.parametrize("packing", sorted({*PACKINGS} - {""}))
@pytest.mark.parametrize("kept", [5, 40, -5])
def test_what_is_cut_off_is_a_bad_file(packing: str, kept: int) -> None:
    whole = PACKINGS[packing](bytes(range(256)) * 999)
    with pytest.raises(BadFileError, match=r"a\.ttl.*cannot be unpacked"):
        content(whole[:kept], packing).readall()


@pytest.mark.parametrize("packing", sorted({*PACKINGS} - {""}))
def test_a_bomb_is_refused_before_it_fills_the_memory(packing: str) -> None:
    bomb = PACKINGS[packing](b" " * (1 << 26))
    stream = content(bomb, packing)
    with pytest.raises(LimitError, match="unpacks to more than 1000 times"):
        all(iter(lambda: stream.read(1 << 16), b""))
    assert stream.count < 1 << 26


def test_a_regular_file_is_no_bomb() -> None:
    lines = "".join(f"<urn:item{i}> <urn:is> <urn:thing> .\n" for i in range(400_000))
    assert len(content(lzma.compress(lines.encode(), preset=1), ".xz").readall() or b"") == len(
        lines
    )
