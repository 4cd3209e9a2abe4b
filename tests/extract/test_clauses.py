"""Who does what, on parses written by hand: ``word/TAG/dep>head``."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from relgraph.extract import clauses

POS = {"V": "VERB", "N": "NOUN", "P": "PRON", "I": "ADP", "R": "ADV", "J": "ADJ", "D": "DET"}
LEMMAS = {
    "met": "meet", "opened": "open", "signed": "sign", "visited": "visit", "invited": "invite",
    "visiting": "visit", "thanked": "thank", "went": "go", "exchanged": "exchange",
}  # fmt: skip


def parsed(line: str) -> Doc:
    rows = [word.rsplit("/", 2) for word in line.split()]
    words, tags = [row[0] for row in rows], [row[1] for row in rows]
    deps, heads = zip(*(row[2].split(">") for row in rows), strict=True)
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        tags=tags,
        pos=["PROPN" if tag.startswith("NNP") else POS.get(tag[0], "X") for tag in tags],
        lemmas=[LEMMAS.get(word, word) for word in words],
        deps=list(deps),
        heads=[int(head) for head in heads],
    )


def verb(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def words(tokens: tuple[Token, ...] | list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("line", "word", "subjects", "objects"),
    [
        pytest.param(
            "Singh/NNP/nsubj>1 met/VBD/ROOT>1 Mezzour/NNP/dobj>1",
            "met", ["Singh"], ["Mezzour"], id="active",
        ),
        pytest.param(
            "plant/NN/nsubjpass>2 was/VBD/auxpass>2 opened/VBN/ROOT>2 by/IN/agent>2 "
            "Singh/NNP/pobj>3 and/CC/cc>4 Hejira/NNP/conj>4",
            "opened", ["Singh", "Hejira"], ["plant"], id="passive",
        ),
        pytest.param(
            "She/PRP/nsubj>1 met/VBD/ROOT>1 Rabbah/NNP/dobj>1 and/CC/cc>1 visited/VBD/conj>1 "
            "Fez/NNP/dobj>4",
            "visited", ["She"], ["Fez"], id="conjoined-verb-shares-the-subject",
        ),
        pytest.param(
            "They/PRP/nsubj>1 signed/VBD/ROOT>1 and/CC/cc>1 exchanged/VBD/conj>1 notes/NNS/dobj>3",
            "signed", ["They"], ["notes"], id="conjoined-verb-shares-the-object",
        ),
        pytest.param(
            "Benali/NNP/nsubjpass>2 is/VBZ/auxpass>2 due/VBN/ROOT>2 to/TO/aux>4 met/VB/xcomp>2 "
            "Rabbah/NNP/dobj>4",
            "met", ["Benali"], ["Rabbah"], id="raising",
        ),
        pytest.param(
            "He/PRP/nsubj>1 invited/VBD/ROOT>1 Loudiyi/NNP/dobj>1 to/TO/aux>4 visit/VB/xcomp>1 "
            "India/NNP/dobj>4",
            "visit", ["Loudiyi"], ["India"], id="object-control",
        ),
        pytest.param(
            "minister/NN/nsubj>4 who/WP/nsubj>2 visited/VBD/relcl>0 Fez/NNP/dobj>2 left/VBD/ROOT>4",
            "visited", ["minister"], ["Fez"], id="relative-subject",
        ),
        pytest.param(
            "forum/NN/nsubj>4 that/WDT/dobj>3 Benali/NNP/nsubj>3 opened/VBD/relcl>0 "
            "ended/VBD/ROOT>4",
            "opened", ["Benali"], ["forum"], id="relative-object",
        ),
        pytest.param(
            "forum/NN/nsubj>3 Benali/NNP/nsubj>2 opened/VBD/relcl>0 ended/VBD/ROOT>3",
            "opened", ["Benali"], ["forum"], id="relative-without-pronoun",
        ),
        pytest.param(
            "vehicle/NN/ROOT>0 signed/VBN/acl>0 by/IN/agent>1 TASL/NNP/pobj>2 and/CC/cc>3 "
            "DRDO/NNP/conj>3",
            "signed", ["TASL", "DRDO"], ["vehicle"], id="participle",
        ),
        pytest.param(
            "pact/NN/nsubjpass>2 was/VBD/auxpass>2 signed/VBN/ROOT>2 by/IN/agent>2 CEO/NN/pobj>3 "
            "Thomsen/NNP/appos>4 and/CC/cc>5 Naga/NNP/conj>5",
            "signed", ["CEO", "Naga"], ["pact"], id="second-party-hangs-on-the-name-of-the-first",
        ),
        pytest.param(
            "He/PRP/nsubj>1 thanked/VBD/ROOT>1 Azoulay/NNP/dobj>1 for/IN/prep>1 "
            "visiting/VBG/pcomp>3 Mongolia/NNP/dobj>4",
            "visiting", ["Azoulay"], ["Mongolia"], id="who-is-thanked-did-it",
        ),
        pytest.param(
            "Singh/NNP/nsubj>1 signed/VBD/ROOT>1 it/PRP/dobj>1 along/IN/prep>1 with/IN/prep>3 "
            "Iipinge/NNP/pobj>4",
            "signed", ["Singh", "Iipinge"], ["it"], id="along-with",
        ),
    ],
)  # fmt: skip
def test_arguments(line: str, word: str, subjects: list[str], objects: list[str]) -> None:
    clause = clauses.read(verb(parsed(line), word))
    assert words(clause.subjects) == subjects
    assert words(clause.objects) == objects


def test_a_place_between_verb_and_preposition_does_not_hide_it() -> None:
    doc = parsed("talks/NNS/ROOT>0 in/IN/prep>0 Rabat/NNP/pobj>1 with/IN/prep>2 Rabbah/NNP/pobj>3")
    doc.set_ents([spacy.tokens.Span(doc, 2, 3, label="GPE")])
    assert words(clauses.prepositions(doc[0], ("with",))) == ["Rabbah"]
