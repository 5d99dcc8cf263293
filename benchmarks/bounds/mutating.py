"""Mutants of a module: one small change to its syntax tree each, and a loader that imports it so changed."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.FloorDiv: ast.Mult,
    ast.Mult: ast.Add,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "meet": "hull", "hull": "meet", "floor": "ceil",
         "ceil": "floor"}  # fmt: skip


@dataclass(frozen=True, order=True)
class Mutant:
    """The `number`-th change that can be made to a file."""

    file: str
    line: int
    number: int
    function: str
    what: str
    source: str

    def words(self) -> str:
        return f"{self.file}:{self.line} {self.function}: {self.what}: {self.source.strip()}"


class _Changes(ast.NodeTransformer):
    """Walks the code inside functions; makes the change of the number sought, and notes all that could be made."""

    def __init__(self, sought: int = -1) -> None:
        self.sought, self.names, self.found = sought, list[str](), list[tuple[int, str, str]]()
        self.classes = 0

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.names.append(node.name)
        node.body = [self.visit(one) if isinstance(one, ast.FunctionDef) else one for one in node.body]
        self.names.pop()
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.names.append(node.name)
        start = 1 if ast.get_docstring(node) else 0
        node.body[start:] = [self._statement(one) for one in node.body[start:]]
        self.names.pop()
        return node

    def visit_Module(self, node: ast.Module) -> ast.AST:
        node.body = [self.visit(n) if isinstance(n, ast.FunctionDef | ast.ClassDef) else n for n in node.body]
        return node

    def _take(self, node: ast.AST, what: str) -> bool:
        self.found.append((getattr(node, "lineno", 0), ".".join(self.names), what))
        return len(self.found) - 1 == self.sought

    def _statement(self, node: ast.stmt) -> ast.stmt:
        plain = isinstance(node, ast.AugAssign | ast.Continue) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        )
        if plain and self._take(node, "left out"):
            return ast.copy_location(ast.Pass(), node)
        for name, field in ast.iter_fields(node):
            if isinstance(field, list) and field and isinstance(field[0], ast.stmt):
                setattr(node, name, [self._statement(one) for one in field])
            elif isinstance(field, list):
                setattr(node, name, [self.visit(one) if isinstance(one, ast.AST) else one for one in field])
            elif isinstance(field, ast.AST) and name != "annotation":
                setattr(node, name, self.visit(field))
        return self._augmented(node)

    def _augmented(self, node: ast.stmt) -> ast.stmt:
        return self._swap_op(node) if isinstance(node, ast.AugAssign) else node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, op in enumerate(node.ops):
            swap = SWAPS[type(op)]
            if self._take(node, f"{type(op).__name__} to {swap.__name__}"):
                node.ops[at] = swap()  # type: ignore[call-overload]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        return self._swap_op(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return self._swap_op(node)

    def _swap_op(self, node: Any) -> Any:
        swap = SWAPS.get(type(node.op))
        if swap and self._take(node, f"{type(node.op).__name__} to {swap.__name__}"):
            node.op = swap()  # type: ignore[assignment]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._take(node, "without not"):
            return ast.copy_location(ast.Call(ast.Name("bool", ast.Load()), [node.operand], []), node)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if self._take(node, "if and else exchanged"):
            node.body, node.orelse = node.orelse, node.body
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        for at, test in enumerate(node.ifs):
            if self._take(test, "without its if"):
                node.ifs[at] = ast.copy_location(ast.Constant(True), test)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool) and self._take(node, f"{node.value} to {not node.value}"):
            return ast.copy_location(ast.Constant(not node.value), node)
        if type(node.value) is int and self._take(node, f"{node.value} to {node.value + 1}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in NAMES and self._take(node, f"{node.id} to {NAMES[node.id]}"):
            return ast.copy_location(ast.Name(NAMES[node.id], node.ctx), node)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if node.attr in NAMES and self._take(node, f"{node.attr} to {NAMES[node.attr]}"):
            node.attr = NAMES[node.attr]
        return node


def mutants(code: Path, file: str) -> Iterator[Mutant]:
    """Every mutant of one file."""
    text = (code / f"{file}.py").read_text(encoding="utf-8")
    walk, lines = _Changes(), text.splitlines()
    walk.visit(ast.parse(text))
    for number, (line, function, what) in enumerate(walk.found):
        yield Mutant(file, line, number, function, what, lines[line - 1])


class Loader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """A finder that loads the mutant's module changed, and all others as they are."""

    def __init__(self, mutant: Mutant, code: Path) -> None:
        self.mutant, self.path = mutant, code / f"{mutant.file}.py"
        self.name = "foidesk.reconcile." + mutant.file.replace("/", ".")

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> Any:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        tree = _Changes(self.mutant.number).visit(ast.parse(self.path.read_text(encoding="utf-8")))
        exec(compile(ast.fix_missing_locations(tree), str(self.path), "exec"), module.__dict__)
