"""Builds the package from source by maturin; where there is no Rust it says so, and fetches none.

Maturin itself would look for a Rust to download, which fails without words where there is no network.
"""

import shutil
import sys

from maturin import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

MISSING = """\
This package is built from source here, and that needs Rust 1.90 or later: no `cargo` was found on the PATH.
Install Rust, or take a wheel: there is one for Linux on x86_64 and aarch64, with glibc from 2.17 on or musl from 1.2 on.
Without a network, `cargo` also needs the crates in a folder, made by `cargo vendor`; docs/release.md of the repository shows how.
"""

if shutil.which("cargo") is None:
    sys.exit(MISSING)
