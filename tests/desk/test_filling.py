"""Filling: what templates say is told apart from the values that they are filled with."""

from secretariat.desk.filling import VALUE, Template, fill, joined

LINE = Template(name="line", text="- {what}: {many}\n- {nothing}")


def test_the_form_has_what_templates_say_with_a_sign_for_each_value() -> None:
    values = {"what": "Signal", "many": "12", "nothing": ""}
    said = fill(LINE, values)
    assert (said, said.form) == ("- Signal: 12", f"- {VALUE}: {VALUE}")
    whole = fill(Template(name="t", text="A list:\n\n{said}\n\n{by_hand}"), {"said": said, "by_hand": str(said)})
    assert whole == "A list:\n\n- Signal: 12\n\n- Signal: 12"
    assert whole.form == f"A list:\n\n- {VALUE}: {VALUE}\n\n{VALUE}"


def test_braces_in_a_value_are_letters() -> None:
    said = fill(Template(name="t", text="{what} {many}"), {"what": "{many}", "many": "{what}"})
    assert (said, said.form) == ("{many} {what}", f"{VALUE} {VALUE}")


def test_what_was_filled_is_put_together_with_its_forms() -> None:
    line = Template(name="line", text="- Figure {figure} stands")
    lines = joined([fill(line, {"figure": "12"}), fill(line, {"figure": "13"}), "- a word"])
    assert lines == "- Figure 12 stands\n- Figure 13 stands\n- a word"
    assert lines.form == f"- Figure {VALUE} stands\n- Figure {VALUE} stands\n{VALUE}"
    whole = fill(Template(name="whole", text="All:\n\n{lines}"), {"lines": lines})
    assert whole.form == f"All:\n\n{lines.form}"
    assert fill(Template(name="whole", text="All:\n\n{lines}"), {"lines": joined([])}).form == "All:"
