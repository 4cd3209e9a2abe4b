"""Name a referent by the fullest of its forms."""

from collections.abc import Sequence

from relgraph import gazetteer
from relgraph.extract.name import Name
from relgraph.extract.offices import title
from relgraph.extract.referents import Named, Thing
from relgraph.extract.roles import Role
from relgraph.extract.tokens import Tokens
from relgraph.extract.vocabulary import ROYAL
from relgraph.model import Referent


def referent(ident: str, thing: Thing, named: Named) -> Referent:
    """Return *thing* as a referent, with all its forms, its office and where it is named."""
    page = named.page
    keys = set(thing.names)
    held = [role for role in named.roles.values() if role.holder in keys]
    forms = [_written(named, key, held) for key in thing.names]
    name = _fullest(forms, thing)
    surfaces = [*forms, *(page.words(*short) for short in thing.shorts)]
    if thing.kind != "Person":
        surfaces += [short for key in thing.names if (short := _short(page, named.names[key]))]
    surfaces += [_with_courtesy(page, named.names[key]) for key in thing.names]
    stretches = [(named.names[key].begin, named.names[key].end) for key in thing.names]
    spans = sorted({page.span(begin, end) for begin, end in (*stretches, *thing.shorts)})
    others = dict.fromkeys(form for form in surfaces if form and form != name)
    return Referent(
        ident, thing.kind, name, tuple(others), _role(page, held), thing.country, tuple(spans)
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
    longest = max(forms, key=lambda form: (len(form.split()), len(form)))
    # "RABAT" of the dateline is "Rabat" where the text has it so.
    mixed = (f for f in forms if f.casefold() == longest.casefold() and not f.isupper())
    return next(mixed, longest)


def _short(page: Tokens, name: Name) -> str:
    """Return the name without its number or complement: "Brussels Conference [on Syria]"."""
    if page.text[name.begin][0].isdigit():
        return page.words(name.begin + 1, name.end)
    for at in range(name.begin + 2, name.end):
        if page.lower[at] in ("on", "for"):
            return page.words(name.begin, at)
    return ""


def _with_courtesy(page: Tokens, name: Name) -> str:
    return page.words(name.courtesy, name.end) if name.courtesy >= 0 else ""


def _role(page: Tokens, held: Sequence[Role]) -> str:
    """Return the fullest office as written."""
    titles = [title(page, role) for role in held if page.lower[role.title.head] != "counterpart"]
    return max(titles, key=len, default="")
