"""Join things into groups."""

from collections.abc import Iterable


class Unions:
    """Groups that grow together; each goes by the least of its members, whatever the order.

    >>> unions = Unions()
    >>> unions.join("b", "c"); unions.join("c", "a")
    >>> unions.find("b"), unions.find("z")
    ('a', 'z')
    """

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def find(self, member: str) -> str:
        """Return the least member of the group of *member*."""
        root = member
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(member, member)) != root:
            self._parents[member], member = root, parent
        return root

    def join(self, one: str, other: str) -> None:
        """Make the groups of two members one."""
        least, rest = sorted((self.find(one), self.find(other)))
        if least != rest:
            self._parents[rest] = least

    def join_all(self, members: Iterable[str]) -> None:
        """Make the groups of all members one."""
        first = ""
        for member in members:
            first = first or member
            self.join(first, member)
