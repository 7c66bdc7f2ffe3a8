"""A mapping of content: as every value of it, nobody changes it, and it has a hash."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


class FrozenMapping(dict[_K, _V]):
    """A mapping that stays as it is."""

    def __hash__(self) -> int:  # type: ignore[override]
        """Return the hash of its keys and values."""
        return hash(tuple(self.items()))

    def _refuse(self, *_arguments: Any, **_names: Any) -> NoReturn:
        raise TypeError("values of content do not change")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[FrozenMapping[_K, _V]], tuple[dict[_K, _V]]]:
        """Return how a worker process gets it."""
        return type(self), (dict(self),)
