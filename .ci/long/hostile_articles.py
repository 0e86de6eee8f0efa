"""Articles that try to drive the terminal, and letters that are wider than they look, on the real dashboard."""

from __future__ import annotations

import base64
import re
import time
from pathlib import Path

from bed import COMMAND, MEETING, Bed, main
from terminal import COLUMNS, OFF, ROWS, TOUR, Terminal

BARS = frozenset("│┃║")

PAYLOADS = {
    "OSC 52": "\x1b]52;c;aGFja2Vk\x07",
    "OSC 52, C1": "\x9d52;c;aGFja2Vk\x9c",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "colour": "\x1b[31;77m",
    "C1 colour": "\x9b31;77m",
    "cursor": "\x1b[77;77H",
    "erase": "\x1b[2J\x1b[3J",
    "reset": "\x1bc",
    "DCS": "\x1bPq#0;2;0;0;0\x1b\\",
    "APC": "\x1b_Gf=24;AAAA\x1b\\",
    "report": "\x1b[6n\x1b[c\x05",
    "answerback": "\x1b]11;?\x1b\\",
    "bells": "\x07\x07\x08\x0b\x0c\x0e\x0f\x00\x7f",
    "bidi": "\u202egnp.exe\u202c \u2066abc\u2069 \u200f\u200e\u061c",
    "tags": "\U000e0041\U000e007f",
    "separators": "one\u2028two\u2029three\x85four",
    "markup": "[/] [@click=app.quit]quit[/] [bold red]x[/red] [[[ ]]] \\[x] {{x}} $x [link=http://evil.example]y[/link]",
    "CR": "visible\rHIDDEN OVER IT\r\n",
    "tabs": "\ta\tb\t\tc",
}
WIDE = {
    "CJK": "两国外长将于星期五在维也纳举行会谈" * 6,
    "full width": "ＡＢＣＤＥＦＧ１２３" * 12,
    "Hangul jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af" * 20,
    "combining": "e\u0301a\u0308o\u0323\u0302" * 30
    + "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319" * 12,
    "emoji": "🙂🚀👍🏽🇳🇴🇮🇸❤️☎️1️⃣" * 8,
    "families": "👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈" * 10,
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff" * 20,
    "Arabic": "سيجتمع الوزيران يوم الجمعة في فيينا " * 5,
    "Devanagari": "विदेश मंत्री शुक्रवार को मिलेंगे " * 5,
    "Thai": "รัฐมนตรีต่างประเทศจะพบกันในวันศุกร์" * 5,
    "ambiguous": "—…“”‘’§¶†‡•·×÷±≈→←↑↓■□●○★☆♠♥" * 5,
    "private": "\ue000\uf8ff\U000f0000" * 20,
    "long word": "Donaudampfschifffahrtsgesellschaft" * 60,
    "long number": "1234567890" * 60,
    "spaces": "a" + " " * 500 + "b",
}


def tour(bed: Bed, case: str, folder: Path, *arguments: str, rows: int = ROWS, columns: int = COLUMNS) -> Terminal:
    """Walk through everything and quit; the terminal with all that was sent to it."""
    seen = Terminal(bed, [COMMAND, str(folder), *arguments], rows, columns)
    bed.check(f"{case}: opens", bool(seen.wait_for(r"rticles")), seen.read()[:600])
    time.sleep(1.5)
    for key in TOUR:
        seen.press(key)
        if not seen.is_alive:
            bed.check(f"{case}: goes on", holds=False, why=f"ended at {key!r}: {seen.read()[-900:]}")
            break
    seen.press("\x1b", "\x1b", "q")
    code = seen.end()
    bed.check(f"{case}: quits with 0", code == 0, f"{code} {seen.read()[-500:]}")
    bed.check(f"{case}: no traceback", "Traceback" not in seen.text, seen.text[-900:])
    bed.check(f"{case}: the terminal is restored", all(off in seen.text for off in OFF), seen.text[-200:])
    return seen


def hostile(bed: Bed) -> None:
    """Nothing of an article, its name, its metadata or a bad file's name drives the terminal."""
    files: dict[str, str | bytes] = {}
    toml = ""
    for number, (name, payload) in enumerate(PAYLOADS.items()):
        quote = f"“{payload} We expect results,” said the minister, Kari {payload} Lund."
        head = f"{payload} Talks in Oslo {payload}"
        next_talks = f"Russia {payload} and NATO will meet in Brussels on May {number + 1}, 2019."
        text = f"{head}\n\n{payload}{MEETING}\n{quote}\n\n{next_talks}\n"
        files[f"p{number:02} {name}.txt"] = text
        escaped = payload.translate({n: f"\\u{n:04x}" for n in (*range(32), 0x5C, 0x22, *range(0x7F, 0xA0))})
        toml += f'["p{number:02} {name}.txt"]\npublished = 2019-04-{number + 1:02}\n'
        toml += f'outlet = "{escaped}"\ntitle = "{escaped}"\n'
    files["\x1b]52;c;aGFja2Vk\x07\x1b[31;77m[bold].txt"] = MEETING
    files["bad\x1b]0;owned\x07\x1b[2J.txt"] = b"\x7fELF\0\0"
    files["articles.toml"] = toml
    folder = bed.folder("hostile \x1b[31;77m [red]", files)
    for rows, columns in ((40, 120), (24, 80), (60, 200)):
        case = f"hostile at {columns}x{rows}"
        seen = tour(bed, case, folder, rows=rows, columns=columns)
        body = re.sub(r"\x1b\]22;[a-z-]*\x07", "", seen.text)  # the shape of the mouse pointer is Textual's
        # What y copies; "aGFja2Vk" is what an article would like to have copied.
        copied = r"\x1b\]52;c;(?!aGFja2Vk)([A-Za-z0-9+/=]*)\x07"
        for encoded in re.findall(copied, body):
            taken = base64.b64decode(encoded).decode("utf-8")
            bed.check(
                f"{case}: what is copied drives nothing", not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f]", taken), taken
            )
        body = re.sub(copied, "", body)
        for name, payload in PAYLOADS.items():
            if name not in {"markup", "CR", "tabs", "bells", "separators", "bidi", "tags"}:
                bed.check(f"{case}: {name}", payload not in body, "sent as it is")
        wild = sorted(
            set(
                re.findall(
                    "[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f]", body
                )
            )
        )
        bed.check(f"{case}: no C1, bidi or tag", not wild, str(wild))
        odd = sorted(
            set(re.findall(r"\x1b[^\[\]\\>=()78]", body))
            | set(re.findall(r"\x1b\]", body))
            | set(re.findall("\x1b[P_^X]", body))
        )
        bed.check(f"{case}: no other escape", not odd, str(odd))
        finals = sorted(set(re.findall(r"\x1b\[[0-9;?<=>$ ]*([@-~])", body)))
        print(f"{case}: {len(seen.raw) / 1e6:.1f} MB drawn, CSI finals {''.join(finals)}")
        bed.check(f"{case}: no clicks out of markup", seen.child.returncode == 0)


def bars(seen: Terminal) -> set[tuple[int, int]]:
    """Where vertical lines stand on the screen."""
    return {
        (y, x) for y, line in enumerate(seen.screen.display) for x, sign in enumerate(cells(seen, y)) if sign in BARS
    }


def cells(seen: Terminal, row: int) -> list[str]:
    """The signs of a row by column; the second half of a wide one is empty."""
    return [seen.screen.buffer[row][x].data for x in range(seen.screen.columns)]


def wide(bed: Bed) -> None:
    """Letters of no or two cells, and words longer than the screen, leave the frames where they are."""
    plain = bed.folder("plain", {f"w{n:02}.txt": f"Talks {n} in Oslo\n\n{MEETING}" for n in range(len(WIDE))})
    for rows, columns in ((40, 120), (24, 80)):
        like = Terminal(bed, [COMMAND, str(plain)], rows, columns)
        like.wait_for("rticles")
        time.sleep(2)
        like.press("2")
        expected = bars(like)
        like.press("q")
        like.close()
        for name, words in WIDE.items():
            quote = f"“{words},” said Kari {words[:12]} Lund."
            text = f"{words[:40]} in Oslo\n\n{MEETING}\n{quote}\n\n{words} {words}\n\n{MEETING}"
            folder = bed.folder(
                f"wide {name} {columns}", {f"w{n:02} {words[:9]}.txt".replace("/", ""): text for n in range(len(WIDE))}
            )
            seen = Terminal(bed, [COMMAND, str(folder)], rows, columns)
            seen.wait_for("rticles")
            time.sleep(1.5)
            seen.press("2")
            moved = expected - bars(seen)
            shown = "\n".join(seen.screen.display[y] for y, _ in sorted(moved)[:2])
            bed.check(
                f"{name} at {columns}x{rows}: frames stand",
                not moved,
                f"{len(moved)} moved, as {sorted(moved)[:3]}: {shown}",
            )
            seen.press("q")
            bed.check(f"{name} at {columns}x{rows}: ends", seen.end() == 0)
            seen.close()


if __name__ == "__main__":
    main(hostile, wide)
