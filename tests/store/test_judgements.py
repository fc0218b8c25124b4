"""Judgements in a store: what the file says holds at once, after a build from nothing, and whatever comes and goes."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from camket.graph.build import BuildReport
from camket.graph.documents.document import Document
from camket.graph.errors import JudgementError, UsageError
from camket.graph.identity.judgements import Verdict
from camket.graph.judging.candidates import candidates
from camket.graph.judging.judge import Editor
from camket.graph.judging.listing import standing
from camket.graph.judging.why import joins_of, why
from camket.graph.lookup import AmbiguousNameError
from camket.graph.store import open_dataset
from camket.ontology.namespaces import BASE

Build = Callable[..., BuildReport]
Graph = Callable[[Path], list[str]]

THUAN = f"{BASE}person/Lê_Văn_Thuấn"
HERE, THERE = f"{THUAN}_(UBND_tỉnh_Thanh_Giang)", f"{THUAN}_(UBND_tỉnh_Hải_Lâm)"
JOIN = 'same person "Lê Văn Thuấn" in tg-1 and "Lê Văn Thuấn" in hl-2 because "he moved"\n'
SPLIT = 'different person "Lê Văn Thuấn" in tg-1 and "Lê Văn Thuấn" in tg-6 by "Lan"\n'


@pytest.fixture
def reference() -> Callable[[str], bytes]:
    return lambda base: b""


@pytest.fixture
def store(build: Build, articles: tuple[Document, ...], reference: Callable[[str], bytes], tmp_path: Path) -> Path:
    build(articles, tmp_path / "store", reference=reference)
    return tmp_path / "store"


@pytest.fixture
def editor(store: Path, reference: Callable[[str], bytes]) -> Editor:
    return Editor(store, reference=reference)


@pytest.fixture
def anew(
    build: Build, reference: Callable[[str], bytes], graph_of: Graph, tmp_path: Path
) -> Callable[[tuple[Document, ...], str], list[str]]:
    """The graph of articles and of a judgement file's text, made in one go."""

    def made(articles: tuple[Document, ...], text: str) -> list[str]:
        shared = tmp_path / f"shared-{len(list(tmp_path.iterdir()))}.txt"
        shared.write_text(text, encoding="utf-8")
        store = tmp_path / f"store-of-{shared.name}"
        build(articles, store, reference=reference, judgements=shared)
        return graph_of(store)

    return made


def bearers(store: Path) -> dict[str, str]:
    """Whom each article's Lê Văn Thuấn is, by article."""
    query = f"""SELECT ?a ?p {{
        GRAPH ?g {{ ?g dcterms:identifier ?a ; schema:mentions ?p }} FILTER(CONTAINS(STR(?p), "{THUAN}"))
    }}"""
    return {row["a"].value: row["p"].value for row in open_dataset(store).query(query)}  # type: ignore[union-attr]


def test_a_join_holds_at_once_and_from_nothing_and_its_withdrawal_undoes_it(
    store: Path, editor: Editor, graph_of: Graph, articles: tuple[Document, ...], anew: Callable[..., list[str]]
) -> None:
    before = graph_of(store)
    outcome = editor.pair(Verdict.SAME, HERE, THERE, because="he moved")
    assert outcome.line + "\n" == 'same person "Lê Văn Thuấn" in hl-2 and "Lê Văn Thuấn" in tg-1 because "he moved"\n'
    assert (outcome.before, outcome.now) == ((THERE, HERE), (THERE, THERE))
    assert set(bearers(store).values()) == {THERE, f"{THUAN}_(bo-4)"}
    assert graph_of(store) == anew(articles, outcome.line)
    (one,) = standing(store)[0]
    assert (one.verdict, one.now) == ("same", f"one: {THERE.removeprefix(BASE)}")
    assert why(store, "Lê Văn Thuấn@tg-1", "Lê Văn Thuấn@hl-2").steps[0].ground == "JudgedSame"

    editor.withdraw(one.line)
    assert graph_of(store) == before
    assert standing(store) == ([], True)


def test_a_split_holds_though_the_post_is_the_same(store: Path, editor: Editor) -> None:
    outcome = editor.pair(Verdict.DIFFERENT, "Lê Văn Thuấn@tg-1", "Lê Văn Thuấn@tg-6", by="Lan")
    assert len(set(outcome.now)) == 2
    found = bearers(store)
    assert found["tg-1"] != found["tg-6"]
    told = why(store, "Lê Văn Thuấn@tg-1", "Lê Văn Thuấn@tg-6")
    assert not told.same
    assert told.against[0].startswith('judged: different person "Lê Văn Thuấn" in tg-1')


def test_a_judgement_survives_its_articles_going_and_coming(
    store: Path,
    editor: Editor,
    build: Build,
    retract: Build,
    reference: Callable[[str], bytes],
    graph_of: Graph,
    articles: tuple[Document, ...],
    anew: Callable[..., list[str]],
) -> None:
    editor.pair(Verdict.SAME, HERE, THERE)
    joined = graph_of(store)
    text = (store / "judgements.txt").read_text(encoding="utf-8")
    retract(["hl-2"], store, reference=reference)
    assert standing(store)[0][0].now == "matches nothing now"
    assert graph_of(store) == anew(tuple(a for a in articles if a.id != "hl-2"), text)
    assert (store / "judgements.txt").read_text(encoding="utf-8") == text
    build([article for article in articles if article.id == "hl-2"], store, reference=reference)
    assert graph_of(store) == joined


def test_two_names_of_two_blocks_are_joined_and_parted_again(
    store: Path, editor: Editor, retract: Build, reference: Callable[[str], bytes], graph_of: Graph,
    articles: tuple[Document, ...], anew: Callable[..., list[str]],
) -> None:  # fmt: skip
    outcome = editor.pair(Verdict.SAME, "Trần Quốc Khởi@tg-1", "Lê Văn Thuấn@hl-2")
    assert len(set(outcome.now)) == 1
    text = (store / "judgements.txt").read_text(encoding="utf-8")
    retract(["hl-2"], store, reference=reference)
    assert graph_of(store) == anew(tuple(a for a in articles if a.id != "hl-2"), text)


def test_any_order_and_any_batches_give_one_graph(
    build: Build, reference: Callable[[str], bytes], graph_of: Graph, articles: tuple[Document, ...], tmp_path: Path,
    anew: Callable[..., list[str]],
) -> None:  # fmt: skip
    text = JOIN + SPLIT + 'reject article/tg-3#membership=4,51 because "not he"\n'
    expected = anew(articles, text)
    lines = text.splitlines(keepends=True)
    for seed in range(4):
        mixed, store = random.Random(seed), tmp_path / f"mixed-{seed}"
        left = mixed.sample(articles, len(articles))
        while left:
            batch = [left.pop() for _ in range(min(len(left), mixed.randint(1, 3)))]
            store.parent.joinpath("half.txt").write_text("".join(mixed.sample(lines, mixed.randint(0, 3))))
            build(batch, store, reference=reference, judgements=tmp_path / "half.txt")
        (tmp_path / "whole.txt").write_text("".join(mixed.sample(lines, 3)), encoding="utf-8")
        Editor(store, tmp_path / "whole.txt", reference=reference).apply()
        assert graph_of(store) == expected


def test_a_rejected_post_is_gone_and_tells_nobody_apart(store: Path, editor: Editor, graph_of: Graph) -> None:
    before = graph_of(store)
    fact = next(line.split()[0][1:-1] for line in before if "hl-2#membership" in line)
    held = [line for line in before if fact in line]
    editor.fact(Verdict.REJECT, fact, because="the article mixes up two men")
    after = graph_of(store)
    assert [line for line in after if f"<{fact}>" in line] == []
    assert any("ontology#rejectedFact" in line and fact in line for line in after)
    assert bearers(store)["hl-2"].endswith("_(hl-2)"), "without the post nothing tells who he is"
    editor.withdraw(standing(store)[0][0].line)
    assert graph_of(store) == before
    assert held


def test_a_confirmed_fact_says_so(store: Path, editor: Editor) -> None:
    pledge = next(
        row["f"].value
        for row in open_dataset(store).query("SELECT ?f { ?f a ck:Pledge } ORDER BY ?f")  # type: ignore[union-attr]
    )
    editor.fact(Verdict.CONFIRM, pledge.removeprefix(BASE), by="Lan")
    said = "ck:confirmedBy ?j . ?j ck:verdict ck:Confirmed ; ck:judgedBy ?who"
    query = f"SELECT ?who {{ GRAPH <graph/identity> {{ <{pledge}> {said} }} }}"
    assert [row["who"].value for row in open_dataset(store).query(query)] == ["Lan"]  # type: ignore[union-attr]
    with pytest.raises(JudgementError, match=r"nothing was written: .* contradicts line"):
        editor.fact(Verdict.REJECT, pledge, because="no")


def test_contradictions_are_refused_and_change_nothing(
    store: Path, editor: Editor, build: Build, reference: Callable[[str], bytes], graph_of: Graph,
    articles: tuple[Document, ...],
) -> None:  # fmt: skip
    editor.pair(Verdict.SAME, HERE, THERE)
    file, graph = store / "judgements.txt", graph_of(store)
    text = file.read_text(encoding="utf-8")
    with pytest.raises(JudgementError, match=r"line 12 \(different .*\) contradicts line 11 \(same"):
        editor.pair(Verdict.DIFFERENT, "Lê Văn Thuấn@tg-1", "Lê Văn Thuấn@hl-2")
    assert (file.read_text(encoding="utf-8"), graph_of(store)) == (text, graph)
    bad = text + 'different person "Lê Văn Thuấn" in tg-1 and "Lê Văn Thuấn" in hl-2\n'
    file.write_text(bad, encoding="utf-8")
    with pytest.raises(JudgementError, match="contradicts line 11"):
        build(articles, store, reference=reference)
    assert (file.read_text(encoding="utf-8"), graph_of(store)) == (bad, graph)


def test_saying_it_twice_says_it_once(store: Path, editor: Editor) -> None:
    editor.pair(Verdict.SAME, HERE, THERE)
    assert editor.pair(Verdict.SAME, "Lê Văn Thuấn@hl-2", "Lê Văn Thuấn@tg-1").known
    assert len(standing(store)[0]) == 1


def test_whom_nobody_can_mean(store: Path, editor: Editor) -> None:
    with pytest.raises(AmbiguousNameError):
        editor.pair(Verdict.SAME, "Lê Văn Thuấn", HERE)
    with pytest.raises(UsageError, match=r"both mean .* name it in two of its articles, as NAME@ARTICLE"):
        editor.pair(Verdict.DIFFERENT, HERE, HERE)
    with pytest.raises(UsageError, match="nothing is both"):
        editor.pair(Verdict.SAME, HERE, "UBND tỉnh Thanh Giang")
    with pytest.raises(UsageError, match="lives in kd-5 alone"):
        editor.pair(Verdict.SAME, HERE, "Lê Văn Thuấn@kd-5")
    with pytest.raises(UsageError, match="no fact"):
        editor.fact(Verdict.REJECT, "article/tg-1#pledge=0,1", because="no")
    assert not (store / "judgements.txt").exists()


def test_why_and_candidates(store: Path, editor: Editor) -> None:
    assert [step.ground for step in joins_of(store, HERE).steps] == ["SamePost", "SameRegion"]
    told = why(store, HERE, THERE)
    assert any(line.startswith("two places: ") for line in told.against)
    doubtful = candidates(store)
    assert {(one.one, one.other) for one in doubtful if not one.joined} >= {(THERE, HERE)}
    editor.pair(Verdict.UNSURE, HERE, THERE)
    assert (THERE, HERE) not in {(one.one, one.other) for one in candidates(store)}
