"""Reports for people and for programs."""

import csv
import io
import json

import pytest

from relgraph.evaluation import FORMATS, Annotation, Loss, Report, Sign, Stage, figures

MISSED = Loss("a", Sign.MISSED, "Person", "Person Singh", Stage.NOT_FOUND, "", "Singh left.")
WRONG = Loss("a", Sign.WRONG, "met", "met Ana", Stage.WRONG_DATE, "2025, found none", "Ana left.")
PLACE = Loss("a", Sign.WRONG, "met", "met Ana", Stage.WRONG_PLACE, "Fez, found none", "Ana left.")
MEASURED = figures([(Annotation("a"), Annotation("a"))])


def told(*losses: Loss) -> list[str]:
    table = FORMATS["table"](Report(1, MEASURED, losses))
    return table.partition("\n\n── a ──\n")[2].splitlines()


def test_two_missed_of_one_name_are_both_shown() -> None:
    assert told(MISSED, MISSED)[:6] == ["− Person Singh", "    “Singh left.”", "    not found"] * 2


def test_an_event_that_is_wrong_twice_is_shown_once() -> None:
    assert told(WRONG, PLACE) == [
        "~ met Ana",
        "    “Ana left.”",
        "    wrong date: 2025, found none",
        "    wrong place: Fez, found none",
        "",
        "− 0 missed",
        "+ 0 extra",
        "~ 2 wrong: 1 wrong date, 1 wrong place",
    ]


def test_nothing_lost_is_said() -> None:
    assert FORMATS["table"](Report(1, MEASURED, ())).splitlines()[-3:] == [
        "− 0 missed",
        "+ 0 extra",
        "~ 0 wrong",
    ]
    assert FORMATS["csv"](Report(1, MEASURED, ())).splitlines() == [
        "article,sign,type,what,stage,detail,sentence"
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_ends_its_last_line(name: str) -> None:
    assert FORMATS[name](Report(1, MEASURED)).endswith("\n")


def test_files_say_the_same() -> None:
    table = list(csv.DictReader(io.StringIO(FORMATS["csv"](Report(1, MEASURED)))))
    report = json.loads(FORMATS["json"](Report(1, MEASURED, (MISSED,))))
    assert [row["figure"] for row in table] == [one["figure"] for one in report["figures"]]
    assert report["losses"] == [
        {
            "article": "a",
            "sign": "missed",
            "type": "Person",
            "what": "Person Singh",
            "stage": "not found",
            "detail": "",
            "sentence": "Singh left.",
        }
    ]
