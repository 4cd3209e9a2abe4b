"""Keep track of whom the text has just spoken of."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# How far back, in sentences, a pronoun can reach; further, it is a guess.
REACH = 4
SUBJECT = 0.7
TOPIC = 0.6
OBLIQUE = -0.4
# The second of two subjects, "Singh and Loudyi", is less in focus than the first.
SECOND = 0.2


@dataclass(frozen=True, slots=True)
class Seen:
    """One phrase that stands for referents, where it is and what part it plays there."""

    at: int
    ids: tuple[str, ...]
    sentence: int
    is_subject: bool
    is_second: bool
    is_oblique: bool
    is_quoted: bool
    is_guest: bool
    verb: int


@dataclass(slots=True)
class Focus:
    """The phrases so far, in text order."""

    seen: list[Seen] = field(default_factory=list)

    def add(self, phrase: Seen) -> None:
        """Remember *phrase*, which may come before the last one."""
        at = len(self.seen)
        while at and self.seen[at - 1].at > phrase.at:
            at -= 1
        self.seen.insert(at, phrase)

    def before(self, at: int, sentence: int) -> Iterator[Seen]:
        """Yield the phrases before token *at* within reach, the last one first."""
        for phrase in reversed(self.seen):
            if phrase.at < at:
                if phrase.sentence < sentence - REACH:
                    return
                yield phrase

    def best(
        self,
        at: int,
        sentence: int,
        fits: Callable[[str], float],
        *,
        not_of: int = -1,
        is_quoted: bool = False,
    ) -> str:
        """Return the referent most in focus before *at*, or nothing.

        *fits* says how well each does, 0 if not at all. *not_of* is a verb whose own parties are
        out: in "he met him", two are meant.
        """
        scores: dict[str, float] = {}
        for phrase in self.before(at, sentence):
            if phrase.verb == not_of and phrase.verb >= 0 and phrase.sentence == sentence:
                continue
            score = float(phrase.sentence - sentence)
            # Whom the sentence is about goes before all others that it names.
            score += TOPIC * (phrase.is_subject and phrase.sentence == sentence)
            score += (SUBJECT - SECOND * phrase.is_second) * phrase.is_subject
            score += OBLIQUE * phrase.is_oblique
            # A pair is seldom what "he" goes back to, and what is quoted stands aside.
            score -= 0.5 * (phrase.is_quoted != is_quoted) + 0.3 * (len(phrase.ids) > 1)
            for who in phrase.ids:
                if fit := fits(who):
                    scores[who] = max(scores.get(who, score + fit), score + fit)
        return max(scores, key=lambda who: scores[who], default="")

    def last(self, at: int, fits: Callable[[str], float]) -> str:
        """Return the fitting referent that was spoken of last before *at*, however far back."""
        for phrase in reversed(self.seen):
            if phrase.at < at:
                for who in phrase.ids:
                    if fits(who):
                        return who
        return ""

    def count(self, at: int, who: str) -> int:
        """Return in how many sentences before *at* the text speaks of *who*."""
        return len({p.sentence for p in self.seen if p.at < at and who in p.ids})

    def foremost(self, at: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the two fitting referents that were spoken of most before *at*, in text order."""
        told = Counter(who for p in self.seen if p.at < at for who in p.ids if fits(who))
        # Counter gives the first told first, of equals too.
        two = dict(told.most_common(2))
        return tuple(who for who in told if who in two) if len(two) == 2 else ()

    def newest(self, at: int, count: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the *count* fitting referents that the text introduced last before *at*."""
        told = list(
            dict.fromkeys(who for p in self.seen if p.at < at for who in p.ids if fits(who))
        )
        return tuple(told[-count:]) if len(told) >= count else ()

    def subject(self, at: int, sentence: int) -> Seen | None:
        """Return the last subject of this sentence or the one before, if any."""
        for phrase in self.before(at, sentence):
            if phrase.sentence < sentence - 1:
                return None
            if phrase.is_subject:
                return phrase
        return None

    def pair(
        self, at: int, sentence: int, fits: Callable[[str], float], *, reach: int = REACH
    ) -> tuple[str, ...]:
        """Return the two that were spoken of together last before *at*, in text order."""
        by_sentence: dict[int, list[Seen]] = {}
        subjects: dict[str, None] = {}
        for phrase in self.before(at, sentence):
            is_near = phrase.sentence >= sentence - reach
            if is_near and (not phrase.is_guest or phrase.sentence == sentence):
                by_sentence.setdefault(phrase.sentence, []).insert(0, phrase)
        for phrases in by_sentence.values():
            told = [p for p in phrases if not p.is_quoted] or phrases
            joint = next(
                (p.ids for p in reversed(told) if len([i for i in p.ids if fits(i)]) > 1), ()
            )
            ids = list(dict.fromkeys(who for p in told for who in p.ids if fits(who)))
            if joint and len(ids) <= len(joint):
                return joint
            if len(ids) == 2:
                return tuple(ids)
            if len(ids) > 2:
                return _foremost(told, fits)
            # Each the subject of a sentence of their own.
            subjects |= {w: None for p in told if p.is_subject for w in p.ids if fits(w)}
            if len(subjects) == 2:
                return tuple(reversed(subjects))
        seen = (p for phrases in by_sentence.values() for p in reversed(phrases))
        ids = list(dict.fromkeys(who for p in seen for who in p.ids if fits(who)))
        return tuple(reversed(ids[:2])) if len(ids) >= 2 else ()


def _foremost(phrases: list[Seen], fits: Callable[[str], float]) -> tuple[str, ...]:
    """Return, of more than two in one sentence, its subjects and the first that is none."""
    subjects = dict.fromkeys(w for p in phrases if p.is_subject for w in p.ids if fits(w))
    others = dict.fromkeys(w for p in phrases for w in p.ids if fits(w) and w not in subjects)
    if len(subjects) >= 2:
        return tuple(subjects)[:2]
    return (*subjects, *others)[:2]
