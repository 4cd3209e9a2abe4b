"""Find who and what an article speaks of, and which words stand for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from relgraph.extract import offices as posts
from relgraph.extract import people
from relgraph.extract.acronyms import short_forms
from relgraph.extract.cast import Cast, Quotation, Reading
from relgraph.extract.contexts import Surroundings
from relgraph.extract.coreference import resolve
from relgraph.extract.datelines import agency
from relgraph.extract.discourse import Company, Discourse, spelled_out
from relgraph.extract.evidence import by_text
from relgraph.extract.inside import owners
from relgraph.extract.mentions import settle
from relgraph.extract.name import CERTAIN, Name
from relgraph.extract.names import items
from relgraph.extract.naming import referent
from relgraph.extract.offices import Held
from relgraph.extract.referents import Named, Thing, gather
from relgraph.extract.roles import Role, roles
from relgraph.extract.speakers import SHORTEST, first_person, speakers
from relgraph.extract.tokens import Tokens, tokens
from relgraph.extract.vocabulary import OFFICE_MODIFIERS, OFFICES, PORTFOLIOS
from relgraph.model import Referent, Span


@dataclass(frozen=True, slots=True)
class _Draft:
    """The referents as named, before phrases are resolved; ``ids`` by a name's key."""

    named: Named
    referents: tuple[Referent, ...]
    ids: Mapping[int, str]
    things: tuple[Thing, ...]
    at: dict[int, tuple[str, ...]]
    extents: dict[int, Span]


def cast(reading: Reading) -> Cast:
    """Return who and what *reading* speaks of, and what its phrases stand for."""
    draft = _draft(_named(reading, tokens(reading.doc)))
    talk, quotations = _resolved(reading, draft)
    draft = _decided(draft, talk)
    referents, held = _with_counterparts(draft, talk)
    mentions = {one.id: one.mentions for one in referents}
    claims = posts.offices(draft.named.page, held, mentions)
    return Cast(referents, talk.at, talk.extents, claims, quotations)


def _draft(named: Named) -> _Draft:
    page = named.page
    things = tuple(gather(named))
    referents = tuple(referent(f"e{n}", thing, named) for n, thing in enumerate(things, 1))
    ids: dict[int, str] = {}
    at: dict[int, tuple[str, ...]] = {}
    extents: dict[int, Span] = {}
    for one, thing in zip(referents, things, strict=True):
        ids.update(dict.fromkeys(thing.names, one.id))
        stretches = [(named.names[key].begin, named.names[key].end) for key in thing.names]
        for begin, end in (*stretches, *thing.shorts):
            span = page.span(begin, end)
            for head in page.heads(begin, end):
                # "Danish" inside "Danish Ministry" must not hide the ministry.
                if head not in extents or _length(extents[head]) < _length(span):
                    at[head], extents[head] = (one.id,), span
    for role in named.roles.values():
        if role.holder in ids:
            # The parser may take "Minister" for the head, and the name for its apposition.
            at.setdefault(role.title.head, (ids[role.holder],))
            name = named.names[role.holder]
            extents.setdefault(role.title.head, page.span(name.begin, name.end))
    return _Draft(named, referents, ids, things, at, extents)


def _decided(draft: _Draft, talk: Discourse) -> _Draft:
    """Move the surnames that the walk through the text gave to another of their bearers."""
    named, things, ids = draft.named, list(draft.things), dict(draft.ids)
    place = {one.id: number for number, one in enumerate(draft.referents)}
    for number, thing in enumerate(draft.things):
        for key in thing.unsure:
            name = named.names[key]
            if talk.at[named.page.head(name.begin, name.end)] != (draft.referents[number].id,):
                continue
            old = place[ids[key]]
            rest = tuple(k for k in things[old].names if k != key)
            things[old] = replace(things[old], names=rest)
            things[number] = replace(things[number], names=(*things[number].names, key))
            ids[key] = draft.referents[number].id
    if things == list(draft.things):
        return draft
    referents = tuple(
        referent(one.id, replace(thing, names=tuple(sorted(thing.names))), named)
        for one, thing in zip(draft.referents, things, strict=True)
    )
    return replace(draft, referents=referents, ids=ids, things=tuple(things))


def _length(span: Span) -> int:
    return span.end - span.begin


def _named(reading: Reading, page: Tokens) -> Named:
    found = items(page)
    held = roles(page, found)
    filed = agency(reading.article.text, reading.dateline.end)
    wire = Span(*filed) if filed else None
    settled = settle(Surroundings(page, found, held, reading.dateline, wire))
    settled = by_text(page, settled, held)
    if wire and not any(wire.covers(page.span(n.begin, n.end)) for n in settled.values()):
        settled |= _wire(page, wire)
    for number, owner in enumerate(list(owners(page, settled)), len(found)):
        settled[number] = owner
    return Named(page, settled, held, short_forms(page, found))


def _wire(page: Tokens, span: Span) -> dict[int, Name]:
    """Return the news agency of the dateline as a name: "dnd" in small letters, "/MONTSAME/"."""
    inside = [
        i
        for i, token in enumerate(page.doc)
        if token.idx < span.end and token.idx + len(token) > span.begin
    ]
    return {-1: Name(inside[0], inside[-1] + 1, "Organization", CERTAIN)} if inside else {}


def _resolved(reading: Reading, draft: _Draft) -> tuple[Discourse, tuple[Quotation, ...]]:
    page = draft.named.page
    sentence_of = [n for n, sentence in enumerate(reading.doc.sents) for _ in range(len(sentence))]
    quoted: set[int] = set()
    for quotation in reading.quotations:
        span = quotation.span
        stretch = reading.doc.char_span(span.begin, span.end, alignment_mode="contract")
        if stretch is not None and len(stretch) >= SHORTEST:
            quoted.update(range(stretch.start, stretch.end))
    doubtful: dict[int, tuple[str, ...]] = {}
    for one, thing in zip(draft.referents, draft.things, strict=True):
        for key in thing.unsure:
            name = draft.named.names[key]
            head = page.head(name.begin, name.end)
            doubtful[head] = (*doubtful.get(head, draft.at[head]), one.id)
    talk = Discourse(
        page, _company(draft), draft.at, draft.extents, tuple(sentence_of), frozenset(quoted)
    )
    resolve(talk, draft.named.roles, doubtful)
    spoken, first_persons = speakers(talk, reading.quotations)
    first_persons |= dict(first_person(talk, reading.article.text))
    for index, ids in first_persons.items():
        talk.put(reading.doc[index], ids)
    return talk, tuple(spoken)


def _company(draft: _Draft) -> Company:
    named = draft.named
    words: dict[str, set[str]] = {}
    bodies: dict[str, str] = {}
    for role in named.roles.values():
        if who := draft.ids.get(role.holder):
            lower = named.page.lower[role.title.begin : role.title.end]
            words.setdefault(who, set()).update(spelled_out(lower))
            if body := draft.ids.get(role.body):
                bodies.setdefault(who, body)
    for who, title in _joint_offices(draft):
        words.setdefault(who, set()).update(title)
    held = {who: frozenset(title) for who, title in words.items()}
    by_id = {one.id: one for one in draft.referents}
    return Company(by_id, held, _genders(draft, held), bodies, dict(_countries(draft)))


def _countries(draft: _Draft) -> Iterator[tuple[str, str]]:
    """Yield who is of which country: "Mariam Keita of Mali", "Keita (Mali)", "Mali's Keita"."""
    page, names = draft.named.page, draft.named.names
    ordered = sorted(names, key=lambda key: names[key].begin)
    for key, after in pairwise(ordered):
        first, second = names[key], names[after]
        between = page.lower[first.end : second.begin]
        if second.kind == "Country" and between in (("of",), ("(",)):
            person, country = key, second.country
        elif first.kind == "Country" and between in (("'s",), ("’s",)):
            person, country = after, first.country
        else:
            continue
        if names[person].kind == "Person" and person in draft.ids and country:
            yield draft.ids[person], country


def _joint_offices(draft: _Draft) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield who shares an office told in the plural: "Presidents Xi Jinping and Dina Boluarte"."""
    page = draft.named.page
    for at, tag in enumerate(page.tag):
        if tag not in ("NNS", "NNPS"):
            continue
        token = page.doc[at]
        office = token.lemma_.lower()
        if token.dep_ != "compound" or office not in OFFICES:
            continue
        begin = token.i
        while begin and page.lower[begin - 1] in OFFICE_MODIFIERS | PORTFOLIOS:
            begin -= 1
        title = spelled_out([*page.lower[begin : token.i], office])
        for holder in (token.head, *token.head.conjuncts):
            yield from ((who, title) for who in draft.at.get(holder.i, ()))


def _genders(draft: _Draft, held: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return who is a "he" or a "she" by courtesy or office."""
    page, named = draft.named.page, draft.named
    genders: dict[str, str] = {}
    for key, name in named.names.items():
        if key in draft.ids and name.courtesy >= 0:
            for word in page.lower[name.courtesy : name.begin]:
                if gender := people.GENDERS.get(word.rstrip(".")):
                    genders.setdefault(draft.ids[key], gender)
    for one in draft.referents:
        # The office, then what lies in the name: "Buthaina bint Ali".
        told = (*sorted(held.get(one.id, ())), *people.spelled(one.name)[1:])
        if one.kind == "Person" and (
            gender := next(filter(None, map(people.GENDERS.get, told)), "")
        ):
            genders.setdefault(one.id, gender)
    return genders


def _with_counterparts(draft: _Draft, talk: Discourse) -> tuple[tuple[Referent, ...], list[Held]]:
    """Give "his counterpart" his office, and list all offices with their holders."""
    page, by_id = draft.named.page, {one.id: one for one in draft.referents}
    held: list[Held] = []
    for role in draft.named.roles.values():
        named_as = draft.ids.get(role.holder, "")
        who = named_as or next(iter(talk.at.get(role.title.head, ())), "")
        if not who or by_id[who].kind != "Person":
            continue
        if page.lower[role.title.head] == "counterpart":
            by_id[who] = _as_counterpart(by_id, who, role, talk)
            continue
        if role.country and not by_id[who].country:
            by_id[who] = replace(by_id[who], country=role.country)
        owner = posts.owner_of(role, draft.ids, by_id)
        held.append(Held(role, who, owner, is_named=bool(named_as)))
    return tuple(by_id.values()), held


def _as_counterpart(
    by_id: Mapping[str, Referent], who: str, role: Role, talk: Discourse
) -> Referent:
    owner = role.begin - 1
    if talk.page.is_possessive(owner):
        owner -= 1
    other = next(iter(talk.at.get(owner, ())), "")
    country = by_id[who].country or role.country
    post = by_id[who].role or (by_id[other].role if other in by_id and other != who else "")
    return replace(by_id[who], role=post, country=country)
