"""The tree of foreign HTML as Markdown that a teacher can go on writing: the texts of pages."""

import re
from collections.abc import Iterator, Sequence

from kiosk.imports.draft import Loss
from kiosk.imports.foreign_html import BLOCKS, Element, Node, Place, flow, text_of

_SPECIAL = re.compile(r"[\\`*_\[\]<>$]|&(?=#?\w+;)")
_AT_LINE_START = re.compile(r"^(\s*)(?:([-+=#~:|])|(\d{1,9})([.)]))", re.MULTILINE)


def markdown(nodes: Sequence[Node], place: Place, losses: list[Loss]) -> list[str]:
    """Write blocks, each as one part of a page. What Markdown cannot say is noted."""
    writer = _Writer(place, losses)
    blocks = flow(nodes)
    if blocks and not any(isinstance(node, Element) and node.name in BLOCKS for node in blocks):
        blocks = [Element("p", {}, blocks)]
    return list(filter(None, writer.blocks(blocks)))


def as_text(text: str) -> str:
    """Plain words as Markdown that says just these words."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _AT_LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", escaped)


class _Writer:
    def __init__(self, place: Place, losses: list[Loss]) -> None:
        self._place = place
        self._losses = losses

    def blocks(self, nodes: Sequence[Node]) -> Iterator[str]:
        bullets, numbers = "-*", ".)"
        for node in nodes:
            if isinstance(node, str):
                continue
            if node.name == "ul":
                yield self._list(node, [bullets[0]] * len(node.children))
                bullets = bullets[::-1]
            elif node.name == "ol":
                first = int(node.attributes.get("start", "1"))
                yield self._list(node, [f"{first + at}{numbers[0]}" for at in range(len(node.children))])
                numbers = numbers[::-1]
            else:
                yield self._block(node)

    def _block(self, node: Element) -> str:
        match node.name:
            case "hr":
                return "---"
            case "pre":
                text = text_of(node.children).strip("\n")
                fence = "`" * max(3, _longest_run(text) + 1)
                return f"{fence}\n{text}\n{fence}"
            case "blockquote":
                return _prefixed("\n\n".join(self.blocks(_as_blocks(node))), "> ", "> ")
            case "table":
                return self._table(node)
            case "p" if [child.name for child in node.children if isinstance(child, Element)] == ["math"] and len(
                node.children
            ) == 1:
                return f"$$\n{_latex(text_of(node.children))}\n$$"
            case name:
                words = as_line_starts(self._inline(node.children).strip())
                level = "#" * max(int(name[1]), 2) if re.fullmatch(r"h[1-6]", name) else ""
                return f"{level} {words.replace('\\\n', ' ')}" if level and words else words

    def _list(self, node: Element, marks: Sequence[str]) -> str:
        items = [child for child in node.children if isinstance(child, Element)]
        texts = [self._item(_as_blocks(item)) for item in items]
        lines = [_prefixed(text, f"{mark} ", " " * (len(mark) + 1)) for mark, text in zip(marks, texts, strict=False)]
        return ("\n\n" if any("\n\n" in text for text in texts) else "\n").join(lines)

    def _item(self, blocks: Sequence[Node]) -> str:
        parts = list(filter(None, self.blocks(blocks)))
        is_tight = all(isinstance(node, Element) and node.name in ("ul", "ol") for node in blocks[1:])
        return ("\n" if is_tight else "\n\n").join(parts)

    def _table(self, node: Element) -> str:
        rows = [[self._cell(cell) for cell in row.children if isinstance(cell, Element)] for row in _rows(node)]
        rows = [row for row in rows if row]
        if not rows:
            return ""
        if any(cell.attributes.keys() & {"colspan", "rowspan"} for row in _rows(node) for cell in _cells(row)):
            self._lose("joined cells of a table", "a table of a page has none, so they stand one by one.")
        if not any(cell.name == "th" for cell in _cells(next(_rows(node)))):
            rows.insert(0, [""] * len(rows[0]))
        width = max(map(len, rows))
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])

    def _cell(self, cell: Element) -> str:
        flat: list[Node] = []
        for node in flow(cell.children):
            if isinstance(node, Element) and node.name in BLOCKS:
                flat += [" ", text_of([node]) if node.name != "p" else Element("sp", {}, node.children), " "]
            else:
                flat.append(node)
        return self._inline(flat).strip().replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")

    def _inline(self, nodes: Sequence[Node], before: str = " ", after: str = " ") -> str:
        written = ""
        for at, node in enumerate(nodes):
            left = written[-1:] or before
            right = text_of(nodes[at + 1 :])[:1] or after
            written += self._piece(node, left, right)
        return written

    def _piece(self, node: Node, left: str, right: str) -> str:
        if isinstance(node, str):
            return as_text(re.sub(r"\s+", " ", node)).removeprefix(" " if left.isspace() else "")
        match node.name:
            case "br":
                return "\\\n"
            case "img":
                return f"![{as_text(node.attributes['alt'])}]({_address(node.attributes['src'])})"
            case "math":
                return f"${_latex(node.attributes['latex'])}$"
            case "mathml":
                self._lose("a formula in MathML", "a page has formulas in LaTeX, so it is kept as plain words.")
                return as_text(node.attributes["text"])
            case "sub" | "sup":
                text = " ".join(text_of(node.children).split())
                sign = "_" if node.name == "sub" else "^"
                return f"${sign}{{{text if text.isalnum() else f'\\text{{{_plain_latex(text)}}}'}}}$" if text else ""
            case "code":
                text = " ".join(text_of(node.children).split())
                ticks = "`" * (_longest_run(text) + 1)
                space = " " if text.startswith("`") or text.endswith("`") else ""
                return f"{ticks}{space}{text}{space}{ticks}" if text else ""
            case "em" | "strong":
                mark = "*" if node.name == "em" else "**"
                inner = self._inline(node.children, mark[0], mark[0])
                return _emphasised(inner, mark, left, right)
            case _:
                return self._inline(node.children, left, right)

    def _lose(self, what: str, why: str) -> None:
        self._losses.append(Loss(self._place.file, self._place.line, what, why))


def as_line_starts(written: str) -> str:
    """Mend lines that begin by chance as a list, a heading or a rule does, where a break came before."""
    return "\n".join(re.sub(r"^(?=[-+=~](?:[-+=~ ]|$))|^#(?=[# ])", r"\\\g<0>", line) for line in written.split("\n"))


def _emphasised(inner: str, mark: str, left: str, right: str) -> str:
    """With marks where CommonMark takes them for marks (6.2: flanking), else without."""
    core = inner.strip()
    if not core or "\n" in core:
        return inner
    lead = inner[: len(inner) - len(inner.lstrip())]
    trail = inner[len(inner.rstrip()) :]
    opens = lead or core[0].isalnum() or not left.isalnum()
    closes = trail or core[-1].isalnum() or not right.isalnum()
    if not opens or not closes or left == "*" or right == "*" or core[0] == "*" or core[-1] == "*":
        return inner
    return f"{lead}{mark}{core}{mark}{trail}"


def _as_blocks(node: Element) -> list[Node]:
    """The children as blocks, loose words as paragraphs."""
    children = flow(node.children)
    if children and not any(isinstance(child, Element) and child.name in BLOCKS for child in children):
        return [Element("p", {}, children)]
    return children


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element):
            if child.name == "tr":
                yield child
            else:
                yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.children if isinstance(cell, Element))


def _prefixed(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join([f"{first}{lines[0]}", *((f"{others}{line}" if line else others.rstrip()) for line in lines[1:])])


def _latex(latex: str) -> str:
    return " ".join(latex.replace("$", "").split()).replace("|", r"\vert ")


def _plain_latex(text: str) -> str:
    return re.sub(r"[\\{}$#%&_^~|]", " ", text)


def _address(name: str) -> str:
    return f"<{name}>" if re.search(r"[\s()]", name) else name


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
