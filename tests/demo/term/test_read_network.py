"""Published guides are read as words, each page below its name."""

from pathlib import Path

from secretariat.cli.term.read_network import guide_words

PAGE = "<html><body><nav>Skip</nav><main>\n<h1>{0}</h1>\n<p>Stake: <b>70&nbsp;JOY</b>.</p></main><footer>7</footer></body></html>"


def test_a_guide_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    for name in ("signal", "veto", "index"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(name.title()), encoding="utf-8")
    lines = guide_words(tmp_path).splitlines()
    assert lines[0] == "== signal"
    assert [line for line in lines if line.startswith("==")] == ["== signal", "== veto"]
    assert "Signal" in lines
    assert not {"Skip", "7", "Index"} & set(lines)


def test_where_no_guides_are_published_there_are_no_words(tmp_path: Path) -> None:
    assert guide_words(tmp_path / "none") == ""
