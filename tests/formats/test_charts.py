import re
from xml.etree import ElementTree

import pytest

from secretariat.formats import charts
from secretariat.formats.charts import drawings
from tests.formats.invented import shown

needs_charts = pytest.mark.skipif(not charts.installed(), reason="the extra charts is not installed")


@needs_charts
def test_every_chart_with_figures_is_drawn_and_named() -> None:
    found = drawings(shown())
    assert found is not None
    assert list(found) == ["issuance", "change", "proposals", "stacked", "area", "scatter", "titles"]
    for drawing in found.values():
        root = ElementTree.fromstring(drawing.svg)
        assert (root.get("width"), root.get("height")) == (str(drawing.width), str(drawing.height))


@needs_charts
def test_pictures_hold_no_outside_address_script_or_style() -> None:
    for drawing in (drawings(shown()) or {}).values():
        root = ElementTree.fromstring(drawing.svg)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            "svg", "g", "path", "rect", "text", "tspan", "line", "defs", "clipPath", "title",
        }  # fmt: skip
        for element in root.iter():
            assert not any(name.lower().rpartition("}")[2] in ("href", "style") for name in element.attrib)


@needs_charts
def test_axes_are_titled_with_units_and_labels_stay_inside() -> None:
    found = drawings(shown())
    assert found is not None
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", found["issuance"].svg)
    assert {"chain, term", "issuance (million tokens)", "Issuance", "alexandria", "antioch"} <= set(texts)
    assert sum(text.startswith("antioch ") for text in texts) >= 3


@needs_charts
def test_equal_rows_give_equal_pictures() -> None:
    assert drawings(shown()) == drawings(shown())


def test_without_the_extra_there_are_no_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "installed", lambda: False)
    assert drawings(shown()) is None
