"""The items of a CASE package put together: one thing in two languages, hanging from another."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assessment.catalogue.model import LANGUAGES
from assessment.exchange.case_package import Item, Link, Package
from assessment.fault import gettext_noop

NOT_HERE = gettext_noop("one end of it is not in the package")
NO_PAIR = gettext_noop("its ends are no pair of an item in French and one in English")
HANGS_ELSEWHERE = gettext_noop("the item belongs to another already, or to itself")


@dataclass(eq=False)
class Node:
    """What one item is about, or two that say the same in two languages."""

    items: dict[str, Item]  # language -> item, French first
    parent: "Node | None" = None
    order: float = math.inf
    children: list["Node"] = field(default_factory=list)  # by their sequence numbers, once the tree has grown

    @property
    def holds_only_groups(self) -> bool:
        """Whether others hang from it, and others still from each of these."""
        return bool(self.children) and all(child.children for child in self.children)

    def hang(self, parent: "Node | None", order: float) -> bool:
        """Hang under a node, or at the top, where a node that hangs already stays; False if it hangs elsewhere."""
        if self.parent in (None, parent) and parent is not self:
            self.parent, self.order = parent, order
            return True
        return parent is None


@dataclass
class Tree:
    """`nodes` has parents before children, and siblings by their sequence numbers."""

    nodes: list[Node]
    by_key: dict[str, Item]
    by_item: dict[Item, Node]

    def item(self, keys: tuple[str, ...]) -> Item | None:
        """The item that a pointer means, if it is in the package."""
        return next((self.by_key[key] for key in keys if key in self.by_key), None)

    def find(self, keys: tuple[str, ...]) -> Node | None:
        """What the item is about that a pointer means, if it is in the package."""
        item = self.item(keys)
        return None if item is None else self.by_item[item]

    def join(self, one: Item | None, other: Item | None) -> bool:
        """Make one node of two items in two languages that stand alone; False if they end up in two nodes."""
        if one is None or other is None or one.language == other.language:
            return False
        if self.is_alone(one) and self.is_alone(other):
            first, second = sorted([one, other], key=lambda item: LANGUAGES.index(item.language))
            self.by_item[one] = self.by_item[other] = Node({first.language: first, second.language: second})
        return self.by_item[one] is self.by_item[other]

    def is_alone(self, item: Item) -> bool:
        """Whether its node is about no other item."""
        return len(self.by_item[item].items) == 1


def grow(package: Package) -> Tree:
    """Put the items together by isTranslationOf and by equal codes, and hang them up by isChildOf."""
    by_key = {key: item for item in reversed(package.items) for key in item.keys}
    tree = Tree([], by_key, {item: Node({item.language: item}) for item in package.items})
    _join_translations(tree, package)
    _join_by_code(tree, package.items)
    for link in _of_kind(package, "isChildOf"):
        if reason := _hang(link, tree, package.document):
            package.left_out.add(link.place, reason)
    tree.nodes = _in_order(list(dict.fromkeys(tree.by_item.values())))
    return tree


def _of_kind(package: Package, kind: str) -> Iterator[Link]:
    return (link for link in package.links if link.kind == kind)


def _join_translations(tree: Tree, package: Package) -> None:
    for link in _of_kind(package, "isTranslationOf"):
        if not tree.join(tree.item(link.origin), tree.item(link.destination)):
            package.left_out.add(link.place, NO_PAIR)


def _join_by_code(tree: Tree, items: Iterable[Item]) -> None:
    """Join of the items that still stand alone the first French and the first English one of each code."""
    alone: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        if item.code and tree.is_alone(item):
            alone[item.code].setdefault(item.language, item)
    for found in alone.values():
        tree.join(found.get("fr"), found.get("en"))


def _hang(link: Link, tree: Tree, document: tuple[str, ...]) -> str:
    """Hang the origin under the destination; why not, if that cannot be."""
    child, parent = tree.find(link.origin), tree.find(link.destination)
    if child is None or (parent is None and not set(link.destination) & set(document)):
        return NOT_HERE
    return "" if child.hang(parent, link.order) else HANGS_ELSEWHERE


def _in_order(nodes: list[Node]) -> list[Node]:
    """Give the nodes their children, and put them in the order of the tree."""
    top: list[Node] = []
    for node in sorted(nodes, key=lambda node: node.order):
        siblings = node.parent.children if node.parent else top
        siblings.append(node)
    seen: dict[Node, None] = {}
    waiting = [*reversed(nodes), *reversed(top)]  # the nodes once more for those that hang in a circle
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen[node] = None
            waiting.extend(reversed(node.children))
    return list(seen)
