import pytest

from relgraph.extract.quotations import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('"Yes," he said. "No."', ["Yes,", "No."], id="straight"),
        pytest.param("“Yes,” he said.", ["Yes,"], id="curly"),
        pytest.param("„Ja“ sagte er, «non» dit-elle.", ["Ja", "non"], id="other languages"),
        pytest.param(
            "“One goes on.\n\n“Two ends.”\n\nThen more.", ["One goes on.", "Two ends."],
            id="over paragraphs",
        ),
        pytest.param("He said: ‘We met in Fez.’ Then left.", ["We met in Fez."], id="single"),
        pytest.param("Savai‘i and Fa‘asavalu's boats", [], id="letters, not marks"),
        pytest.param('a 12" gun and a 16" gun', [], id="inches"),
        pytest.param('"', [], id="a mark alone"),
    ],
)  # fmt: skip
def test_finds(text: str, found: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in quotations(text)] == found
