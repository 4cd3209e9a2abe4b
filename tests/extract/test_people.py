import pytest

from relgraph.extract.people import Naming, group, spelled


def namings(*names: tuple[str, str, str]) -> list[Naming]:
    return [
        Naming(
            number, spelled(name), number * 10, number, is_subject=True, role=role, country=country
        )
        for number, (name, role, country) in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        pytest.param(
            [("Kirti Vardhan Singh", "", "IN"), ("Rajnath Singh", "", "IN")], [[0], [1]],
            id="two of one surname",
        ),
        pytest.param(
            [("Abdelatif Loudyi", "", "MA"), ("Abdeltif Loudiyi", "", "MA")], [[0, 1]],
            id="two spellings, one country",
        ),
        pytest.param(
            [("Abdelatif Loudyi", "", "MA"), ("Abdeltif Loudiyi", "", "IN")], [[0], [1]],
            id="two spellings, two countries",
        ),
        pytest.param(
            [("Nasser bin Hilal Al-Rawahi", "", ""), ("Nasir Al Rawahi", "", ""),
             ("Al-Rawahi", "", "")], [[0, 1, 2]],
            id="patronymic left out",
        ),
        pytest.param(
            [("Leïla Ben Romdhane", "", ""), ("Ben Romdhane", "", "")], [[0, 1]],
            id="surname with a particle",
        ),
        pytest.param(
            [("Tuala Leota", "minister", ""), ("Tuala", "minister", "")], [[0, 1]],
            id="called by the first name",
        ),
        pytest.param(
            [("Marilyn Josefson", "", ""), ("M.Josefson", "", ""), ("A.Josefson", "", "")],
            [[0, 1], [2]], id="initial",
        ),
        pytest.param([("KOMORI Takuya", "", ""), ("Komori", "", "")], [[0, 1]], id="shouted"),
        pytest.param(
            [("Sanjeev Rao", "minister", "IN"), ("Kavita Rao", "ambassador", "IN"),
             ("Rao", "minister", "")], [[0, 2], [1]],
            id="office decides",
        ),
        pytest.param(
            [("Pieter van Rooyen", "", ""), ("Dawid van Rooyen", "", "")], [[0], [1]],
            id="nephew and uncle",
        ),
        pytest.param([("Singh", "", ""), ("Rajnath Singh", "", "")], [[0, 1]], id="surname first"),
        pytest.param(
            [("Kishida Fumio", "", ""), ("Fumio Kishida", "", "")], [[0, 1]], id="either order"
        ),
        pytest.param(
            [("Felix Antoine Tshisekedi Tshilombo", "", ""), ("Félix Tshisekedi", "", "")],
            [[0, 1]], id="names left out",
        ),
        pytest.param(
            [("Mohammed bin Salman", "", ""), ("Mohammed bin Zayed", "", "")], [[0], [1]],
            id="sons of two fathers",
        ),
        pytest.param(
            [("Badr bin Hamad Albusaidi", "", ""), ("Badr Al Busaidi", "", "")], [[0, 1]],
            id="article joined",
        ),
        pytest.param(
            [("Faisal bin Farhan", "", ""), ("Prince Faisal", "", "")], [[0, 1]], id="a prince"
        ),
        pytest.param([("Ferdinand Marcos Jr.", "", ""), ("Marcos", "", "")], [[0, 1]], id="junior"),
    ],
)  # fmt: skip
def test_groups(names: list[tuple[str, str, str]], groups: list[list[int]]) -> None:
    assert group(namings(*names))[0] == groups


def test_says_where_a_surname_is_in_doubt() -> None:
    groups, doubtful = group(
        namings(("Sanjeev Rao", "", ""), ("Kavita Rao", "", ""), ("Rao", "", ""))
    )
    assert doubtful == {2: (0, 1)}
    assert [2 in members for members in groups] == [False, True]
