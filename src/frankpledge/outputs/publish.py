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
    out = out.resolve()
    new, previous = beside(out, "new"), beside(out, "previous")
    out.parent.mkdir(parents=True, exist_ok=True)
    _write(files, new)
    if out.exists():
        out.rename(previous)
    new.rename(out)
    _discard(previous)


def recover(out: Path) -> None:
    """Finish a swap that was interrupted; raise OutputFault where a folder is not ours."""
    out = out.resolve()
    _refuse_no_folder(out)
    new, previous = beside(out, "new"), beside(out, "previous")
    for folder in (out, new, previous):
        _refuse_others(folder)
    if not out.exists() or not any(out.iterdir()):
        good = new if _whole(new) else previous
        if good.exists() and not (good / MARKER).exists():
            if out.exists():
                out.rmdir()
            good.rename(out)
    for folder in (new, previous):
        _discard(folder)


def beside(out: Path, name: str) -> Path:
    """The folder that stands beside the output under the same name and an ending."""
    return out.with_name(f"{out.name}.{name}")


def _whole(folder: Path) -> bool:
    """Say whether an output was written to its end."""
    return not (folder / MARKER).exists() and all((folder / name).is_file() for name in OURS)


def _discard(folder: Path) -> None:
    """Remove an output of ours; wherever that is stopped, its marker says that it was ours."""
    if not folder.exists():
        return
    marker = folder / MARKER
    marker.touch()
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path != marker:
            path.unlink()
    marker.unlink()
    folder.rmdir()


def _refuse_no_folder(out: Path) -> None:
    """Refuse an output that can be no folder: a disk's root, or something below a file."""
    if not out.name:
        raise OutputFault("it is the root of a disk", str(out), "Give another --out.")
    above = next(folder for folder in out.parents if folder.exists())
    if not above.is_dir():
        raise OutputFault("it is a file, not a folder", above.name, "Give another --out.")


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
