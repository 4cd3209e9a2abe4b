"""What stands in the slots of frames, on parses written by hand: ``word/TAG/dep>head``."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from relgraph.extract import clauses, slots

POS = {"V": "VERB", "N": "NOUN", "P": "PRON", "I": "ADP", "J": "ADJ", "D": "DET"}
LEMMAS = {"held": "hold", "said": "say", "talks": "talk", "presided": "preside", "gave": "give",
          "left": "leave", "awarded": "award", "led": "lead", "was": "be"}  # fmt: skip


def parsed(line: str) -> Doc:
    rows = [word.rsplit("/", 2) for word in line.split()]
    tags = [row[1] for row in rows]
    deps, heads = zip(*(row[2].split(">") for row in rows), strict=True)
    return Doc(
        spacy.blank("en").vocab,
        words=[row[0] for row in rows],
        tags=tags,
        pos=["PROPN" if tag.startswith("NNP") else POS.get(tag[0], "X") for tag in tags],
        lemmas=[LEMMAS.get(row[0], row[0]) for row in rows],
        deps=list(deps),
        heads=[int(head) for head in heads],
    )


def token(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("line", "noun", "places", "found"),
    [
        pytest.param(
            "Singh/NNP/nsubj>1 said/VBD/ROOT>1 in/IN/prep>1 a/DT/det>4 meeting/NN/pobj>2 "
            "with/IN/prep>4 Rabbah/NNP/pobj>5",
            "meeting", ("poss", "host"), ["Singh"], id="host-of-a-new-meeting",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 said/VBD/ROOT>1 during/IN/prep>1 the/DT/det>4 meeting/NN/pobj>2",
            "meeting", ("host",), [], id="no-host-of-a-known-meeting",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 presided/VBD/ROOT>1 over/IN/prep>1 the/DT/det>4 opening/NN/pobj>2",
            "opening", ("host",), ["Singh"], id="who-presides-opens",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 spoke/VBD/ROOT>1 on/IN/prep>1 the/DT/det>4 sidelines/NNS/pobj>2 "
            "of/IN/prep>4 talks/NNS/pobj>5",
            "talks", ("host",), ["Singh"], id="past-the-sidelines",
        ),
        pytest.param(
            "session/NN/ROOT>0 of/IN/prep>0 a/DT/det>3 commission/NN/pobj>1 between/IN/prep>3 "
            "Oman/NNP/pobj>4 and/CC/cc>5 Iraq/NNP/conj>5",
            "session", ("between",), ["Oman", "Iraq"], id="between-further-down",
        ),
        pytest.param(
            "talks/NNS/ROOT>0 of/IN/prep>0 Kestrel/NNP/pobj>1 with/IN/prep>2 offices/NNS/pobj>3",
            "talks", ("with",), [], id="with-of-a-name-is-its-own",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 left/VBD/ROOT>1 for/IN/prep>1 talks/NNS/pobj>2 with/IN/prep>1 "
            "Rabbah/NNP/pobj>4",
            "talks", ("with",), ["Rabbah"], id="with-hung-on-the-verb",
        ),
        pytest.param(
            "visit/NN/ROOT>0 of/IN/prep>0 a/DT/det>3 delegation/NN/pobj>1 led/VBN/acl>3 "
            "by/IN/agent>4 Singh/NNP/pobj>5",
            "visit", ("of",), ["delegation", "Singh"], id="who-leads-comes-along",
        ),
    ],
)  # fmt: skip
def test_what_stands_around_a_noun(
    line: str, noun: str, places: tuple[str, ...], found: list[str]
) -> None:
    doc = parsed(line)
    assert [t.text for t in slots.of_noun(token(doc, noun), places)] == found


@pytest.mark.parametrize(
    ("line", "verb", "place", "found"),
    [
        pytest.param(
            "Singh/NNP/nsubj>1 awarded/VBD/ROOT>1 Rabbah/NNP/dative>1 a/DT/det>4 medal/NN/dobj>1",
            "awarded", "to", ["Rabbah"], id="recipient-without-to",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 gave/VBD/ROOT>1 a/DT/det>3 dinner/NN/dobj>1 in/IN/prep>1 "
            "honour/NN/pobj>4 of/IN/prep>5 Rabbah/NNP/pobj>6",
            "gave", "in_honour_of", ["Rabbah"], id="preposition-of-three-words",
        ),
        pytest.param(
            "contract/NN/nsubjpass>5 worth/JJ/amod>0 much/JJ/npadvmod>1 with/IN/prep>1 "
            "Rabbah/NNP/pobj>3 signed/VBN/ROOT>5",
            "signed", "object.with", ["Rabbah"], id="hidden-in-the-object",
        ),
    ],
)  # fmt: skip
def test_what_stands_around_a_verb(line: str, verb: str, place: str, found: list[str]) -> None:
    clause = clauses.read(token(parsed(line), verb))
    assert [t.text for t in slots.of_clause((place,), clause, None)] == found
