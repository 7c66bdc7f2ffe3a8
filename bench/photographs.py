"""Build a SAR with many large photographs among its evidence: file size, time and peak memory.

    python bench/photographs.py [PHOTOGRAPHS]

60 photographs by default, of 12 megapixels each, with noise and Exif as telephones write them, some turned.
The same report without them is built beside it, so that the difference is theirs. ``cold`` makes every
photograph anew, ``warm`` takes them from the cache, ``nothing new`` finds that nothing has changed. Memory is
the peak of the process. LibreOffice is hidden, so rdocx lays out. It needs a system with ``os.wait4``.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageFilter

_PHOTOGRAPHS: Final = 60
_SIZE: Final = (4000, 3000)
_STANDARDS: Final = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2")
_ORIENTATION, _MAKER, _PLACE = 0x0112, 0x010F, 0x8825
_TURNED: Final = 6
_MEGABYTE: Final = 1024 * 1024
_OFFICE: Final = """\
content: 2
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1
short_name: สพป.ตัวอย่าง เขต 1
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
director: ก
groups:
  - {id: อำนวยการ, name: กลุ่มอำนวยการ}
"""
_PEOPLE: Final = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: ผู้อำนวยการ}
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took.

    Attributes:
        name: what was done.
        seconds: from its start to its end.
        megabytes: its peak of memory.
    """

    name: str
    seconds: float
    megabytes: float


def main() -> None:
    """Run the bench and print its table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _PHOTOGRAPHS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plain, pictured = root / "plain", root / "pictured"
        write_project(plain, 0)
        write_project(pictured, count)
        sizes = [path.stat().st_size for path in (pictured / "evidence").iterdir()]
        print(f"{count} photographs, {sum(sizes) / _MEGABYTE:.0f} MB together")
        rows = [
            run("without photographs", plain, "build", "--force"),
            run("check", pictured, "check"),
            run("cold", pictured, "build", "--force"),
            run("warm", pictured, "build", "--force"),
            run("nothing new", pictured, "build"),
        ]
        for row in rows:
            print(f"{row.name:<22} {row.seconds:6.1f} s {row.megabytes:6.0f} MB of memory")
        for project in (plain, pictured):
            size = (project / "out/2569/sar.docx").stat().st_size
            print(f"{project.name:<22} {size / _MEGABYTE:6.2f} MB as Word file")


def write_project(root: Path, count: int) -> None:
    """Write a project with a SAR that has photographs among its evidence.

    Args:
        root: its folder.
        count: how many.
    """
    (root / "2569").mkdir(parents=True)
    (root / "evidence").mkdir()
    (root / "office.yaml").write_text(_OFFICE, encoding="utf-8")
    (root / "people.yaml").write_text(_PEOPLE, encoding="utf-8")
    evidence: dict[str, list[str]] = {code: [] for code in _STANDARDS}
    noise = made_noise()
    for number in range(count):
        write_photograph(root / f"evidence/{number}.jpg", noise, number)
        line = f"          - {{code: E-{number:03}, name: ภาพกิจกรรมที่ {number}, file: evidence/{number}.jpg}}"
        evidence[_STANDARDS[number % len(_STANDARDS)]].append(line)
    lines = ["kind: sar", "scheme: sar-2560", "foreword: [คำนำ]", "indicators:"]
    for code, lines_of_evidence in evidence.items():
        lines += [f"  - indicator: '{code}'", "    issues:", "      - number: 1"]
        lines.append("        twelve_months: {results: [ผลการดำเนินงาน], level: 3}")
        if lines_of_evidence:
            lines += ["        evidence:", *lines_of_evidence]
    (root / "2569/sar.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def made_noise() -> Any:
    """Return the grain of a photograph in all its pixels; the same each time."""
    width, height = _SIZE
    pixels = random.Random(0).randbytes(width * height * 3)  # noqa: S311 nothing is kept secret
    return Image.frombytes("RGB", _SIZE, pixels).filter(ImageFilter.GaussianBlur(1))


def write_photograph(path: Path, noise: Any, number: int) -> None:
    """Write a photograph that no other is equal to."""
    width, height = _SIZE
    colours = [(number * 37 % 256, number * 91 % 256, 128), (255, 240, 200), (30, 60, 90)]
    shapes = Image.new("RGB", (3, 1))
    shapes.putdata(colours)
    photograph = Image.blend(shapes.resize((width, height), Image.Resampling.BICUBIC), noise, 0.5)
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURNED if number % 3 == 0 else 1
    exif[_MAKER] = "Bench"
    exif.get_ifd(_PLACE)[1] = "N"
    photograph.save(path, quality=90, exif=exif)


def run(name: str, project: Path, command: str, *options: str) -> Measured:
    """Return what a command took in a project.

    Raises:
        RuntimeError: it failed.
    """
    arguments = [sys.executable, "-m", "esa_docs", command, "-C", str(project), *options]
    if command == "build":
        arguments += ["--out", str(project / "out")]
    start = time.perf_counter()
    process = _start(arguments, project)
    _pid, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{name} failed")
    # Linux counts in kilobytes, macOS in bytes.
    unit = _MEGABYTE if sys.platform == "darwin" else 1024
    return Measured(name, seconds, usage.ru_maxrss / unit)


def _start(arguments: list[str], project: Path) -> int:
    """Start a command that sees no LibreOffice and no other cache, and return its process."""
    environment = {
        **os.environ,
        "ESA_DOCS_PICTURES": str(project / "cache"),
        "PATH": str(Path(sys.executable).parent),
    }
    with Path(os.devnull).open("w") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), stream) for stream in (1, 2)]
        return os.posix_spawn(arguments[0], arguments, environment, file_actions=actions)


if __name__ == "__main__":
    main()
