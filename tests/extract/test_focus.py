from relgraph.extract.focus import Focus, Seen


def seen(at: int, *ids: str, sentence: int, subject: bool = False, guest: bool = False) -> Seen:
    return Seen(
        at=at,
        ids=ids,
        sentence=sentence,
        is_subject=subject,
        is_second=False,
        is_oblique=False,
        is_quoted=False,
        is_guest=guest,
        verb=-1,
    )


def focus(*phrases: Seen) -> Focus:
    found = Focus()
    for phrase in phrases:
        found.add(phrase)
    return found


def anybody(who: str) -> bool:
    return bool(who)


def test_prefers_the_subject_of_the_last_sentence() -> None:
    told = focus(
        seen(1, "singh", sentence=0, subject=True),
        seen(5, "mezzour", sentence=0),
    )
    assert told.best(10, 1, anybody) == "singh"


def test_prefers_the_nearer_sentence_to_an_older_subject() -> None:
    told = focus(
        seen(1, "singh", sentence=0, subject=True), seen(8, "rao", sentence=1, subject=True)
    )
    assert told.best(20, 2, anybody) == "rao"


def test_forgets_what_is_out_of_reach() -> None:
    assert focus(seen(1, "singh", sentence=0, subject=True)).best(99, 9, anybody) == ""


def test_keeps_text_order_though_added_late() -> None:
    told = focus(seen(9, "rao", sentence=1), seen(2, "singh", sentence=0))
    assert [phrase.at for phrase in told.seen] == [2, 9]


def test_pairs_two_of_one_sentence_in_text_order() -> None:
    told = focus(
        seen(1, "singh", sentence=0, subject=True),
        seen(5, "mezzour", sentence=0),
        seen(9, "singh", sentence=1, subject=True),
    )
    assert told.pair(20, 2, anybody) == ("singh", "mezzour")


def test_pairs_the_subjects_of_two_sentences() -> None:
    told = focus(
        seen(1, "boluarte", sentence=0, subject=True), seen(9, "han", sentence=1, subject=True)
    )
    assert told.pair(20, 2, anybody) == ("boluarte", "han")


def test_guests_are_no_pair() -> None:
    told = focus(
        seen(1, "a", sentence=0, subject=True),
        seen(3, "b", sentence=0),
        seen(7, "c", sentence=1, guest=True),
        seen(9, "d", sentence=1, guest=True),
    )
    assert told.pair(20, 2, anybody) == ("a", "b")
