import pytest

from relgraph.extract.kinds import by_form, is_acronym, is_coined, known


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Tata Advanced Systems Limited", "Company", id="legal form"),
        pytest.param("Suez Renewables S.A.E.", "Company", id="dotted legal form"),
        pytest.param("Banque Misr", "Company", id="first word"),
        pytest.param("Federal Audit Office", "GovernmentBody", id="government"),
        pytest.param("International Grain Logistics Association", "Organization", id="body"),
        pytest.param("Jordan News Agency", "Organization", id="news agency"),
        pytest.param("Al Husseiniya Palace", "Facility", id="facility"),
        pytest.param("Strategic Invitation Program", "Program", id="programme"),
        pytest.param("Constitution Avenue", "Place", id="place"),
        pytest.param("COP27", "Event", id="numbered gathering"),
        pytest.param("N-174", "Product", id="model number"),
        pytest.param("G20", "", id="a body by number says nothing by form"),
        pytest.param("Rajnath Singh", "", id="a person says nothing by form"),
    ],
)
def test_by_form(name: str, kind: str) -> None:
    assert by_form(name, name.rsplit(maxsplit=1)[-1].lower()) == kind


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Moroccon", ("Country", "MA"), id="typo"),
        pytest.param("DOHA", ("Place", "QA"), id="shouted"),
        pytest.param("Republic of Tanzania", ("Country", "TZ"), id="state, not officially"),
        pytest.param("Loudiyi", None, id="unknown"),
    ],
)
def test_known(name: str, found: tuple[str, str] | None) -> None:
    assert known(name) == found


def test_tells_acronyms_and_coinages() -> None:
    assert [is_acronym(name) for name in ("DRDO", "KfW", "Rabat")] == [True, True, False]
    assert [is_coined(name) for name in ("QatarEnergy", "McGurk")] == [True, False]
