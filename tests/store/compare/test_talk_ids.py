from __future__ import annotations

from dataclasses import replace

from tests.store.compare.announcements import meeting, published, report, talks

MARCH_1 = published("2024-03-01")
OSLO = report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=MARCH_1)
LATER = report(2, meeting("Norway", "Chile", on="2024-03-12", until="2024-03-14"), anchor=MARCH_1)


def test_a_talk_keeps_its_id_when_another_report_joins() -> None:
    before = talks(OSLO)
    after = talks(LATER, OSLO, before=before)
    assert [t.id for t in after] == [t.id for t in before]


def test_a_new_talk_has_the_same_id_on_every_machine() -> None:
    assert talks(OSLO)[0].id == talks(OSLO)[0].id
    assert len(talks(OSLO)[0].id) == 16


def test_a_talk_keeps_its_id_when_its_article_is_edited_elsewhere() -> None:
    before = talks(OSLO)
    edited = replace(OSLO, facts=tuple(replace(f, key="f" * 16) for f in OSLO.facts))
    assert talks(edited, before=before)[0].id == before[0].id


def test_a_talk_keeps_its_id_when_its_own_sentence_is_edited() -> None:
    before = talks(OSLO)
    moved = report(1, meeting("Norway", "Chile", on="2024-03-13", at="Oslo"), anchor=MARCH_1)
    assert talks(moved, before=before)[0].id == before[0].id


def test_of_two_talks_that_were_one_the_larger_keeps_the_id() -> None:
    both = report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1)
    third = report(3, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1)
    one = talks(OSLO, both, third)
    apart = report(1, meeting("Norway", "Peru", on="2024-03-12", at="Oslo"), anchor=MARCH_1)
    apart = replace(apart, facts=tuple(replace(f, key=OSLO.facts[0].key) for f in apart.facts))
    found = {t.parties: t.id for t in talks(apart, both, third, before=one)}
    assert found["Norway", "Chile"] == one[0].id
    assert found["Norway", "Peru"] != one[0].id


def test_copies_of_one_text_that_announce_two_meetings_give_two_ids() -> None:
    found = talks(
        report(
            1, meeting("Norway", "Chile", on="2024-03-12"), meeting("Norway", "Peru", on="2024-03-12"), anchor=MARCH_1
        )
    )
    assert len({t.id for t in found}) == 2
