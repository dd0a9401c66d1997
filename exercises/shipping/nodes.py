"""Values as YAML shows them: the same value, the same bytes."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

NO_LIMIT = 2**31


class Dumper(yaml.SafeDumper):
    """Lists stand 2 spaces in, quotes are double ones."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


def scalar(value: object) -> ScalarNode:
    kinds = {bool: "bool", int: "int", dt.date: "timestamp"}
    kind = kinds.get(type(value), "str")
    text = str(value).lower() if kind == "bool" else str(value)
    style = "|" if "\n" in text else None
    return ScalarNode(f"tag:yaml.org,2002:{kind}", text, style=style)


def sentence(value: object) -> Node:
    """Text in a line with other keys: quoted, so that its commas end nothing."""
    node = scalar(value)
    if isinstance(value, str) and " " in value:
        node.style = '"'
    return node


def beside(values: Iterable[object]) -> Node:
    nodes = [scalar(value) for value in values]
    return SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=True)


def below(nodes: Iterable[Node]) -> Node:
    return SequenceNode("tag:yaml.org,2002:seq", list(nodes), flow_style=False)


def keys(pairs: Iterable[tuple[str, Node]], *, one_line: bool = False) -> Node:
    found = [(scalar(key), node) for key, node in pairs]
    return MappingNode("tag:yaml.org,2002:map", found, flow_style=one_line)


def text_of(node: Node) -> str:
    text: str = yaml.serialize(node, Dumper=Dumper, width=NO_LIMIT, allow_unicode=True)
    return text
