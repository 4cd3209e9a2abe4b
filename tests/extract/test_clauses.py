"""Who does what, on parses written by hand: ``word/TAG/dep>head``."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from relgraph.extract import clauses

POS = {"V": "VERB", "N": "NOUN", "P": "PRON", "I": "ADP", "R": "ADV", "J": "ADJ", "D": "DET"}
LEMMAS = {
    "met": "meet", "opened": "open", "signed": "sign", "visited": "visit", "invited": "invite",
    "visiting": "visit", "thanked": "thank", "awarded": "award", "led": "lead", "was": "be",
    "accompanied": "accompany", "went": "go", "exchanged": "exchange",
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
        pytest.param(
            "delegation/NN/nsubj>4 led/VBN/acl>0 by/IN/agent>1 Singh/NNP/pobj>2 "
            "visited/VBD/ROOT>4 Fez/NNP/dobj>4",
            "visited", ["delegation", "Singh"], ["Fez"], id="who-leads-a-delegation",
        ),
        pytest.param(
            "He/PRP/nsubj>1 met/VBD/ROOT>1 Singh/NNP/dobj>1 accompanied/VBN/acl>2 "
            "by/IN/agent>3 Rabbah/NNP/pobj>4",
            "met", ["He"], ["Singh", "Rabbah"], id="who-comes-along-is-met-too",
        ),
        pytest.param(
            "He/PRP/nsubj>1 awarded/VBD/ROOT>1 Singh/NNP/dative>1 a/DT/det>4 medal/NN/dobj>1",
            "awarded", ["He"], ["medal"], id="what-is-given",
        ),
        pytest.param(
            "She/PRP/nsubjpass>2 was/VBD/auxpass>2 awarded/VBN/ROOT>2 a/DT/det>4 medal/NN/dobj>2 "
            "by/IN/agent>2 Singh/NNP/pobj>5",
            "awarded", ["Singh"], ["medal"], id="what-is-given-in-the-passive",
        ),
        pytest.param(
            "It/PRP/nsubjpass>2 was/VBD/auxpass>2 awarded/VBN/ROOT>2 to/IN/dative>2 "
            "Tata/NNP/pobj>3 by/IN/prep>4 Oman/NNP/pobj>5",
            "awarded", ["Oman"], ["It"], id="by-hung-on-the-name-before-it",
        ),
        pytest.param(
            "contract/NN/ROOT>0 that/IN/mark>3 firm/NN/nsubj>3 signed/VBD/acl>0",
            "signed", ["firm"], ["contract"], id="relative-taken-for-a-conjunction",
        ),
        pytest.param(
            "built/VBN/ROOT>0 and/CC/cc>0 opened/VBD/conj>0 by/IN/agent>2 Singh/NNP/pobj>3",
            "opened", ["Singh"], [], id="passive-by-its-agent",
        ),
        pytest.param(
            "On/IN/prep>4 Monday/NNP/pobj>0 ,/,/punct>1 Singh/NNP/pobj>0 opened/VBD/ROOT>4 "
            "it/PRP/dobj>4",
            "opened", ["Singh"], ["it"], id="subject-lost-to-a-preposition",
        ),
        pytest.param(
            "minister/NN/nsubj>3 to/TO/aux>2 visit/VB/acl>0 was/VBD/ROOT>3 Singh/NNP/attr>3",
            "visit", ["Singh"], [], id="the-last-to-visit-was",
        ),
    ],
)  # fmt: skip
def test_arguments(line: str, word: str, subjects: list[str], objects: list[str]) -> None:
    clause = clauses.read(verb(parsed(line), word))
    assert words(clause.subjects) == subjects
    assert words(clause.objects) == objects


def test_recipients_need_no_preposition() -> None:
    doc = parsed("He/PRP/nsubj>1 awarded/VBD/ROOT>1 Singh/NNP/dobj>1 a/DT/det>4 medal/NN/dobj>1")
    assert words(clauses.read(doc[1]).recipients) == ["Singh"]


def test_according_to_somebody_goes_nowhere() -> None:
    doc = parsed("left/VBD/ROOT>0 According/VBG/prep>0 to/IN/prep>1 Singh/NNP/pobj>2")
    assert clauses.prepositions(doc[0], ("to",)) == []


def test_a_place_between_verb_and_preposition_does_not_hide_it() -> None:
    doc = parsed("talks/NNS/ROOT>0 in/IN/prep>0 Rabat/NNP/pobj>1 with/IN/prep>2 Rabbah/NNP/pobj>3")
    doc.set_ents([spacy.tokens.Span(doc, 2, 3, label="GPE")])
    assert words(clauses.prepositions(doc[0], ("with",))) == ["Rabbah"]
