"""Tell by its form whether a noun names people: no list of nouns has them all."""

from spacy.tokens import Token

from relgraph.extract.words import words

DOERS = ("er", "or", "ist", "ian", "ee", "woman", "man")
NO_PEOPLE = words(
    "answer banner barrier border calendar chapter character charter cluster computer container "
    "corner corridor counter disaster door error factor filter frontier helicopter layer letter "
    "matter meter motor newspaper number offer order paper parameter poster power quarter reactor "
    "river sector sensor server shelter theater tower tractor trailer transfer water winter"
)


def is_people(token: Token) -> bool:
    """Tell whether a plural names people by what they do: "winemakers", "activists"."""
    lemma = token.lemma_.lower()
    return token.tag_ == "NNS" and lemma.endswith(DOERS) and lemma not in NO_PEOPLE
