"""The items of a CASE package put together: one thing in two languages, hanging from another."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

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


def grow(package: Package) -> Tree:
    """Put the items together by isTranslationOf and by equal codes, and hang them up by isChildOf."""
    by_key = {key: item for item in reversed(package.items) for key in item.keys}
    tree = Tree([], by_key, {})
    mates = _mates(package, tree)
    for item in package.items:
        if item not in tree.by_item:
            both = sorted([item, *mates.get(item, ())], key=lambda one: LANGUAGES.index(one.language))
            node = Node({one.language: one for one in both})
            tree.by_item.update(dict.fromkeys(both, node))
    for link in _of_kind(package, "isChildOf"):
        if reason := _hang(link, tree, package.document):
            package.left_out.add(link.place, reason)
    tree.nodes = _in_order(list(dict.fromkeys(tree.by_item.values())))
    return tree


def _of_kind(package: Package, kind: str) -> Iterator[Link]:
    return (link for link in package.links if link.kind == kind)


def _mates(package: Package, tree: Tree) -> dict[Item, list[Item]]:
    """For each item of a pair the other one."""
    mates: dict[Item, list[Item]] = {}
    for link in _of_kind(package, "isTranslationOf"):
        if not _join(mates, tree.item(link.origin), tree.item(link.destination)):
            package.left_out.add(link.place, NO_PAIR)
    alone: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in package.items:
        if item.code and item not in mates:
            alone[item.code].setdefault(item.language, item)
    for found in alone.values():
        _join(mates, found.get("fr"), found.get("en"))
    return mates


def _join(mates: dict[Item, list[Item]], one: Item | None, other: Item | None) -> bool:
    if one is None or other is None or one.language == other.language:
        return False
    if one not in mates and other not in mates:
        mates[one], mates[other] = [other], [one]
    return mates.get(one) == [other]


def _hang(link: Link, tree: Tree, document: tuple[str, ...]) -> str:
    """Hang the origin under the destination; why not, if that cannot be."""
    child, parent = tree.find(link.origin), tree.find(link.destination)
    if child is None or (parent is None and not set(link.destination) & set(document)):
        return NOT_HERE
    if parent is child or (parent and child.parent and parent is not child.parent):
        return HANGS_ELSEWHERE
    if parent or not child.parent:
        child.parent, child.order = parent, link.order
    return ""


def _in_order(nodes: list[Node]) -> list[Node]:
    children: dict[Node | None, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.order):
        children[node.parent].append(node)
    seen: dict[Node, None] = {}
    waiting = [*reversed(nodes), *reversed(children[None])]  # the nodes once more for those that hang in a circle
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen[node] = None
            waiting.extend(reversed(children[node]))
    return list(seen)
