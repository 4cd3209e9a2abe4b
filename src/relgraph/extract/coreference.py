"""Walk through a text, and resolve all that stands for somebody else."""

from collections.abc import Mapping

from spacy.tokens import Token

from relgraph.extract.discourse import Discourse
from relgraph.extract.nominals import phrase
from relgraph.extract.officers import COUNTERPART, officers, take_office
from relgraph.extract.pronouns import pronoun
from relgraph.extract.roles import Role


def resolve(
    talk: Discourse, roles: Mapping[int, Role], doubtful: Mapping[int, tuple[str, ...]]
) -> None:
    """Resolve pronouns, offices, other phrases and *doubtful* surnames, quoted ones last.

    *doubtful* maps the head of a surname to the referents that bear it.
    """
    titles = {role.title.head: role for role in roles.values() if role.holder < 0}
    held = {role.title.head: role for role in roles.values() if role.holder >= 0}
    inside = {i for role in roles.values() for i in range(role.title.begin, role.title.end)}
    for index in sorted(talk.at):
        if index not in doubtful:
            talk.see(index, talk.at[index])
    for is_quoted in (False, True):
        for token in talk.page.doc:
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
    """Decide which of two Singhs a surname means: the one more in focus."""
    who = talk.focus.best(
        index,
        talk.sentence_of[index],
        lambda who: who in bearers,
        is_quoted=index in talk.quoted,
    )
    if who:
        talk.at[index] = (who,)
    talk.see(index, talk.at[index])
