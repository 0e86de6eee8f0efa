"""What is said of an error that nobody expected: one sentence, never a listing of the program's insides."""

from __future__ import annotations

import traceback
from pathlib import Path

from store.errors import DatelineError


def sentence_of(error: BaseException) -> str:
    """What went wrong and what to do about it; of a mistake in the program, where it is."""
    match error:
        case DatelineError():
            return str(error)
        case MemoryError():
            return "There is not enough memory. Close other programs and try again."
        case OSError(strerror=str(said)):
            file = f"{error.filename}: {said}. Check its name and permissions."
            return file if error.filename else f"The system says: {said}."
        case _:
            return f"This is a mistake in Dateline, nothing is lost. Please report it: {_place_of(error)}."


def _place_of(error: BaseException) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    frames = traceback.extract_tb(error.__traceback__)
    return f"{what} ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else what
