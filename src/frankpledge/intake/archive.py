"""Zip archives, opened with care: names, sizes and contents are not to be trusted."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from frankpledge.errors import FileFault

CHUNK = 1 << 20
MEMBERS_LIMIT = 20_000
MEMBER_LIMIT = 2 << 30
TOTAL_LIMIT = 32 << 30
RATIO_LIMIT = 200
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # locked, or packed in a way (NotImplementedError) that nothing here can read
    ValueError,
    OverflowError,
)
"""What reading a damaged archive raises."""

AGAIN = "Ask the sender for the archive again; do not unpack or mend it by hand."


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold; what is over is taken for an attack or a mistake."""

    members: int = MEMBERS_LIMIT
    member: int = MEMBER_LIMIT
    total: int = TOTAL_LIMIT
    ratio: int = RATIO_LIMIT


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside an archive."""

    name: str
    size: int
    crc: int


class Archive:
    """A zip whose list of members has been checked; reading checks what they really hold."""

    def __init__(self, path: Path, name: str, limits: Limits | None = None) -> None:
        """Open the archive; raise FileFault for one that is damaged or dangerous."""
        self.name = name
        self._limits = limits or Limits()
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGED as error:
            raise FileFault(
                f"it is not a whole zip archive ({error}); it may have been cut short on its way",
                name,
                AGAIN,
            ) from error
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        try:
            self._check(infos)
        except FileFault:
            self._zip.close()
            raise
        self._infos = {info.filename: info for info in infos}

    def __enter__(self) -> Archive:
        """Give the archive, open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._zip.close()

    @property
    def members(self) -> tuple[Member, ...]:
        """The files in it, in order of name."""
        infos = sorted(self._infos.values(), key=lambda info: info.filename)
        return tuple(Member(info.filename, info.file_size, info.CRC) for info in infos)

    def chunks(self, name: str) -> Generator[bytes, None, None]:
        """Give the bytes of a member; raise FileFault where they are damaged or too many."""
        info = self._infos[name]
        allowed = min(self._limits.member, max(info.compress_size * self._limits.ratio, CHUNK))
        seen = 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(CHUNK):
                    seen += len(chunk)
                    if seen > allowed:
                        raise self._bomb(name)
                    yield chunk
        except DAMAGED as error:
            raise FileFault(
                f"the file inside it cannot be read ({error}); the archive is damaged",
                f"{self.name}/{name}",
                AGAIN,
            ) from error

    def verify(self) -> None:
        """Read every member and keep nothing; raise FileFault where one is damaged or too large."""
        for name in self._infos:
            for _ in self.chunks(name):
                pass

    def _check(self, infos: list[zipfile.ZipInfo]) -> None:
        """Refuse an archive with names that lead outside, secrets, or more than the limits."""
        if not infos:
            raise FileFault("it holds no files", self.name, AGAIN)
        for info in infos:
            _refuse_outside(info, self.name)
            if info.flag_bits & 1:
                raise FileFault(
                    "the file inside it is locked with a password",
                    f"{self.name}/{info.filename}",
                    "Ask the sender for it without a password, by a safe way.",
                )
            if info.file_size > max(info.compress_size * self._limits.ratio, CHUNK):
                raise self._bomb(info.filename)
        names = [info.filename for info in infos]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise FileFault(f"it holds {twice} twice", self.name, AGAIN)
        total = sum(info.file_size for info in infos)
        if len(infos) > self._limits.members or total > self._limits.total:
            raise self._bomb(infos[0].filename)

    def _bomb(self, name: str) -> FileFault:
        """The fault for an archive that unpacks to far more than it should."""
        return FileFault(
            "it unpacks to far more than such a file can honestly hold, so it was not unpacked "
            f"(limits: {self._limits.ratio} times its packed size, "
            f"{self._limits.member >> 20:,} MiB a file, {self._limits.members:,} files)",
            f"{self.name}/{name}",
            AGAIN,
        )


def _refuse_outside(info: zipfile.ZipInfo, archive: str) -> None:
    """Refuse a name that leads outside the folder, on any system."""
    raw = info.orig_filename
    posix, windows = PurePosixPath(raw), PureWindowsPath(raw)
    parts = (*posix.parts, *windows.parts)
    link = (info.external_attr >> 16) & 0o170000 == 0o120000
    if posix.is_absolute() or windows.drive or windows.root or ".." in parts or link or "\0" in raw:
        raise FileFault(
            "a file inside it has a name that leads outside the archive's own folder",
            f"{archive}/{raw!r}",
            "Nothing was unpacked. Ask the sender where the archive came from.",
        )
