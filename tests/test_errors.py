import pickle

import pytest

from relgraph import errors


def test_says_what_where_and_what_to_do() -> None:
    error = errors.ArticleError("no text", where="a.jsonl:3", hint="give it a text")
    assert str(error) == "a.jsonl:3: no text; give it a text"


def test_stays_on_one_line_whatever_a_file_is_called() -> None:
    assert str(errors.StoreError("is no\nstore", where="a\r\nb")) == "a b: is no store"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param(errors.UsageError, 2, id="usage"),
        pytest.param(errors.ArticleError, 3, id="article"),
        pytest.param(errors.EndpointError, 3, id="endpoint"),
        pytest.param(errors.QueryError, 3, id="query"),
        pytest.param(errors.StoreError, 3, id="store"),
        pytest.param(errors.WorkerError, 3, id="worker"),
        pytest.param(errors.MissingPartError, 4, id="part"),
        pytest.param(errors.QueryTimeoutError, 124, id="time"),
    ],
)
def test_has_the_exit_code_of_the_design(kind: type[errors.RelgraphError], code: int) -> None:
    assert kind.exit_code == code


def test_crosses_from_one_process_to_another() -> None:
    error = errors.ArticleError("no text", where="a.jsonl:3", hint="give it a text")
    other = pickle.loads(pickle.dumps(error))
    assert (type(other), str(other)) == (errors.ArticleError, str(error))
