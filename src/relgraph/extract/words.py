"""Write word lists as prose."""


def words(text: str) -> frozenset[str]:
    """Return the words of *text*.

    >>> sorted(words("minister secretary"))
    ['minister', 'secretary']
    """
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of *text*, which commas part, each with single spaces.

    >>> sorted(phrases("prime minister, mayor"))
    ['mayor', 'prime minister']
    """
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
