"""Let two hands do the same at the same time, kill commands at their file events, and print what went wrong.

    python bench/several_hands.py [RACES] [KILLS]

RACES: races of each sort, 50 by default. KILLS: the most kills of each command, spread over its file events;
all by default. A race is lost where something that a command reported as done is not there, and doubled where
both got what only one can have. After a kill ``check`` runs, itself killed now and then; then each file must
be as before the command or as after it, all of them alike, and the command given again must do its work.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from command_process import KILLED, CommandProcess
from hands_project import HandsProject

_RACES: Final = 50
_PEOPLE_OF_TABLE: Final = 3
_FILES_OF_REPORT: Final = 15
"""The report, and a file for each of the 14 indicators of its edition."""
Arguments = Sequence[str]


@dataclass(slots=True)
class Tally:
    """What became of the tries of one sort.

    Attributes:
        name: what was tried.
        tries: how often.
        faults: what went wrong, in words.
    """

    name: str
    tries: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return name, tries and faults in a line, then each fault."""
        lines = [f"{self.name:<44} {self.tries:>4} tries {len(self.faults):>3} wrong"]
        lines += [f"  {fault}" for fault in self.faults]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Hands:
    """Two processes and the project that they change."""

    project: HandsProject
    first: CommandProcess
    second: CommandProcess

    def race(self, first: Arguments, second: Arguments) -> tuple[int, int]:
        """Run two commands at the same time and return their exit codes."""
        self.first.start(first)
        self.second.start(second)
        return self.first.finish(), self.second.finish()


def race_for_a_number(hands: Hands) -> str:
    """Issue two orders with one number; return what went wrong, or nothing."""
    project = hands.project
    project.restore()
    end = ["--number", "7", "--date", "5 มกราคม 2569", "-C", str(project.root)]
    codes = hands.race(["issue", "a", *end], ["issue", "b", *end])
    numbered = [name for name, data in project.files().items() if b"\nnumber:" in data]
    if sorted(codes) != [0, 1] or len(numbered) != 1:
        return f"exit codes {codes}, the number stands in {numbered}"
    return ""


def race_of_imports(hands: Hands, first_book: Path, second_book: Path) -> str:
    """Import two workbooks that change one file; return what went wrong, or nothing."""
    project = hands.project
    project.restore()
    end = ["-C", str(project.root)]
    codes = hands.race(
        ["sheet", "import", "sar", str(first_book), *end], ["sheet", "import", "sar", str(second_book), *end]
    )
    text = project.files()["2569/sar/1.1.yaml"].decode()
    written = ("ผลของคนแรก" in text, "level: 4" in text)
    done = tuple(code == 0 for code in codes)
    if written != done or not set(codes) <= {0, 1} or codes == (1, 1):
        return f"exit codes {codes}, written {written}"
    return ""


def race_of_builds(hands: Hands, number: int) -> str:
    """Build two documents into one folder; return what went wrong, or nothing."""
    project = hands.project
    project.restore()
    project.retitle("a", f"ก ครั้งที่ {number}")
    project.retitle("b", f"ข ครั้งที่ {number}")
    end = ["-C", str(project.root), "--out", str(project.out)]
    codes = hands.race(["build", "a", *end], ["build", "b", *end])
    if codes != (0, 0):
        return f"exit codes {codes}"
    project.retitle("a", f"ก อีกครั้งที่ {number}")
    code = hands.first.run(["build", "a", "b", *end])
    words = hands.first.words
    if code != 0 or "E402" in words or list(project.out.rglob("*.new*")):
        return f"the next build: exit code {code}, {words}"
    return ""


def race_of_new_reports(hands: Hands) -> str:
    """Start one report twice; return what went wrong, or nothing."""
    project = hands.project
    project.restore()
    command = ["new", "sar", "new/report", "-C", str(project.root)]
    codes = hands.race(command, command)
    files = [name for name in project.files() if name.startswith("2569/new/")]
    if sorted(codes) != [0, 1] or len(files) != _FILES_OF_REPORT:
        return f"exit codes {codes}, {len(files)} files"
    return ""


def race_of_ids(hands: Hands) -> str:
    """Write the ids of a roster twice; return what went wrong, or nothing."""
    project = hands.project
    project.use_table_without_ids()
    command = ["people", "ids", "-C", str(project.root)]
    codes = hands.race(command, command)
    rows = list(csv.reader(project.files()["people.csv"].decode().splitlines()))
    ids = [person_id for person_id, *_cells in rows[1:]]
    if codes != (0, 0) or len(set(ids)) != _PEOPLE_OF_TABLE or "" in ids:
        return f"exit codes {codes}, ids {ids}"
    return ""


def race(name: str, races: int, run: Callable[[int], str]) -> Tally:
    """Run races of one sort.

    Args:
        name: of the sort.
        races: how many.
        run: runs the race of a number and returns what went wrong.
    """
    tally = Tally(name, races)
    for number in range(races):
        fault = run(number)
        if fault:
            tally.faults.append(fault)
    return tally


def all_races(hands: Hands, races: int, folder: Path) -> Iterator[Tally]:
    """Generate the tally of each sort of race."""
    yield race("one number given twice", races, lambda _number: race_for_a_number(hands))
    first_book = hands.project.workbook(folder / "first.xlsx", {"E4": "ผลของคนแรก"})
    second_book = hands.project.workbook(folder / "second.xlsx", {"F4": 4})
    run = partial(race_of_imports, hands, first_book, second_book)
    yield race("two imports into one file", races, lambda _number: run())
    yield race("two builds into one folder", races, partial(race_of_builds, hands))
    yield race("one report started twice", races, lambda _number: race_of_new_reports(hands))
    yield race("ids written twice", races, lambda _number: race_of_ids(hands))


def kill_all_along(
    hands: Hands, name: str, arguments: Arguments, kills: int, prepare: Callable[[], None] | None = None
) -> Tally:
    """Kill a command that changes the project before each of its file events, in turn.

    Args:
        hands: the project and processes.
        name: of the command.
        arguments: the command, without its project.
        kills: the most kills; 0 for one at each event.
        prepare: makes the project ready for the command; None for the project as it was at first.
    """
    project = hands.project
    (prepare or project.restore)()
    command = [*arguments, "-C", str(project.root)]
    before = project.files()
    if hands.first.run(command) != 0:
        return Tally(name, 0, [f"the command fails: {hands.first.words}"])
    after = project.files()
    tally = Tally(name)
    for number in _event_numbers(hands, command, before, kills):
        project.restore_to(before)
        if hands.first.run(command, number, [project.root]) != KILLED:
            tally.faults.append(f"event {number}: the command was not killed")
        tally.tries += 1
        tally.faults += [
            f"event {number}: {fault}" for fault in _faults(hands, command, number, before, after)
        ]
    return tally


def _event_numbers(hands: Hands, command: Arguments, before: dict[str, bytes], kills: int) -> Iterator[int]:
    """Generate the numbers of the events at which a command is killed."""
    hands.project.restore_to(before)
    events = hands.first.count_events(command, [hands.project.root])
    step = max(1, events // kills) if kills else 1
    yield from range(1, events + 1, step)


def _faults(
    hands: Hands, command: Arguments, number: int, before: dict[str, bytes], after: dict[str, bytes]
) -> Iterator[str]:
    """Generate what is wrong once a command was killed: after a check, and after the command is repeated."""
    project = hands.project
    check = ["check", "-C", str(project.root)]
    # The command that settles what is left may be killed as well.
    hands.first.run(check, number % 7 + 1, [project.root])
    code = hands.first.run(check)
    if code != 0:
        yield f"check ends with {code}: {hands.first.words}"
    files = project.files()
    if files not in (before, after):
        yield f"half done: {sorted(name for name in files if files[name] != before.get(name))}"
    is_done = files == after
    code = hands.first.run(command)
    if code != 0 and not is_done:
        yield f"repeated, it ends with {code}: {hands.first.words}"
    if project.files() != after:
        yield "repeated, it does not do its work"
    if project.leftovers():
        yield f"left behind: {project.leftovers()}"


def kill_builds(hands: Hands, kills: int) -> Tally:
    """Kill a build before each of its file events in the output folder, in turn."""
    project = hands.project
    project.restore()
    end = ["a", "b", "-C", str(project.root), "--out", str(project.out)]
    tally = Tally("build")
    events = _count_of_build(hands, end)
    step = max(1, events // kills) if kills else 1
    for number in range(1, events + 1, step):
        for name in ("a", "b"):
            project.retitle(name, f"{name} ครั้งที่ {number}")
        if hands.first.run(["build", *end], number, [project.out]) != KILLED:
            tally.faults.append(f"event {number}: the build was not killed")
        tally.tries += 1
        if number % 2:
            project.retitle("a", f"ก หลังครั้งที่ {number}")
        tally.faults += [f"event {number}: {fault}" for fault in _faults_of_build(hands, end)]
    return tally


def _count_of_build(hands: Hands, end: Arguments) -> int:
    """Return the number of file events of a build that makes two files anew."""
    hands.first.run(["build", *end])
    for name in ("a", "b"):
        hands.project.retitle(name, f"{name} นับ")
    return hands.first.count_events(["build", *end], [hands.project.out])


def _faults_of_build(hands: Hands, end: Arguments) -> Iterator[str]:
    """Generate what is wrong with the build after a killed one."""
    code = hands.first.run(["build", *end])
    words = hands.first.words
    if code != 0 or "E402" in words or list(hands.project.out.rglob("*.new*")):
        yield f"the next build ends with {code}: {words}"
    if hands.project.leftovers():
        yield f"left behind: {hands.project.leftovers()}"


def reserve(hands: Hands) -> None:
    """Make the project anew and reserve a number: its register changes with the paper that gets it."""
    hands.project.restore()
    options = ["--kind", "order", "--for", "ตัวอย่าง", "--until", "31 ธันวาคม 2570", "--date", "5 มกราคม 2569"]
    hands.first.run(["issue", "--reserve", "1", *options, "-C", str(hands.project.root)])


def issue(hands: Hands) -> None:
    """Make the project anew, issue a paper, and change its words: so sending keeps another version."""
    hands.project.restore()
    end = ["--number", "7", "--date", "5 มกราคม 2569", "-C", str(hands.project.root)]
    hands.first.run(["issue", "a", *end])
    hands.project.mend("a")


def all_kills(hands: Hands, kills: int, folder: Path) -> Iterator[Tally]:
    """Generate the tally of each command that is killed."""
    date = ["--date", "5 มกราคม 2569"]
    yield kill_all_along(hands, "issue", ["issue", "a", "--number", "7", *date], kills)
    number_of_register = ["issue", "a", "--number", "1", *date]
    yield kill_all_along(
        hands, "issue of a reserved number", number_of_register, kills, partial(reserve, hands)
    )
    cells = {"E4": "ผลที่หนึ่ง", "E10": "ผลที่สอง", "E13": "ผลที่สาม"}
    hands.project.restore()
    book = hands.project.workbook(folder / "three.xlsx", cells)
    yield kill_all_along(hands, "sheet import", ["sheet", "import", "sar", str(book)], kills)
    yield kill_all_along(hands, "new", ["new", "sar", "new/report"], kills)
    yield kill_all_along(
        hands, "sent", ["sent", "a", "--date", "6 มกราคม 2569"], kills, partial(issue, hands)
    )
    yield kill_all_along(hands, "people ids", ["people", "ids"], kills, hands.project.use_table_without_ids)
    yield kill_builds(hands, kills)


def main() -> int:
    """Race and kill, print the tallies, and return 1 where anything went wrong."""
    numbers = [int(argument) for argument in sys.argv[1:3]]
    races, kills = [*numbers, *(_RACES, 0)[len(numbers) :]]
    has_faults = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = HandsProject(folder)
        with CommandProcess(folder / "1.txt") as first, CommandProcess(folder / "2.txt") as second:
            hands = Hands(project, first, second)
            print("races")
            for tally in all_races(hands, races, folder):
                print(tally, flush=True)
                has_faults = has_faults or bool(tally.faults)
            print("kills")
            for tally in all_kills(hands, kills, folder):
                print(tally, flush=True)
                has_faults = has_faults or bool(tally.faults)
    return int(has_faults)


if __name__ == "__main__":
    sys.exit(main())
