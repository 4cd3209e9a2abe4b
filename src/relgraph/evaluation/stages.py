"""The stages at which something that a text says can be lost."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a thing was lost, in the order in which a text is read."""

    UNREAD = "sentence not read"
    # Of an entity.
    NOT_FOUND = "not found"
    WRONG_KIND = "wrong kind"
    OTHER_NAME = "other name"
    # Of an event.
    PARTY_UNKNOWN = "party not found"
    NEVER_TOGETHER = "never together"
    NO_TYPE = "no such relation"
    NO_TRIGGER = "trigger not found"
    NO_FRAME = "no frame fits"
    PARTY_UNRESOLVED = "party unresolved"
    PART_MISSING = "part missing"
    OPEN = "left open"
    UNGROUNDED = "not grounded"
    WRONG_TYPE = "wrong type"
    WRONG_PARTIES = "wrong participants"
    WRONG_OBJECT = "wrong object"
    # Of either.
    MERGED = "merged into another"
    REPEATED = "told twice"
    EXTRA = "not annotated"
    # Of an event that was found.
    WRONG_DATE = "wrong date"
    WRONG_PLACE = "wrong place"
    WRONG_MODALITY = "wrong modality"
    WRONG_EVIDENCE = "wrong evidence"
    NO_EDGE = "no edge drawn"
    TOLD = "not lost"


@dataclass(frozen=True, slots=True)
class Cause:
    """At which stage a thing was lost, and how."""

    stage: Stage
    detail: str = ""
