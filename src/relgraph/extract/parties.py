"""Tell whom and what a phrase stands for, named or not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from relgraph.extract.cast import Cast
from relgraph.extract.doers import is_people
from relgraph.extract.slots import counted
from relgraph.extract.words import words
from relgraph.model import Span
from relgraph.ontology import Ontology

# "Morocco's Minister of Trade Ryad Mezzour": parsers make the name depend on its title.
TITLE_LINKS = words("appos compound nmod pobj prep conj poss")
# Prepositions that belong to the name of a thing; others tell where and when.
NAMING = words("of for on between to against among about regarding")
TIGHT = words("compound nmod nummod quantmod flat fixed case")
# What may stand between a title and the name that it goes before.
TITLE_WORDS = words("ADP ADJ CCONJ DET NOUN NUM PART PROPN PUNCT")
LONGEST_TITLE = 24
STRAY = " ,;:\"'“”’"
DETERMINERS = words("det poss predet")
# Who speaks for a body, taken together.
STAFF = words(
    "bearer board delegate delegation executive leader leadership management manager member "
    "official people representative team"
)
STAFFED = ("Company", "Organization")
# "His Excellency Jo Sy"
HONORIFICS = words("excellency highness honour majesty")
RETINUES = words("delegation entourage party team")
BODIES = ("GovernmentBody", "Organization")


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a part: referents, or the words for something without a name."""

    token: Token
    ids: tuple[str, ...]
    words: str
    span: Span
    is_body: bool = False
    is_person: bool = False


class Phrases:
    """Looks up the phrases of one article in its cast."""

    def __init__(self, cast: Cast, ontology: Ontology, text: str) -> None:
        self.cast = cast
        self._text = text
        self._names = {r.id: (r.name, *r.aliases) for r in cast.referents}
        self._roles = {referent.id: referent.role for referent in cast.referents}
        self._kinds = {referent.id: referent.kind for referent in cast.referents}
        self._nouns = ontology.nouns
        self._ends = {span.end: index for index, span in cast.extents.items() if index in cast.at}
        # Where the names of persons begin, for titles that the parser tore from them.
        # A title stands for its holder too, and goes before the name.
        self._persons = {
            cast.extents[index].begin: index
            for index, who in sorted(cast.at.items())
            if index in cast.extents and any(self.kind(each) == "Person" for each in who)
        }

    def kind(self, referent: str) -> str:
        """Return the kind of a referent, or nothing for an unknown one."""
        return self._kinds.get(referent, "")

    def names(self, referent: str) -> tuple[str, ...]:
        """Return all names that the text gives a referent."""
        return self._names.get(referent, ())

    def role(self, referent: str) -> str:
        """Return what the text calls a person's post, or nothing."""
        return self._roles.get(referent, "")

    def fillers(self, tokens: Iterable[Token], allowed: tuple[str, ...]) -> Iterator[Filler]:
        """Yield what *tokens* stand for, where *allowed* has its kind or its class of nouns."""
        of_countries = False
        for token in tokens:
            # "the ministers of Oman, Qatar and Iraq": parsers list Qatar beside the ministers.
            if of_countries and self._is_country(token):
                continue
            found = self.filler(token, allowed)
            of_countries = found is not None and not found.ids and self._is_of_country(token)
            if found is not None:
                yield found

    def _is_country(self, token: Token) -> bool:
        return any(self.kind(who) == "Country" for who in self.cast.at.get(token.i, ()))

    def _is_of_country(self, token: Token) -> bool:
        below = (name for prep in token.children if prep.lower_ == "of" for name in prep.children)
        return token.tag_ in ("NNS", "NNPS") and any(map(self._is_country, below))

    def filler(self, token: Token, allowed: tuple[str, ...]) -> Filler | None:
        """Return what *token* stands for, or None where it may not stand here."""
        token = self._joined(token)
        own = self._is_own(token)
        head = None if own else self._named(token, allowed)
        if head is None and not own:
            token = self._counted(token)
            head = self._named(token, allowed)
        if head is not None:
            ids = tuple(who for who in self.cast.at[head.i] if self.fits(who, allowed))
            span = self._extent(head)
            is_body = all(self.kind(who) in BODIES for who in ids)
            is_person = any(self.kind(who) == "Person" for who in ids)
            return Filler(head, ids, span.of(self._text), span, is_body, is_person)
        nouns = [self._nouns[name] for name in allowed if name in self._nouns]
        are_people = "party" in allowed and is_people(token)
        if not allowed or are_people or any(token.lemma_.lower() in lemmas for lemmas in nouns):
            return Filler(token, (), phrase(token), extent(token))
        return None

    def _joined(self, token: Token) -> Token:
        """Return the minister of "the Vice-Minister", which is three words to parsers."""
        after = token.i + 2
        is_cut = after < len(token.doc) and token.doc[after - 1].text == "-"
        return token.doc[after] if is_cut and after in self.cast.at else token

    def _counted(self, token: Token) -> Token:
        """Return the ministers of "a number of ministers"."""
        if token.i in self.cast.at:
            return token
        if token.pos_ == "NUM":  # "two days in Tunis and one in Algiers"
            placed = (
                n for p in token.children if p.lower_ in ("in", "to", "at") for n in p.children
            )
            return next(placed, token)
        return counted(token)

    def fits(self, who: str, allowed: tuple[str, ...]) -> bool:
        """Tell whether a part that takes *allowed* takes this referent."""
        return not allowed or self._kinds.get(who, "") in allowed

    def whole(self, token: Token) -> Token:
        """Return the head of the name that *token* is a word of, else *token*."""
        for above in (token, *token.ancestors):
            span = self.cast.extents.get(above.i)
            if span is not None and span.covers(extent(token)):
                return above
        return token

    def is_occasion(self, token: Token) -> bool:
        """Tell whether *token* is a gathering: "the fair", "the Abu Dhabi Forum"."""
        kinds = map(self.kind, self.cast.at.get(token.i, ()))
        return token.lemma_.lower() in self._nouns.get("occasion", ()) or "Event" in kinds

    def firms_of(self, who: str) -> tuple[str, ...]:
        """Return the companies and bodies, none of a state, in which *who* holds an office."""
        return tuple(
            office.object
            for office in self.cast.offices
            if office.subject == who and self.kind(office.object) in STAFFED
        )[:1]

    def person_at(self, token: Token) -> Token | None:
        """Return the head of the person's name that begins with *token*."""
        index = self._persons.get(token.idx)
        head = token if index is None else token.doc[index]
        # "her" and "the president" stand for people as well.
        is_name = index is not None and head.pos_ == "PROPN" and not self.is_party(head)
        return head if is_name else None

    def name_over(self, token: Token) -> Token | None:
        """Return the head of the name that *token* is the last word of."""
        at = self._ends.get(token.idx + len(token))
        return None if at is None else token.doc[at]

    def nouns(self, name: str) -> frozenset[str]:
        """Return a class of nouns of the ontology."""
        return self._nouns.get(name, frozenset())

    def is_party(self, token: Token) -> bool:
        """Tell whether *token* is a noun for people or bodies."""
        return token.lemma_.lower() in self._nouns.get("party", ()) or is_people(token)

    def _named(self, token: Token, allowed: tuple[str, ...]) -> Token | None:
        """Return *token*, or the name that it is the title of, where the cast has it."""
        if any(self.fits(who, allowed) for who in self.cast.at.get(token.i, ())):
            return token
        if token.lemma_.lower() in self.nouns("whereabouts"):
            return self._place_before(token, allowed)
        is_title = self.is_party(token) or token.lemma_.lower() in HONORIFICS
        if not is_title and token.text != "HE":  # tagged as a pronoun
            return None
        # "his counterpart" is nobody whom "his" stands for.
        owners = [self.cast.at.get(c.i, ()) for c in token.children if c.dep_ == "poss"]
        collective = self._behind_collective(token, allowed)
        if collective is not None:
            return collective
        for inner in token.children:  # "the travel agency – BEDY Travel"
            known = self.cast.at.get(inner.i, ()) if inner.dep_ == "appos" else ()
            if known not in owners and any(self.fits(who, allowed) for who in known):
                return inner
        return self._entitled(token) if not allowed or "Person" in allowed else None

    def _behind_collective(self, token: Token, allowed: tuple[str, ...]) -> Token | None:
        """Return whose people they are: "his delegation", "the management of Kestrel Motors"."""
        for child in token.children:
            who = self.cast.at.get(child.i, ())
            is_led = token.lemma_.lower() in RETINUES and child.dep_ == "poss"
            if is_led and any(self.kind(each) == "Person" for each in who):
                return child
            if child.lower_ not in ("of", "from") or token.lemma_.lower() not in STAFF:
                continue
            for body in child.children:
                kinds = {self.kind(each) for each in self.cast.at.get(body.i, ())}
                if kinds & {*STAFFED, "GovernmentBody"} & set(allowed):
                    return body
        return None

    def _entitled(self, title: Token) -> Token | None:
        """Return the person's name that *title* is of, below it or behind it."""
        for inner in title.subtree:
            kinds = map(self.kind, self.cast.at.get(inner.i, ()))
            if inner.i != title.i and "Person" in kinds and _is_title_of(title, inner):
                return inner
        return self._titled(title)

    def _is_own(self, token: Token) -> bool:
        """Tell whether "her guest" was taken for her."""
        known = self.cast.at.get(token.i, ())
        owners = [c for c in token.children if c.tag_ == "PRP$"]
        return bool(known) and any(self.cast.at.get(owner.i) == known for owner in owners)

    def _place_before(self, token: Token, allowed: tuple[str, ...]) -> Token | None:
        """Return the name in "the Sidi Bouzid region"."""
        for child in token.children:
            known = self.cast.at.get(child.i, ()) if child.dep_ == "compound" else ()
            if any(self.kind(who) == "Place" and self.fits(who, allowed) for who in known):
                return child
        for prep in token.children:  # "the capital of Damascus"
            for name in prep.children if prep.lower_ == "of" else ():
                known = self.cast.at.get(name.i, ())
                if any(self.kind(who) == "Place" and self.fits(who, allowed) for who in known):
                    return name
        return None

    def _titled(self, title: Token) -> Token | None:
        """Return the name that stands behind a title: "the secretary for trade, Omar Hejira"."""
        doc = title.doc
        for index in range(title.i + 1, min(title.i + LONGEST_TITLE, title.sent.end)):
            token, before = doc[index], doc[index - 1]
            head = self._persons.get(token.idx)
            if head is not None:
                return None if before.pos_ in ("ADP", "CCONJ", "PART") else doc[head]
            is_courtesy = token.text.replace(".", "") == "HE"  # tagged as a pronoun
            if (
                (token.pos_ not in TITLE_WORDS and not is_courtesy)
                or token.text in (";", ":")
                or token.lower_ == "with"
            ):
                return None
        return None

    def _extent(self, token: Token) -> Span:
        return self.cast.extents.get(token.i) or extent(token)


def _is_title_of(title: Token, name: Token) -> bool:
    token = name
    while token.i != title.i:
        if token.dep_ not in TITLE_LINKS or (token.dep_ == "poss" and token.head.i == title.i):
            return False
        token = token.head
    return True


def phrase(token: Token) -> str:
    """Return the words of a noun phrase, without article, clauses, places and dates.

    Of "the new plant, which they opened in Rabat" that is "new plant".
    """
    words = _core(token)
    return str(token.doc[words[0].i : words[-1].i + 1].text).strip(STRAY)


def phrase_span(token: Token) -> Span:
    """Return where ``phrase`` stands in the text."""
    words = _core(token)
    begin = words[0].idx
    text = str(token.doc[words[0].i : words[-1].i + 1].text)
    left = len(text) - len(text.lstrip(STRAY))
    return Span(begin + left, begin + left + len(text.strip(STRAY)))


def is_definite(token: Token) -> bool:
    """Tell whether a phrase speaks of something known: "the agreement", "this deal"."""
    return any(
        child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "these", "those")
        for child in token.children
    )


def is_bare(token: Token) -> bool:
    """Tell whether a phrase is no more than "the agreement"."""
    return is_definite(token) and phrase(token) == token.text and token.pos_ == "NOUN"


def extent(token: Token) -> Span:
    """Return the stretch of text of *token* alone."""
    return Span(token.idx, token.idx + len(token))


def _core(token: Token) -> list[Token]:
    """Return the tokens of the phrase from left to right, with no gap."""
    kept = {token.i}
    _collect(token, kept)
    first = last = token.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return list(token.doc[first : last + 1])


def _collect(token: Token, kept: set[int]) -> None:
    for child in token.children:
        if child.i < token.i:
            if child.dep_ not in DETERMINERS and child.dep_ not in ("cc", "preconj", "punct"):
                kept.update(t.i for t in child.subtree)
            elif child.dep_ == "punct" and child.text in ("-", "“", '"', "–"):
                kept.add(child.i)
        elif child.dep_ == "prep" and child.lower_ in NAMING:
            kept.update(_inside(child))
        elif child.dep_ == "appos" and token.doc[child.left_edge.i - 1].text == "(":
            kept.update(range(child.left_edge.i - 1, min(child.right_edge.i + 2, len(token.doc))))
        elif child.text in ("(", ")", "”") or child.dep_ in TIGHT:
            kept.update(t.i for t in child.subtree if t.dep_ not in ("relcl", "acl"))


def _inside(prep: Token) -> Iterator[int]:
    """Yield the tokens of a prepositional phrase up to the first clause or date in it."""
    stop = prep.right_edge.i + 1
    for token in prep.subtree:
        if token.dep_ in ("relcl", "advcl") or (token.dep_ == "acl" and token.tag_ != "VBG"):
            stop = min(stop, token.left_edge.i)
        if token.dep_ == "prep" and token.lower_ not in (*NAMING, "in", "with"):
            stop = min(stop, token.i)
    yield from range(prep.i, stop)
