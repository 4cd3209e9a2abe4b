"""Tell whom pronouns and phrases such as "the minister" or "both sides" stand for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from relgraph import gazetteer
from relgraph.extract import kinds
from relgraph.extract.focus import Focus, Seen
from relgraph.extract.roles import Role
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.model import Referent, Span

HE = words("he him his himself")
SHE = words("she her hers herself")
THEY = words("they them their theirs themselves both")
IT = words("it its itself")
RELATIVE = words("who whom which that whose")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBLIQUES = ("poss", "compound", "nmod", "amod")

# Verbs by which a text gives somebody's words.
SAYING = words("""
    say tell add note stress explain state affirm declare announce recall write post tweet warn
    remark conclude continue comment reply respond reiterate emphasize emphasise underline insist
    ask observe quote describe joke admit acknowledge praise quip call
""")
# The guests in "the meeting was attended by …" are not the two that met.
ATTENDING = words("attend accompany witness join")
PRAISING = words("congratulate thank praise commend felicitate laud applaud wish compliment")
# What it counts that a person is known to be a "she": more than a sentence's distance.
UNKNOWN, KNOWN = 0.1, 1.2
# How many sentences back "they" can mean two people.
FAR = 2
# How far behind "his" the subject may stand that it means: "Hours after his arrival, Rao …".
AHEAD = 12

# "the visiting dignitary", "the two women"
HUMANS = words("""
    dignitary official guest visitor envoy diplomat leader politician man woman host minister
    ambassador president veteran counterpart lawmaker monarch ruler premier excellency majesty
    highness
""")
PEOPLE = words("""
    leader side minister official dignitary woman man counterpart president diplomat party duo pair
    two envoy politician delegation head team minister secretary ambassador general
""")
# Offices known by their letters.
SHORT_FORMS = {
    "mos": ("minister", "state"),
    "fm": ("minister", "foreign"),
    "pm": ("minister", "prime"),
    "eam": ("minister", "external", "affairs"),
    "ceo": ("chief", "executive"),
    "cfo": ("chief", "financial"),
}
PAIRS = words("duo pair")
NATIONS = words("country nation state government neighbour neighbor people capital republic")
FIRMS = words(
    "company firm group airline bank insurer manufacturer operator maker carrier retailer"
)
BODIES = words("""
    ministry agency council committee commission union embassy bank authority department university
    association federation league fund board parliament organisation organization forum summit
    conference institute party club court bloc
""")
REALMS = words("kingdom sultanate republic emirate")
# "the former minister" is somebody else than "the minister".
OTHERS = words("former then ex late previous next new incoming outgoing other another")
INDEFINITE = words("a an no any every some another")
_EMPTY = words("of for the and in charge visiting said to , - &")
DEFINITE = words("the this that said his her their")


@dataclass(frozen=True, slots=True)
class Company:
    """The referents of an article, and what the text lets us know of each."""

    by_id: Mapping[str, Referent]
    offices: Mapping[str, frozenset[str]]
    genders: dict[str, str] = field(default_factory=dict)

    def is_human(self, who: str) -> bool:
        """Tell whether *who* is a person."""
        return self.by_id[who].kind == "Person"

    def is_kind(self, *wanted: str) -> Callable[[str], bool]:
        """Return a test for kinds."""
        return lambda who: self.by_id[who].kind in wanted

    def could_be(self, gender: str) -> Callable[[str], float]:
        """Return how well a person fits *gender*: known to be, or not known not to be."""

        def fits(who: str) -> float:
            known = self.genders.get(who)
            if not self.is_human(who) or known not in (None, gender):
                return 0
            return UNKNOWN if known is None else KNOWN

        return fits


@dataclass(slots=True)
class Resolver:
    """Walks the text once, and writes what it finds to ``at`` and ``extents``."""

    page: Tokens
    company: Company
    at: dict[int, tuple[str, ...]]
    extents: dict[int, Span]
    doubtful: Mapping[int, tuple[str, ...]]
    sentence_of: tuple[int, ...]
    quoted: frozenset[int]
    focus: Focus = field(default_factory=Focus)
    inside_titles: set[int] = field(default_factory=set)

    def run(self, roles: Mapping[int, Role]) -> None:
        """Resolve all that stands for somebody else, outside quotations first."""
        titles = {role.title.head: role for role in roles.values() if role.holder < 0}
        for role in roles.values():
            self.inside_titles.update(range(role.title.begin, role.title.end))
        for index in sorted(self.at):
            if index not in self.doubtful:
                self.see(index, self.at[index])
        for inside in (False, True):
            for token in self.page.doc:
                if token.i in self.doubtful and (token.i in self.quoted) == inside:
                    self._namesake(token.i)
                if token.i in self.at or (token.i in self.quoted) != inside:
                    continue
                ids = self._ids(token, titles)
                if ids:
                    self.put(token, ids)

    def _namesake(self, index: int) -> None:
        """Decide which of two Singhs a surname means: the one more in focus."""
        likely = self.doubtful[index]
        is_quoted = index in self.quoted
        who = self.focus.best(
            index, self.sentence_of[index], lambda who: who in likely, is_quoted=is_quoted
        )
        if who:
            self.at[index] = (who,)
        self.see(index, self.at[index])

    def put(self, token: Token, ids: tuple[str, ...]) -> None:
        """Let *token* stand for *ids*."""
        self.at[token.i] = ids
        self.extents[token.i] = Span(token.idx, token.idx + len(token))
        self.see(token.i, ids)

    def see(self, index: int, ids: tuple[str, ...]) -> None:
        """Bring *ids* into focus."""
        token, is_second = _phrase_head(self.page.doc[index])
        is_subject = token.dep_ in SUBJECTS
        verb = token.head.i if is_subject or token.dep_ in ("dobj", "pobj", "dative") else -1
        seen = Seen(
            at=index,
            ids=ids,
            sentence=self.sentence_of[index],
            is_subject=is_subject,
            is_second=is_second,
            is_oblique=token.dep_ in OBLIQUES,
            is_quoted=index in self.quoted,
            is_guest=token.sent.root.lemma_.lower() in ATTENDING,
            verb=verb,
        )
        self.focus.add(seen)

    def _ids(self, token: Token, titles: Mapping[int, Role]) -> tuple[str, ...]:
        word = token.lower_
        if token.text == "HE":  # His Excellency
            return ()
        if word in HE or word in SHE:
            return _one(self._he(token, "m" if word in HE else "f"))
        if word in RELATIVE and token.tag_ in ("WP", "WDT", "WP$"):
            return self._antecedent(token)
        if word in THEY:
            return self._they(token)
        return _one(self._it(token)) if word in IT else self._noun(token, titles)

    def _noun(self, token: Token, titles: Mapping[int, Role]) -> tuple[str, ...]:
        if token.i in titles:
            return _one(self._officer(token, titles[token.i]))
        # "Adviser to the Deputy Prime Minister", "the Georgian company Tskali & Partners".
        following = token.i + 1
        is_before_name = following < len(self.page) and self.page.is_cap[following]
        if token.i in self.inside_titles or (is_before_name and not token.text.istitle()):
            return ()
        if token.pos_ in ("NOUN", "PROPN", "NUM") and token.dep_ not in ("compound", "attr"):
            return self._phrase(token)
        return ()

    def _he(self, token: Token, gender: str) -> str:
        fits, sentence = self.company.could_be(gender), self.sentence_of[token.i]
        verb = token.head.i if token.dep_ in ("dobj", "dative") else -1
        if token.dep_ == "pobj":
            verb = token.head.head.i
        who = self._ahead(token, fits) or self._praised(token, fits)
        at = token.sent.start if _is_reporting(token) else token.i
        is_quoted = token.i in self.quoted
        who = who or self.focus.best(at, sentence, fits, not_of=verb, is_quoted=is_quoted)
        if who:
            self.company.genders.setdefault(who, gender)
        return who

    def _ahead(self, token: Token, fits: Callable[[str], float]) -> str:
        """Resolve "During his visit, Singh met": the subject comes behind."""
        sentence = token.sent
        subject = next((c for c in sentence.root.children if c.dep_ in SUBJECTS), None)
        if subject is None or subject.i < token.i or subject.i > token.i + AHEAD:
            return ""
        ids = self.at.get(subject.i, ())
        is_quoted = (token.i in self.quoted) != (subject.i in self.quoted)
        return ids[0] if len(ids) == 1 and fits(ids[0]) and not is_quoted else ""

    def _praised(self, token: Token, fits: Callable[[str], float]) -> str:
        """Resolve "congratulated Olivera on his appointment": the object's own."""
        if token.dep_ != "poss":
            return ""
        verb = token.head.head.head if token.head.dep_ == "pobj" else token.head.head
        if verb.lemma_.lower() not in PRAISING:
            return ""
        praised = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
        ids = self.at.get(praised.i, ()) if praised is not None else ()
        return ids[0] if len(ids) == 1 and fits(ids[0]) else ""

    def _antecedent(self, token: Token) -> tuple[str, ...]:
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT", "ccomp", "acl") and clause.head is not clause:
            clause = clause.head
        if clause.dep_ != "relcl":
            return ()
        return self.at.get(clause.head.i, ())

    def _they(self, token: Token) -> tuple[str, ...]:
        # "both sides" is read at its noun, "both A and B" are named.
        is_modifier = token.dep_ in ("det", "preconj", "predet", "amod", "cc")
        if token.lower_ == "both" and (is_modifier or token.head.i in self.at):
            return ()
        sentence = self.sentence_of[token.i]
        subject = self.focus.subject(token.i, sentence)
        if _is_crowd(token, self.at, subject) or self._follows_crowd(token):
            return ()
        for reach in (0, 1):
            if found := self.focus.pair(token.i, sentence, self.company.is_human, reach=reach):
                return found
            # "Rovers travel on Tuesday. They have not won."
            is_next = subject is not None and subject.sentence == sentence - reach
            if is_next and subject is not None and not self.company.is_human(subject.ids[0]):
                return subject.ids
        found = self.focus.pair(token.i, sentence, self.company.is_human, reach=FAR)
        return found or self._groups(token.i, sentence)

    def _follows_crowd(self, token: Token) -> bool:
        """Tell whether the sentence before is about some many: "Fishermen … Their spokesman"."""
        start = token.sent.start
        if not start:
            return False
        root = token.doc[start - 1].sent.root
        subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
        is_many = subject is not None and subject.tag_ == "NNS" and subject.i not in self.at
        return is_many and subject is not None and subject.lemma_.lower() not in (*PEOPLE, "talk")

    def _groups(self, at: int, sentence: int) -> tuple[str, ...]:
        """Return the two bodies or countries spoken of last, where no two people are."""
        return self.focus.pair(
            at, sentence, self.company.is_kind("Company", "Organization", "GovernmentBody")
        ) or self.focus.pair(at, sentence, self.company.is_kind("Country"))

    def _it(self, token: Token) -> str:
        sentence = self.sentence_of[token.i]
        is_body = self.company.is_kind("Company", "Organization", "GovernmentBody", "Country")
        for phrase in self.focus.before(token.i, sentence):
            if phrase.sentence < sentence - 1:
                return ""
            if phrase.is_subject and len(phrase.ids) == 1:
                return phrase.ids[0] if is_body(phrase.ids[0]) else ""
        return ""

    def _officer(self, token: Token, role: Role) -> str:
        """Resolve "the Defence Minister" by office and country."""
        if self._is_somebody(token, role):
            return ""
        if token.lower_ == "counterpart":
            return self._counterpart(token, role.country)
        wanted = spelled_out(self.page.lower[role.title.begin : role.title.end])

        def holds(who: str) -> bool:
            offices = self.company.offices.get(who, frozenset())
            country = self.company.by_id[who].country
            differs = role.country and country and role.country != country
            return bool(wanted) and wanted <= offices and not differs

        who = self.focus.last(token.i, holds)
        if not who and role.country:
            who = self.focus.last(token.i, self._is_from(role.country))
        return who

    def _is_somebody(self, token: Token, role: Role) -> bool:
        """Tell whether an office is that of nobody in particular: "a minister", "as president"."""
        before = self.page.lower[role.begin - 1] if role.begin else ""
        modifiers = set(self.page.lower[role.title.begin : token.i]) | {before}
        is_post = token.dep_ in ("attr", "oprd") or token.head.lower_ == "as"
        is_one = token.tag_ not in ("NNS", "NNPS") and not modifiers & INDEFINITE
        return is_post or not is_one or bool(modifiers & OTHERS)

    def _is_from(self, country: str) -> Callable[[str], bool]:
        by_id = self.company.by_id
        return lambda who: by_id[who].country == country and by_id[who].kind == "Person"

    def _counterpart(self, token: Token, country: str) -> str:
        """Resolve "his Omani counterpart": of that country, or of his office elsewhere."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        mine = self.at.get(owner.i, ()) if owner is not None else ()
        offices = frozenset().union(*(self.company.offices.get(who, frozenset()) for who in mine))

        def fits(who: str) -> bool:
            if who in mine or not self.company.is_human(who):
                return False
            if country:
                return self.company.by_id[who].country == country
            return bool(offices & self.company.offices.get(who, frozenset()))

        return self.focus.last(token.i, fits)

    def _phrase(self, token: Token) -> tuple[str, ...]:
        """Resolve "the two leaders", "the company", "the Kingdom", "the visiting dignitary"."""
        lemma = token.lemma_.lower()
        children = {child.lower_ for child in token.children}
        sentence = self.sentence_of[token.i]
        if token.lower_ == "two":
            is_two = token.dep_ in (*SUBJECTS, "dobj", "pobj") and "the" in children
        else:
            is_many = token.tag_ in ("NNS", "NNPS")
            is_two = (is_many and bool(children & {"two", "both", "2"})) or lemma in PAIRS
        if is_two:
            return self._two(token.i, sentence, lemma)
        is_bare = not any(child.dep_ == "prep" for child in token.children)
        if not children & DEFINITE or children & OTHERS or not is_bare:
            return ()
        if token.tag_ not in ("NNS", "NNPS"):
            return _one(self._single(token, lemma, sentence))
        is_joint = lemma in ("leader", "minister", "side") and "the" in children
        return self.focus.pair(token.i, sentence, self.company.is_human) if is_joint else ()

    def _two(self, at: int, sentence: int, lemma: str) -> tuple[str, ...]:
        if lemma in NATIONS:
            return self.focus.pair(at, sentence, self.company.is_kind("Country"))
        if lemma in FIRMS or lemma in BODIES:
            is_body = self.company.is_kind("Company", "Organization", "GovernmentBody")
            return self.focus.pair(at, sentence, is_body)
        if lemma not in PEOPLE:
            return ()
        found = self.focus.pair(at, sentence, self.company.is_human)
        return found or (self._groups(at, sentence) if lemma in ("side", "party", "two") else ())

    def _single(self, token: Token, lemma: str, sentence: int) -> str:
        if lemma in HUMANS:
            country = next(
                (gazetteer.country_code(c.text) for c in token.children if c.text.istitle()), ""
            )
            if country:
                return self.focus.last(token.i, self._is_from(country))
            verb = token.head.i if token.dep_ in ("dobj", "pobj", "dative") else -1
            mine = [w for c in token.children if c.dep_ == "poss" for w in self.at.get(c.i, ())]
            return self.focus.best(
                token.i,
                sentence,
                lambda who: self.company.is_human(who) and who not in mine,
                not_of=verb,
            )
        if lemma in REALMS and token.text.istitle():
            return self.focus.last(token.i, self._is_realm(lemma)) or self.focus.last(
                token.i, self.company.is_kind("Country")
            )
        if lemma in FIRMS or lemma in BODIES:
            return self._body(token, lemma)
        return ""

    def _is_realm(self, lemma: str) -> Callable[[str], bool]:
        """Return a test for countries that call themselves so: the "Kingdom" is not Iraq."""

        def fits(who: str) -> bool:
            referent = self.company.by_id[who]
            known = gazetteer.country(referent.name) if referent.kind == "Country" else None
            names = (*referent.aliases, *(known.aliases if known else ()))
            return any(lemma in name.lower().split() for name in names)

        return fits

    def _body(self, token: Token, lemma: str) -> str:
        """Resolve "the bank" to a bank, and "the company" to whichever company was last."""

        def is_so_named(who: str) -> bool:
            referent = self.company.by_id[who]
            names = (referent.name, *referent.aliases)
            return referent.kind in kinds.BODIES | {"Event"} and any(
                lemma in name.lower().split() for name in names
            )

        if who := self.focus.last(token.i, is_so_named):
            return who
        if lemma in FIRMS and lemma != "group":
            firms = ("Company",) if lemma in ("company", "firm") else ("Company", "Organization")
            return self.focus.last(token.i, self.company.is_kind(*firms))
        return ""


def _phrase_head(token: Token) -> tuple[Token, bool]:
    """Return the word by whose place a name is judged, and whether the name comes second there."""
    is_second = False
    while token.dep_ in ("appos", "conj", "flat") and token.head is not token:
        is_second = is_second or token.dep_ == "conj"
        token = token.head
    return token, is_second


def _is_reporting(token: Token) -> bool:
    """Tell whether "she" speaks of what went before: "Talks with Deere have stalled, she said"."""
    verb = token.head
    is_speaker = token.dep_ == "nsubj" and verb.lemma_.lower() in SAYING
    return is_speaker and any(c.dep_ == "ccomp" and c.i < token.i for c in verb.children)


def _is_crowd(token: Token, at: Mapping[int, tuple[str, ...]], subject: Seen | None) -> bool:
    """Tell whether "they" are some unnamed many: "export industries … their needs"."""
    begin = subject.at + 1 if subject is not None and subject.at < token.i else token.sent.start
    begin = max(begin, token.sent.start)
    return any(
        other.tag_ == "NNS" and other.dep_ in (*SUBJECTS, "dobj", "conj") and other.i not in at
        and other.lemma_.lower() not in PEOPLE
        for other in token.doc[begin : token.i]
    )  # fmt: skip


def _one(who: str) -> tuple[str, ...]:
    return (who,) if who else ()


def spelled_out(title: Iterable[str]) -> frozenset[str]:
    """Return the words of an office, with what short forms in it stand for.

    >>> sorted(spelled_out(["the", "mos"]))
    ['minister', 'state']
    """
    plain = content(title)
    longer = [SHORT_FORMS[word] for word in plain if word in SHORT_FORMS]
    return (plain - SHORT_FORMS.keys()).union(*longer)


def content(title: Iterable[str]) -> frozenset[str]:
    """Return the words of an office that tell it from others.

    >>> sorted(content(["visiting", "minister", "of", "trade"]))
    ['minister', 'trade']
    """
    return frozenset(title) - _EMPTY
