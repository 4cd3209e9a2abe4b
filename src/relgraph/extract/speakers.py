"""Tell who speaks in a quotation, and whom "I" and "we" in it stand for."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from relgraph.extract.cast import Quotation
from relgraph.extract.discourse import SAYING, SUBJECTS, Discourse
from relgraph.extract.words import words
from relgraph.model import Span

I = words("i me my mine myself")  # noqa: E741 - it is the word
WE = words("we us our ours ourselves")
# Shorter ones are names and borrowed words: “Kessler & Sohn”, "effective".
SHORTEST = 4
LONGEST_SIGNATURE = 60


def speakers(
    talk: Discourse, quotations: Iterable[Quotation]
) -> tuple[list[Quotation], dict[int, tuple[str, ...]]]:
    """Return the quotations with their speakers, and what first persons in them stand for."""
    spoken: list[Quotation] = []
    first_persons: dict[int, tuple[str, ...]] = {}
    last = ""
    for quotation in quotations:
        stretch = talk.page.doc.char_span(
            quotation.span.begin, quotation.span.end, alignment_mode="contract"
        )
        if stretch is None or len(stretch) < SHORTEST:
            spoken.append(quotation)
            continue
        speaker = _speaker(talk, stretch) or (last if _goes_on(stretch) else "")
        last = speaker
        spoken.append(Quotation(quotation.span, speaker))
        if speaker:
            first_persons |= dict(_first_persons(talk, stretch, speaker))
    return spoken, first_persons


def first_person(talk: Discourse, text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each "I" outside quotations with who signs the text, where its head names somebody.

    Ministers publish releases of their own: a line with the name, then "This week I will travel".
    """
    said = [i for i, word in enumerate(talk.page.lower) if word in I and i not in talk.quoted]
    if not said:
        return
    end = talk.page.doc[said[0]].idx
    humans = (one for one in talk.company.by_id.values() if talk.company.is_human(one.id))
    signed = (one.id for one in humans if any(_is_signature(text, m, end) for m in one.mentions))
    if author := next(signed, ""):
        yield from ((index, (author,)) for index in said)


def _is_signature(text: str, mention: Span, end: int) -> bool:
    """Tell whether a name stands in a short line of its own before *end*, and is no byline."""
    begin = text.rfind("\n", 0, mention.begin) + 1
    line = text[begin : text.find("\n", mention.end)]
    is_alone = len(line) <= LONGEST_SIGNATURE and not line.rstrip().endswith((".", ":", "”", '"'))
    return mention.end < end and is_alone and not line.lower().startswith("by ")


def _speaker(talk: Discourse, quoted: Stretch) -> str:
    """Find the subject of the verb of speaking, behind the quotation or before it."""
    doc = quoted.doc
    behind = doc[quoted.end : _stop(quoted)]
    before = doc[quoted[0].sent.start : quoted.start]
    for token in (*behind, *reversed(before)):
        if token.lemma_.lower() in SAYING and token.pos_ == "VERB":
            found = _subject(talk, token, quoted)
            if found:
                return found
    # A colon hands over to the quotation: "Following the visit, the Minister said:".
    return _last_subject(talk, quoted)


def _stop(quoted: Stretch) -> int:
    """Return the end of the sentence in which the quotation ends."""
    doc, at = quoted.doc, quoted.end
    while at < len(doc) and "\n" not in doc[at].text:
        if doc[at].is_sent_start and at > quoted.end + 1:
            break
        at += 1
    return at


def _subject(talk: Discourse, verb: Token, quoted: Stretch) -> str:
    for child in verb.children:
        if child.dep_ in SUBJECTS and not quoted.start <= child.i < quoted.end:
            for token in (child, *child.subtree):
                ids = talk.at.get(token.i, ())
                if ids and talk.company.is_human(ids[0]):
                    return ids[0]
            return ""
    return ""


def _last_subject(talk: Discourse, quoted: Stretch) -> str:
    sentence = talk.sentence_of[quoted.start]
    for phrase in talk.focus.before(quoted.start, sentence):
        if phrase.at < quoted[0].sent.start and phrase.sentence < sentence - 1:
            return ""
        if phrase.is_subject and not phrase.is_quoted and talk.company.is_human(phrase.ids[0]):
            return phrase.ids[0]
    return ""


def _goes_on(quoted: Stretch) -> bool:
    """Tell whether the quotation follows another, with nobody between: a second paragraph of it."""
    before = quoted.doc[max(quoted.start - 4, 0) : quoted.start]
    return all(not token.is_alpha for token in before)


def _first_persons(
    talk: Discourse, quoted: Stretch, speaker: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    company = [speaker]
    for token in quoted:
        for who in talk.at.get(token.i, ()):
            if talk.company.is_human(who) and who != speaker:
                company = [speaker, who]
        if token.lower_ in I:
            yield token.i, (speaker,)
        elif token.lower_ in WE and token.pos_ == "PRON":
            yield token.i, tuple(company)
