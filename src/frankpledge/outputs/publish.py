"""Publish: the whole output at once or not at all.

The new output is written beside the old one as `OUT.new`, holding a marker until it is whole. Then
`OUT` becomes `OUT.previous`, `OUT.new` becomes `OUT`, and the previous one is removed. A build
killed at any step leaves either the old output or the new; `recover`, which every command that
writes calls first, finishes what was interrupted. A folder that is not ours is never touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from frankpledge.errors import OutputFault

MARKER = ".frankpledge-writing"
OURS = ("restricted/manifest.json", "public/manifest.json")


def publish(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files (names with folders in them) and swap them in for the old output."""
    recover(out)
    new, previous = beside(out, "new"), beside(out, "previous")
    _write(files, new)
    if out.exists():
        out.rename(previous)
    new.rename(out)
    if previous.exists():
        shutil.rmtree(previous)


def recover(out: Path) -> None:
    """Finish a swap that was interrupted; raise OutputFault where a folder is not ours."""
    new, previous = beside(out, "new"), beside(out, "previous")
    for folder in (out, new, previous):
        _refuse_others(folder)
    out.parent.mkdir(parents=True, exist_ok=True)
    if not out.exists() or not any(out.iterdir()):
        if out.exists():
            out.rmdir()
        if new.exists() and _whole(new):
            new.rename(out)
        elif previous.exists():
            previous.rename(out)
    for folder in (new, previous):
        if folder.exists():
            shutil.rmtree(folder)


def beside(out: Path, name: str) -> Path:
    """The folder that stands beside the output under the same name and an ending."""
    return out.with_name(f"{out.name}.{name}")


def _whole(new: Path) -> bool:
    """Say whether a new output was written to its end."""
    return not (new / MARKER).exists() and all((new / name).is_file() for name in OURS)


def _refuse_others(folder: Path) -> None:
    """Refuse a folder that holds something and was not made by this program."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputFault("it is a file, not a folder", folder.name, "Give another --out.")
    ours = (folder / MARKER).exists() or any((folder / name).is_file() for name in OURS)
    if any(folder.iterdir()) and not ours:
        raise OutputFault(
            "the folder holds files that this program did not make, so it was left alone",
            folder.name,
            "Give another --out, or move the files away.",
        )


def _write(files: Mapping[str, bytes], new: Path) -> None:
    """Write every file to the disk, then take the marker away."""
    new.mkdir()
    marker = new / MARKER
    marker.touch()
    for name, content in files.items():
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    marker.unlink()
