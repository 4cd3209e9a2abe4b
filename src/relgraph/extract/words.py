"""Write word lists as prose."""


def words(text: str) -> frozenset[str]:
    """Return the words of *text*.

    >>> sorted(words("minister secretary"))
    ['minister', 'secretary']
    """
    return frozenset(text.split())
