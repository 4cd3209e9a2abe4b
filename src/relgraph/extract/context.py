"""Add to an event what its sentence leaves out because the text has said it before."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from relgraph.extract.cast import Quotation
from relgraph.extract.finding import Found
from relgraph.extract.frames import Match
from relgraph.extract.merging import Draft
from relgraph.extract.parties import Phrases, is_definite
from relgraph.extract.settings import Scene
from relgraph.extract.slots import DISPOSING
from relgraph.extract.words import words
from relgraph.model import Modality, Participant

PAST_POST = ("former ", "ex-", "then ", "outgoing ", "acting ")
# Which occasions consist of topics; a meeting may also include a dinner.
TALKS = words("conversation discussion talk")
ALL = words("both they two we")
# "It was a pleasure to meet …": nobody, in form the one who meets.
NAMES_OF = {"inaugurated": "opening", "signed": "signing", "met": "meeting"}
THOSE = words("attendee interlocutor participant side")
EMPTY = words("it this that")
# "Topics included fisheries": the topics of the meeting that was told of.
AGENDA = words("agenda issue subject theme topic")
# How many words back a meeting may be told at which something "was discussed".
NEAR = 100


def _is_group(token: Token) -> bool:
    """Tell whether a text says "the participants" of those who met."""
    return token.tag_ == "NNS" and token.lemma_.lower() in THOSE and is_definite(token)


class Context:
    """Remembers the events told so far, and who speaks where."""

    def __init__(
        self, phrases: Phrases, occasions: frozenset[str], quotations: Sequence[Quotation]
    ) -> None:
        self.phrases = phrases
        self.occasions = occasions
        self.quotations = quotations
        self.told: list[Draft] = []

    def is_quoted(self, at: int) -> bool:
        """Tell whether the text at an offset is quoted."""
        return any(q.span.begin <= at < q.span.end for q in self.quotations)

    def complete(self, match: Match, scene: Scene, found: Found) -> Found:
        """Add what the sentence leaves out, because another one or the cast has said it."""
        relation = match.relation
        if ("agent", ("occasion",)) in match.frame.slots:
            return self._with_company(match, scene, replace(found, parties=()))
        if relation.is_symmetric and len(found.named) + len(found.unnamed) < 2:
            found = self._with_speaker(match, found)
            if len(found.named) + len(found.unnamed) < 2:
                return self._with_company(match, scene, found)
        if any("visitor" in places for _, places in match.frame.slots):
            return self._with_visitor(found, "counterpart")
        if relation.name == "visited" and match.rule.startswith("noun:"):
            return self._with_destination(match, self._with_visitor(found, "agent"))
        return self._with_object(match, scene, found)

    def _with_object(self, match: Match, scene: Scene, found: Found) -> Found:
        """Add what the event is about, where the text has told it before or elsewhere."""
        relation = match.relation.name
        is_silent = not match.slots.get("object")
        if match.rule == "verb:sign" and is_silent:
            signed = self._last("signed")
            if signed is not None:
                return replace(found, object=signed.object, object_text=signed.object_text)
        if relation == "appointed":
            return self._with_post(found, "counterpart")
        if relation == "succeeded":
            told = self._with_post(self._with_fresh_post(found), "agent")
            return self._with_post(told, "counterpart")
        if relation == "attended" and is_silent:
            return self._with_act(match, scene, found)
        if ("+ribbon" in match.rule or relation == "broke_ground") and not found.things:
            return replace(found, object=self._last_built(match))
        return found

    def _with_speaker(self, match: Match, found: Found) -> Found:
        """Add who speaks, where a quotation leaves out its "I": "Had a good meeting with …"."""
        heads = match.slots.get("agent", ())
        if match.verb is None or any(head.lower_ not in EMPTY for head in heads):
            return found
        at = match.trigger.idx
        speakers = [q.speaker for q in self.quotations if q.span.begin <= at < q.span.end]
        context = tuple(Participant(who, "agent") for who in speakers if who)
        return replace(found, context=context)

    def _with_company(self, match: Match, scene: Scene, found: Found) -> Found:
        """Add who took part in the occasion that *match* speaks of as known.

        "The meeting discussed …", "with discussions held on …", "met her and discussed …".
        """
        met = self._last("met", "spoke_with", "discussed", modality=Modality.ASSERTED)
        if met is None:
            return found
        if match.relation.name == "met":
            return self._with_talkers(match, scene, found)
        heads = match.slots.get("agent", ())
        of_occasion = any(self._is_occasion(head) or _is_group(head) for head in heads)
        if match.trigger.lemma_ in ("include", "cover"):
            nouns = TALKS | AGENDA
            of_occasion = any(t.lemma_.lower() in nouns for head in heads for t in head.subtree)
        bare = not found.parties and match.noun is not None and "topic" in match.slots
        if not heads and any(child.dep_ == "auxpass" for child in match.trigger.children):
            bare = scene.sentence.start - met.sentence < NEAR
        own = found.named
        together = own and own <= {p.who for p in met.participants}
        if not own and met.sentence == scene.sentence.start:
            together = any(head.lower_ in ALL for head in heads)  # "met her, as both discussed"
        at_it = met.sentence == scene.sentence.start or any(
            token.lemma_.lower() in self.occasions for token in scene.sentence
        )
        if of_occasion or bare or (together and at_it):
            return replace(found, context=met.participants, context_unnamed=met.unnamed)
        return found

    def _with_talkers(self, match: Match, scene: Scene, found: Found) -> Found:
        """Add who "the meeting" brought together, who so far were only said to talk."""
        if match.verb is match.trigger or not is_definite(match.trigger) or found.parties:
            return found
        talk = self.told[-1]
        if match.trigger.head.lemma_ in DISPOSING:
            # "She was to meet him, but the talks were cancelled."
            planned = self._last("met", modality=Modality.PLANNED)
            is_it = planned is not None and planned.modality is Modality.PLANNED
            talk = planned if planned is not None and is_it else talk
            return replace(found, context=talk.participants if is_it else ())
        is_first = all(draft.relation not in ("met", "spoke_with") for draft in self.told)
        if talk.relation != "discussed" or not is_first or talk.sentence == scene.sentence.start:
            return found
        return replace(found, context=talk.participants, context_unnamed=talk.unnamed)

    def _with_visitor(self, found: Found, part: str) -> Found:
        """Fill *part* with who made the visit that was told of last."""
        if found.has(part):
            return found
        visit = self._last("visited")
        agents = () if visit is None else visit.participants
        context = tuple(Participant(p.who, part) for p in agents if p.part == "agent")
        return replace(found, context=context)

    def _with_destination(self, match: Match, found: Found) -> Found:
        """Add where "the trip" goes that was cancelled."""
        visit = self._last("visited")
        trip = match.trigger
        is_disposed = trip.dep_ in ("dobj", "nsubjpass") and trip.head.lemma_ in DISPOSING
        if found.things or visit is None or not is_disposed or not is_definite(trip):
            return found
        is_same = found.named == {p.who for p in visit.participants}
        return replace(found, object=visit.object) if is_same else found

    def _with_act(self, match: Match, scene: Scene, found: Found) -> Found:
        """Add what "was also present" was at: the act told last."""
        asked = self._last("invited")
        if asked is not None and asked.sentence == scene.sentence.start:
            return replace(found, object=asked.object, object_text=asked.object_text)
        near = [d for d in self.told if match.trigger.i - d.sentence < NEAR]
        acts = [d for d in near if d.relation in ("inaugurated", "signed", "broke_ground")]
        talks = [d for d in near if d.relation in ("attended", "hosted", "met")]
        act = next(reversed(acts or talks), None)
        if act is None or not found.named:
            return found
        text = act.object_text or NAMES_OF.get(act.relation, "ceremony")
        return replace(found, object=act.object, object_text="" if act.object else text)

    def _last_built(self, match: Match) -> str:
        """Return the facility that was last spoken of: whose ribbon is cut, texts leave out."""
        at = self.phrases.cast.at
        before = (i for i, who in at.items() if i < match.trigger.i and self.is_built(who))
        last = max(before, default=-1)
        return at[last][0] if last >= 0 else ""

    def is_built(self, who: tuple[str, ...]) -> bool:
        """Tell whether *who* is one facility."""
        return len(who) == 1 and self.phrases.kind(who[0]) == "Facility"

    def _with_fresh_post(self, found: Found) -> Found:
        """Name the post of a successor who has just been appointed to it."""
        told = (draft for draft in reversed(self.told) if draft.relation == "appointed")
        posts = (d.object_text for d in told if found.named & {p.who for p in d.participants})
        return found if found.things else replace(found, object_text=next(posts, ""))

    def _with_post(self, found: Found, part: str) -> Found:
        """Name the post by what the text calls its holder, where the sentence leaves it out."""
        if found.things or found.object_text:
            return found
        appointed = [filler for p, filler in found.parties if p == part]
        told = [self.phrases.role(who) for filler in appointed for who in filler.ids]
        roles = [role for role in told if not role.lower().startswith(PAST_POST)]
        words = [filler.words for filler in appointed if not filler.ids]
        return replace(found, object_text=next((text for text in [*roles, *words] if text), ""))

    def _last(self, *relations: str, modality: Modality | None = None) -> Draft | None:
        """Return the last event of these types; of another modality only where none is of that."""
        told = [draft for draft in self.told if draft.relation in relations]
        alike = [draft for draft in told if draft.modality is modality]
        return next(reversed(alike or told), None)

    def _is_occasion(self, token: Token) -> bool:
        if token.lemma_.lower() in self.occasions:
            return True
        inner = (t for child in token.children if child.lower_ == "of" for t in child.children)
        return any(t.lemma_.lower() in self.occasions for t in inner)
