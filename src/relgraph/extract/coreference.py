"""Walk through a text, and resolve all that stands for somebody else."""

from collections.abc import Mapping

from spacy.tokens import Token

from relgraph.extract.discourse import Discourse
from relgraph.extract.nominals import phrase
from relgraph.extract.officers import COUNTERPART, officers, take_office
from relgraph.extract.pronouns import pronoun
from relgraph.extract.roles import Role

# A surname alone is his who has been spoken of so many times more often than the other.
PROTAGONIST = 2
NEAR = 1


def resolve(
    talk: Discourse, roles: Mapping[int, Role], doubtful: Mapping[int, tuple[str, ...]]
) -> None:
    """Resolve pronouns, offices, other phrases and *doubtful* surnames, quoted ones last.

    *doubtful* maps the head of a surname to the referents that bear it.
    """
    titles = {role.title.head: role for role in roles.values() if role.holder < 0}
    held = {role.title.head: role for role in roles.values() if role.holder >= 0}
    inside = {i for role in roles.values() for i in range(role.title.begin, role.title.end)}
    for index in doubtful:
        # Nobody's until its turn: "hours after his arrival, Rao met".
        del talk.at[index]
    for index in sorted(talk.at):
        talk.see(index, talk.at[index])
    every = tuple(talk.page.doc)
    for is_quoted in (False, True):
        for token in every:
            if (token.i in talk.quoted) != is_quoted:
                continue
            if token.i in held and token.lower_ == COUNTERPART:
                take_office(talk, token, held[token.i])
            if token.i in doubtful:
                _namesake(talk, token.i, doubtful[token.i])
            elif token.i not in talk.at and (ids := _ids(talk, token, titles, inside)):
                talk.put(token, ids)


def _ids(
    talk: Discourse, token: Token, titles: Mapping[int, Role], inside: set[int]
) -> tuple[str, ...]:
    found = pronoun(talk, token)
    if found is not None:
        return found
    if token.i in titles:
        return officers(talk, token, titles[token.i])
    # "Adviser to the Deputy Prime Minister", "the Georgian company Tskali & Partners".
    following = token.i + 1
    is_before_name = following < len(talk.page) and talk.page.is_cap[following]
    if token.i in inside or (is_before_name and not token.text.istitle()):
        return ()
    is_noun = token.pos_ in ("NOUN", "PROPN", "NUM") and token.dep_ not in ("compound", "attr")
    return phrase(talk, token) if is_noun else ()


def _namesake(talk: Discourse, index: int, bearers: tuple[str, ...]) -> None:
    """Decide which of two Singhs a surname means: of whom the text tells, or who is in focus."""
    sentence = talk.sentence_of[index]
    told = {who: talk.focus.count(index, who) for who in bearers}
    near = {who for p in talk.focus.before(index, sentence) if p.sentence >= sentence - NEAR
            for who in p.ids}  # fmt: skip
    first, second = sorted(told.values(), reverse=True)[:2]
    # Where one alone has just been spoken of, he is meant, however much was told of the other.
    if len(near.intersection(bearers)) != 1 and first >= PROTAGONIST * max(second, 1):
        who = max(told, key=lambda who: told[who])
    else:
        is_bearer = bearers.__contains__
        who = talk.focus.best(index, sentence, is_bearer, is_quoted=index in talk.quoted)
    talk.at[index] = (who or bearers[0],)
    talk.see(index, talk.at[index])
