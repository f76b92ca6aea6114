"""Whether a folder lies on a drive of this machine, or on another machine's: SQLite's WAL needs the first."""

from __future__ import annotations

from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")  # Linux; where it is missing nothing can be told
SHARED = frozenset(
    {
        *("9p", "afpfs", "afs", "ceph", "cifs", "coda", "gfs2", "glusterfs", "lustre", "ncpfs"),
        *("nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs"),
        *("fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    }
)


def is_shared(folder: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the folder is on a drive that other machines write to as well."""
    kinds = _kinds(mounts)
    place = folder.resolve()
    found = next((kinds[str(each)] for each in (place, *place.parents) if str(each) in kinds), "")
    return found in SHARED


def _kinds(mounts: Path) -> dict[str, str]:
    """The kind of each drive by the folder it is seen at; of two at one place the later, which hides it."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = {}
    for line in lines:
        before, _, behind = line.partition(" - ")
        folder = before.split(" ")[4].encode("latin-1", "replace").decode("unicode_escape")
        found[folder] = behind.split(" ")[0]
    return found
