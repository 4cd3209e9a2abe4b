"""Decide whether what fills a frame is enough to tell of an event."""

from relgraph.extract.finding import Found
from relgraph.extract.frames import Match
from relgraph.extract.parties import is_definite
from relgraph.extract.words import words

KNOWN = words("the both two these those such")
SOMEBODY = words("he she they we i")
TRENDS = words("down firmer flat higher lower mixed up weaker")
# Where teams meet.
MATCHES = words(
    "championship derby final fixture friendly game league match playoff quarter-final qualifier "
    "round-robin semi-final semifinal tie"
)


def says_enough(match: Match, found: Found) -> bool:
    """Tell whether all that the relation cannot do without is there."""
    is_met = match.relation.name == "met"
    is_pair = len(found.named) + len(found.unnamed) > 1 or (is_met and _is_half(match, found))
    if _is_sport(match) or _is_habit(match) or (is_met and _is_of_things(match, found)):
        return False
    if is_met and not (is_pair and found.named):
        return _is_assembly(match, found)
    is_noun = match.rule.startswith("noun:") and match.noun is not None
    told_alone = bool(found.things) and (not is_noun or is_definite(match.trigger))
    lacks_pair = match.relation.is_symmetric and not (is_pair and found.named)
    # "was received with honours"
    lacks_agent = is_met and not is_noun and not (found.has("agent") or _is_half(match, found))
    if lacks_pair or lacks_agent or not (found.named or told_alone):
        return False
    if match.relation.name == "attended" and not match.slots.get("object"):
        return bool(found.named) and bool(found.things or found.object or found.object_text)
    there = {
        "agent": found.has("agent") and (bool(found.named) or _is_known_party(found)),
        "counterpart": found.has("counterpart") and bool(found.named),
        "object": bool(found.things or found.object),
        "topic": bool(found.topics),
    }
    return all(there[part] for part in match.relation.required)


def _is_half(match: Match, found: Found) -> bool:
    """Tell whether one of two is known, and the other sure: "a meeting with Rabbah was cancelled".

    Nobody may know who "he" is that met her, and yet they met.
    """
    heads = match.slots.get("agent", ())
    is_told = match.verb is not None and match.verb is not match.trigger
    is_somebody = bool(heads) and all(head.lower_ in SOMEBODY for head in heads)
    return found.has("counterpart") and (is_somebody or (is_told and not heads))


def _is_of_things(match: Match, found: Found) -> bool:
    """Tell whether a text says "met the deadline", "the port received its first passengers"."""
    objects = match.slots.get("counterpart", ())
    is_plain = match.noun is None and any(token.dep_ == "dobj" for token in objects)
    return is_plain and not found.has("counterpart")


def _is_sport(match: Match) -> bool:
    """Tell whether a text says "met Orion FC in the final"."""
    if match.rule != "verb:meet":
        return False
    below = (noun for prep in match.trigger.children for noun in prep.children)
    return any(noun.lemma_.lower() in MATCHES for noun in below)


def _is_habit(match: Match) -> bool:
    """Tell whether a text says "the shop opened at nine", "the market opened higher"."""
    hours = (n for prep in match.trigger.children if prep.lower_ == "at" for n in prep.children)
    trend = any(child.lower_ in TRENDS for child in match.trigger.children)
    return match.rule == "verb:open" and (trend or any(n.pos_ == "NUM" for n in hours))


def _is_assembly(match: Match, found: Found) -> bool:
    """Tell whether many met within themselves: "the Security Council met", "the unions met"."""
    agents = [filler for part, filler in found.parties if part == "agent"]
    if not agents or any(filler.token.pos_ == "PRON" for filler in agents):
        return False
    if found.named:
        alone = len(agents) == 1 == len(found.named) and not match.slots.get("counterpart")
        return alone and agents[0].is_body
    # "Dockers meet on Mondays" tells of no meeting, "the dockers" of some told before.
    is_told = match.verb is not None and match.verb.tag_ not in ("VBP", "VBZ")
    return (
        is_told
        and not match.slots.get("counterpart")
        and all(filler.token.tag_ in ("NNS", "NNPS") for filler in agents)
        and not any(child.lower_ in KNOWN for filler in agents for child in filler.token.children)
    )


def _is_known_party(found: Found) -> bool:
    """Tell whether an unnamed agent is one that the text tells apart: "the Danish delegation"."""
    agents = [filler for part, filler in found.parties if part == "agent"]
    told = [filler for filler in agents if filler.token.pos_ == "NOUN"]
    return any(is_definite(filler.token) for filler in told) and any(t.ids for t in found.things)
