"""Claim who holds which office of which country or body."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relgraph.extract.discourse import spelled_out
from relgraph.extract.kinds import BODIES
from relgraph.extract.roles import Role
from relgraph.extract.tokens import Tokens
from relgraph.extract.vocabulary import RANKS
from relgraph.extract.words import words
from relgraph.model import Evidence, Modality, Referent, Span, StateClaim

# How sure, counted on articles: see docs/confidence.md.
SURE = 0.9
# Told by another sentence: "the Indian Defence Minister" of whom we think it means.
LESS_SURE = 0.65
# Words of an office that its holder has no more, or not yet.
PAST = words("former ex then late outgoing predecessor")
COMING = words("designate elect incoming")
# Of a team or a crowd, and no office of a state or a body.
NO_OFFICE = words(
    "owner founder counterpart official member striker substitute goalkeeper defender captain"
)
_LEADING = words("visiting new current the")


@dataclass(frozen=True, slots=True)
class Held:
    """An office with the referents' ids that it ties together; ``owner`` may be empty."""

    role: Role
    holder: str
    owner: str
    is_named: bool


def title(page: Tokens, role: Role) -> str:
    """Return the office as written, without "visiting"."""
    begin = role.title.begin
    while begin < role.title.head and page.lower[begin] in _LEADING:
        begin += 1
    return page.words(begin, role.title.end)


def offices(
    page: Tokens, held: Sequence[Held], extents: Mapping[str, Sequence[Span]]
) -> tuple[StateClaim, ...]:
    """Return one claim for each holder, owner and title, with all its evidence."""
    claims: dict[tuple[str, str, str, Modality], StateClaim] = {}
    text = page.doc.text  # spaCy puts it together anew each time
    for one in held:
        lower = page.lower[one.role.begin : one.role.title.end]
        if PAST & set(lower) or page.lower[one.role.title.head] in NO_OFFICE:
            continue
        if not one.owner and _is_rank(page, one.role):
            continue
        modality = Modality.PLANNED if COMING & set(lower) else Modality.ASSERTED
        written = title(page, one.role)
        key = (one.holder, one.owner, written.lower(), modality)
        proof = _evidence(page, text, one, extents)
        known = claims.get(key)
        if known is None:
            claims[key] = StateClaim(
                f"o{len(claims) + 1}",
                "holds_office",
                one.holder,
                one.owner,
                (proof,),
                written,
                modality,
                SURE if one.is_named else LESS_SURE,
            )
        elif all(proof.span != old.span for old in known.evidence):
            sure = max(known.confidence, SURE if one.is_named else LESS_SURE)
            claims[key] = replace(known, evidence=(*known.evidence, proof), confidence=sure)
    return tuple(_without_short(list(claims.values())))


def _is_rank(page: Tokens, role: Role) -> bool:
    """Tell whether the office is but a rank: "Major General", "Professor"."""
    return all(word in RANKS or word == "professor" for word in _words_of(page, role))


def _words_of(page: Tokens, role: Role) -> tuple[str, ...]:
    return page.lower[role.title.begin : role.title.end]


def _without_short(claims: list[StateClaim]) -> Iterator[StateClaim]:
    """Let "Minister" of a text that also says "Minister of Trade of Morocco" be that."""
    whole: dict[int, list[Evidence]] = {}
    for number, claim in enumerate(claims):
        fuller = next((k for k, other in enumerate(claims) if _is_part(claim, other)), number)
        whole.setdefault(fuller, []).extend(claim.evidence)
    for number, claim in enumerate(claims):
        if number in whole:
            proofs = {proof.span: proof for proof in (*claim.evidence, *whole[number])}
            yield replace(claim, id=f"o{number + 1}", evidence=tuple(proofs.values()))


def _is_part(claim: StateClaim, other: StateClaim) -> bool:
    mine, theirs = (spelled_out(c.title.lower().split()) for c in (claim, other))
    same = (claim.subject, claim.modality) == (other.subject, other.modality)
    if not same or claim.object not in ("", other.object) or not mine <= theirs:
        return False
    return mine != theirs or (not claim.object and bool(other.object))


def _evidence(
    page: Tokens, text: str, one: Held, extents: Mapping[str, Sequence[Span]]
) -> Evidence:
    role = one.role
    sentence = page.doc[role.title.head].sent
    begin, end = sentence.start_char, sentence.end_char
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    span = Span(begin, end)
    arguments = tuple(
        sorted({a for who in (one.holder, one.owner) for a in _within(span, extents.get(who, ()))})
    )
    rule = "office:name" if one.is_named else "office:phrase"
    return Evidence(
        span, span.of(text), rule, page.span(role.title.begin, role.title.end), arguments
    )


def _within(span: Span, mentions: Sequence[Span]) -> Iterator[Span]:
    for mention in mentions:
        if span.covers(mention):
            yield mention
            return


def owner_of(role: Role, ids: Mapping[int, str], referents: Mapping[str, Referent]) -> str:
    """Return the body that an office belongs to, else its country, else nothing."""
    body = ids.get(role.body, "")
    if body and referents[body].kind in BODIES:
        return body
    countries = (one.id for one in referents.values() if one.kind == "Country")
    return next((who for who in countries if referents[who].country == role.country), "")
