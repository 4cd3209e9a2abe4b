"""Find who and what an article speaks of, and which words stand for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from relgraph.extract import coreference, offices, people
from relgraph.extract.acronyms import short_forms
from relgraph.extract.cast import Cast, Quotation, Reading
from relgraph.extract.coreference import Company, Resolver
from relgraph.extract.datelines import agency
from relgraph.extract.mentions import Scene, owners, settle
from relgraph.extract.names import Name, items
from relgraph.extract.naming import referent
from relgraph.extract.offices import Held
from relgraph.extract.referents import Named, gather
from relgraph.extract.roles import Role, roles
from relgraph.extract.speakers import SHORTEST, speakers
from relgraph.extract.tokens import Tokens, tokens
from relgraph.model import Referent, Span


@dataclass(frozen=True, slots=True)
class _Draft:
    """The referents as named, before phrases are resolved; ``ids`` by a name's key."""

    named: Named
    referents: tuple[Referent, ...]
    ids: Mapping[int, str]
    at: dict[int, tuple[str, ...]]
    extents: dict[int, Span]


def cast(reading: Reading) -> Cast:
    """Return who and what *reading* speaks of, and what its phrases stand for."""
    draft = _draft(reading, tokens(reading.doc))
    resolver, quotations = _resolved(reading, draft)
    referents, held = _with_counterparts(draft, resolver)
    mentions = {one.id: one.mentions for one in referents}
    claims = offices.offices(draft.named.page, held, mentions)
    return Cast(referents, resolver.at, resolver.extents, claims, quotations)


def _draft(reading: Reading, page: Tokens) -> _Draft:
    named = _named(reading, page)
    things = gather(named)
    referents = tuple(referent(f"e{n}", thing, named) for n, thing in enumerate(things, 1))
    ids: dict[int, str] = {}
    at: dict[int, tuple[str, ...]] = {}
    extents: dict[int, Span] = {}
    for one, thing in zip(referents, things, strict=True):
        ids |= dict.fromkeys(thing.names, one.id)
        stretches = [(named.names[key].begin, named.names[key].end) for key in thing.names]
        for begin, end in (*stretches, *thing.shorts):
            head, span = page.head(begin, end), page.span(begin, end)
            # "Danish" inside "Danish Ministry" must not hide the ministry.
            if head not in extents or _length(extents[head]) < _length(span):
                at[head], extents[head] = (one.id,), span
    for role in named.roles.values():
        if role.holder in ids:
            # The parser may take "Minister" for the head, and the name for its apposition.
            at.setdefault(role.title.head, (ids[role.holder],))
            name = named.names[role.holder]
            extents.setdefault(role.title.head, page.span(name.begin, name.end))
    return _Draft(named, referents, ids, at, extents)


def _length(span: Span) -> int:
    return span.end - span.begin


def _named(reading: Reading, page: Tokens) -> Named:
    found = items(page)
    held = roles(page, found)
    filed = agency(reading.article.text, reading.dateline.end)
    wire = Span(*filed) if filed else None
    settled: dict[int, Name] = settle(Scene(page, found, held, reading.dateline, wire))
    for number, owner in enumerate(list(owners(page, settled)), len(found)):
        settled[number] = owner
    return Named(page, settled, held, short_forms(page, found))


def _resolved(reading: Reading, draft: _Draft) -> tuple[Resolver, tuple[Quotation, ...]]:
    page = draft.named.page
    sentence_of = [n for n, sentence in enumerate(reading.doc.sents) for _ in sentence]
    quoted: set[int] = set()
    for quotation in reading.quotations:
        span = quotation.span
        stretch = reading.doc.char_span(span.begin, span.end, alignment_mode="contract")
        if stretch is not None and len(stretch) >= SHORTEST:
            quoted.update(range(stretch.start, stretch.end))
    resolver = Resolver(
        page,
        _company(draft),
        draft.at,
        draft.extents,
        tuple(sentence_of),
        frozenset(quoted),
    )
    resolver.run(draft.named.roles)
    spoken, first_persons = speakers(resolver, reading.quotations)
    for index, ids in first_persons.items():
        resolver.put(reading.doc[index], ids)
    return resolver, tuple(spoken)


def _company(draft: _Draft) -> Company:
    page, named = draft.named.page, draft.named
    words: dict[str, set[str]] = {}
    genders: dict[str, str] = {}
    for role in named.roles.values():
        if who := draft.ids.get(role.holder):
            lower = page.lower[role.title.begin : role.title.end]
            words.setdefault(who, set()).update(coreference.spelled_out(lower))
    for key, name in named.names.items():
        if key in draft.ids and name.courtesy >= 0:
            for word in page.lower[name.courtesy : name.begin]:
                if gender := people.GENDERS.get(word.rstrip(".")):
                    genders.setdefault(draft.ids[key], gender)
    for who, title in words.items():
        for word in title:
            if gender := people.GENDERS.get(word):
                genders.setdefault(who, gender)
    by_id = {one.id: one for one in draft.referents}
    return Company(by_id, {who: frozenset(title) for who, title in words.items()}, genders)


def _with_counterparts(
    draft: _Draft, resolver: Resolver
) -> tuple[tuple[Referent, ...], list[Held]]:
    """Give "his counterpart" his office, and list all offices with their holders."""
    page, by_id = draft.named.page, {one.id: one for one in draft.referents}
    held: list[Held] = []
    for role in draft.named.roles.values():
        named_as = draft.ids.get(role.holder, "")
        who = named_as or next(iter(resolver.at.get(role.title.head, ())), "")
        if not who or by_id[who].kind != "Person":
            continue
        if page.lower[role.title.head] == "counterpart":
            by_id[who] = _as_counterpart(by_id, who, role, resolver)
            continue
        if role.country and not by_id[who].country:
            by_id[who] = replace(by_id[who], country=role.country)
        owner = offices.owner_of(role, draft.ids, by_id)
        held.append(Held(role, who, owner, is_named=bool(named_as)))
    return tuple(by_id.values()), held


def _as_counterpart(
    by_id: Mapping[str, Referent], who: str, role: Role, resolver: Resolver
) -> Referent:
    owner = role.begin - 1
    if resolver.page.is_possessive(owner):
        owner -= 1
    other = next(iter(resolver.at.get(owner, ())), "")
    country = by_id[who].country or role.country
    post = by_id[who].role or (by_id[other].role if other in by_id and other != who else "")
    return replace(by_id[who], role=post, country=country)
