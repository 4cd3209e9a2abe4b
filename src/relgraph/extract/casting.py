"""Find who and what an article speaks of, and which words stand for whom."""

from collections.abc import Iterator, Sequence

from relgraph import gazetteer
from relgraph.extract.acronyms import short_forms
from relgraph.extract.cast import Cast, Reading
from relgraph.extract.datelines import agency
from relgraph.extract.mentions import Scene, owners, settle
from relgraph.extract.names import Name, items
from relgraph.extract.referents import Named, Thing, gather, title_forms
from relgraph.extract.roles import Role, roles
from relgraph.extract.tokens import Tokens, tokens
from relgraph.extract.vocabulary import ROYAL
from relgraph.model import Referent, Span


def cast(reading: Reading) -> Cast:
    """Return the cast of *reading*."""
    page = tokens(reading.doc)
    found = items(page)
    offices = roles(page, found)
    filed = agency(reading.article.text, reading.dateline.end)
    wire = Span(*filed) if filed else None
    settled = settle(Scene(page, found, offices, reading.dateline, wire))
    for owner in list(owners(page, settled)):
        settled[len(found) + len(settled)] = owner
    named = Named(page, settled, offices, short_forms(page, found))
    things = gather(named)
    referents = tuple(
        _referent(f"e{number}", thing, named) for number, thing in enumerate(things, 1)
    )
    at: dict[int, tuple[str, ...]] = {}
    extents: dict[int, Span] = {}
    for referent, thing in zip(referents, things, strict=True):
        for begin, end in _stretches(named, thing):
            head = page.head(begin, end)
            at[head] = (referent.id,)
            extents[head] = page.span(begin, end)
    return Cast(referents, at, extents)


def _stretches(named: Named, thing: Thing) -> Iterator[tuple[int, int]]:
    for key in thing.names:
        yield named.names[key].begin, named.names[key].end
    yield from thing.shorts


def _referent(ident: str, thing: Thing, named: Named) -> Referent:
    page = named.page
    held = [
        role
        for key in thing.names
        for role in named.roles.values()
        if role.holder == key and thing.kind == "Person"
    ]
    forms = [_written(named, key, held) for key in thing.names]
    name = _fullest(forms, thing)
    surfaces = [*forms, *(page.words(*short) for short in thing.shorts)]
    surfaces += [_with_courtesy(page, named.names[key]) for key in thing.names]
    spans = sorted({page.span(begin, end) for begin, end in _stretches(named, thing)})
    return Referent(
        ident,
        thing.kind,
        name,
        tuple(form for form in title_forms(surfaces) if form != name),
        _role(page, held),
        thing.country,
        tuple(spans),
    )


def _written(named: Named, key: int, held: Sequence[Role]) -> str:
    """Return a name as written; a king's has his title in it."""
    name = named.names[key]
    if name.end - name.begin == 1:
        for role in held:
            is_royal = named.page.lower[role.title.head] in ROYAL
            if role.holder == key and is_royal and role.title.head + 1 == name.begin:
                return named.page.words(role.title.head, name.end)
    return named.words(key)


def _fullest(forms: Sequence[str], thing: Thing) -> str:
    if thing.kind == "Country":
        own = [form for form in forms if not gazetteer.is_demonym(form)]
        known = gazetteer.country(forms[0])
        # Most texts call it by its usual name most of the time.
        return max(own, key=own.count) if own else (known.name if known else forms[0])
    longest = max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form)))
    return next(
        (form for form in forms if form.casefold() == longest.casefold() and not form.isupper()),
        longest,
    )


def _with_courtesy(page: Tokens, name: Name) -> str:
    return page.words(name.courtesy, name.end) if name.courtesy >= 0 else ""


def _role(page: Tokens, held: Sequence[Role]) -> str:
    """Return the fullest office as written."""
    titles = [
        page.words(role.title.begin, role.end if role.end <= role.title.begin else role.title.end)
        for role in held
    ]
    return max(titles, key=len, default="")
