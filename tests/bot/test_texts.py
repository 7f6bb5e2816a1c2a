"""What people read, in their language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot import markup
from bot.texts import MissingText, Reader, TextFault, Texts
from policies.model import Code, Lines, Mention, Person, Text, text
from tests.our_texts import our_texts

LOCALE = Path(__file__).parents[2] / "bot" / "locale"
BERLIN = ZoneInfo("Europe/Berlin")
ENGLISH = Reader("en", BERLIN, "!")
GERMAN = Reader("de", BERLIN, "!")
DIRECT = Reader("en", BERLIN, "")
ANA = Person("@ana:example.org", "Ana <b>")

ENGLISH_WORDS = r"""
hello = Hello { $name }.
votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
grouped = { NUMBER($count, useGrouping: 1) }
kind = { $kind ->
    [secret] It is secret.
    [empty] It is nothing.
   *[other] It is { $kind }.
}
show = Type { CMD("vote", $number, "yes") } or `{ CMD("help") }`.
given = Type { $command } or `{ $command }`.
list = We heard from { $people }.
points =
    Here they are:
    { $points }
both = **{ $first }** and { $second }
only-english = In English { $name }.
damaged = Here { $name }.
vote = Vote
    .summary = To vote type { CMD("vote") }
    .names = vote
text-fault = Sorry: { $id }.
"""

GERMAN_WORDS = """
hello = Hallo { $name }.
votes = { $count ->
    [one] { $count } Stimme
   *[other] { $count } Stimmen
}
list = Gehört haben wir { $people }.
damaged = Hier { $nobody }.
vote = Stimme
    .names = stimme
"""


def texts_of(folder: Path, *, strict: bool = True, **files: str) -> Texts:
    """Texts from files that are written here; `en_more` stands for `more.en.ftl`."""
    for name, words in files.items():
        language, _, first = name.partition("_")
        (folder / f"{first}{'.' if first else ''}{language}.ftl").write_text(words, encoding="utf-8")
    return Texts.load(folder, strict=strict)


@pytest.fixture(name="texts")
def _texts(tmp_path: Path) -> Texts:
    return texts_of(tmp_path, en=ENGLISH_WORDS, de=GERMAN_WORDS)


@pytest.fixture(name="shared", scope="module")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return texts_of(tmp_path_factory.mktemp("texts"), en=ENGLISH_WORDS)


def body(texts: Texts, what: Text, reader: Reader = ENGLISH) -> str:
    """The plain form alone."""
    return texts.render(what, reader).body


def test_typed_words_are_never_markup(texts: Texts) -> None:
    """A name that looks like markup stays a name, in both forms."""
    said = texts.render(text("hello", name="**x** <b> @room\n# y"), ENGLISH)
    assert said.body == "Hello **x** <b> @\u2060room # y."
    assert said.html == "Hello **x** &lt;b&gt; @\u2060room # y."
    assert said.mentions == frozenset()


@given(words=st.text())
def test_any_typed_words_come_out_whole(shared: Texts, words: str) -> None:
    """Whatever is typed is in the plain form, letter by letter after cleaning."""
    assert markup.clean(words, 500) in body(shared, text("both", first=words, second=(words, "b")))


def test_long_words_are_cut(tmp_path: Path) -> None:
    """One typed value never fills the room: 500 characters, or what was agreed."""
    texts = texts_of(tmp_path, en="a = { $a }")
    assert len(body(texts, text("a", a="x" * 9000))) == 500
    assert len(body(Texts.load(tmp_path, longest=50), text("a", a="x" * 9000))) == 50


def test_numbers_choose_their_plural(texts: Texts) -> None:
    """One vote, two votes, in each language."""
    assert [body(texts, text("votes", count=n)) for n in (0, 1, 2)] == ["0 votes", "1 vote", "2 votes"]
    assert [body(texts, text("votes", count=n), GERMAN) for n in (1, 2)] == ["1 Stimme", "2 Stimmen"]


def test_numbers_can_be_typed_again(texts: Texts) -> None:
    """A number is shown as it must be typed, without separators, unless a text asks for them."""
    assert body(texts, text("hello", name=12345)) == "Hello 12345."
    assert body(texts, text("grouped", count=12345)) == "12,345"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("secret", "It is secret."),
        ("open", "It is open."),
        ("", "It is nothing."),
        (" \n", "It is nothing."),
        (None, "It is nothing."),
        ((), "It is nothing."),
        (Lines(()), "It is nothing."),
        ("empty", "It is empty."),
    ],
)
def test_words_choose_their_variant(texts: Texts, kind: object, said: str) -> None:
    """A word selects its variant, nothing selects `empty`, and nobody can pass for nothing by typing so."""
    assert body(texts, text("kind", kind=kind)) == said


def test_a_moment_is_told_in_the_readers_zone(texts: Texts) -> None:
    """A moment has weekday, date, time and zone, in the reader's language and zone."""
    when = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)
    assert body(texts, text("hello", name=when)) == "Hello Fri 27 Nov 2026, 20:00 (Europe/Berlin)."
    assert body(texts, text("hello", name=when), GERMAN) == "Hallo Fr., 27. Nov. 2026, 20:00 (Europe/Berlin)."
    kolkata = Reader("en", ZoneInfo("Asia/Kolkata"), "!")
    assert body(texts, text("hello", name=when), kolkata) == "Hello Sat 28 Nov 2026, 00:30 (Asia/Kolkata)."
    elsewhere = when.astimezone(timezone(timedelta(hours=-9)))
    assert body(texts, text("hello", name=elsewhere)) == body(texts, text("hello", name=when))


def test_the_hour_that_comes_twice_is_told_apart(texts: Texts) -> None:
    """When a clock change repeats an hour, the distance to UTC says which one is meant."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert body(texts, text("hello", name=first)).endswith("02:30 (Europe/Berlin, UTC+02:00).")
    assert body(texts, text("hello", name=first + timedelta(hours=1))).endswith("02:30 (Europe/Berlin, UTC+01:00).")


def test_a_naive_datetime_is_refused(texts: Texts) -> None:
    """Nobody knows when a naive datetime is, so it is never shown."""
    with pytest.raises(TypeError, match="naive"):
        body(texts, text("hello", name=datetime(2026, 1, 1)))  # noqa: DTZ001 - the thing under test


def test_a_date_has_its_weekday(texts: Texts) -> None:
    """A day without a time is told with its weekday."""
    assert body(texts, text("hello", name=date(2026, 11, 27))) == "Hello Fri 27 Nov 2026."


@pytest.mark.parametrize(
    ("span", "english", "german"),
    [
        (timedelta(hours=72), "3 days", "3 Tage"),
        (timedelta(minutes=14), "14 minutes", "14 Minuten"),
        (timedelta(minutes=90), "1 hour, 30 minutes", "1 Stunde, 30 Minuten"),
        (timedelta(days=1, hours=2, minutes=59), "1 day, 2 hours", "1 Tag, 2 Stunden"),
        (timedelta(seconds=1.9), "1 second", "1 Sekunde"),
        (timedelta(0), "0 minutes", "0 Minuten"),
        (timedelta(minutes=-5), "5 minutes", "5 Minuten"),
    ],
)
def test_a_length_is_told_in_words(texts: Texts, span: timedelta, english: str, german: str) -> None:
    """A length of time is told exactly in its two largest units, never rounded up."""
    assert body(texts, text("hello", name=span)) == f"Hello {english}."
    assert body(texts, text("hello", name=span), GERMAN) == f"Hallo {german}."


def test_a_person_is_named_without_a_ping(texts: Texts) -> None:
    """Naming somebody does not call them."""
    said = texts.render(text("hello", name=ANA), ENGLISH)
    assert (said.body, said.html, said.mentions) == ("Hello Ana <b>.", "Hello Ana &lt;b&gt;.", frozenset())


def test_a_mention_calls_the_person(texts: Texts) -> None:
    """Who is meant is linked and pinged, also in the middle of a list."""
    said = texts.render(text("list", people=(Mention(ANA), "Ben", Person("@c:example.org", "Cleo"))), GERMAN)
    assert said.body == "Gehört haben wir Ana <b>, Ben und Cleo."
    assert '<a href="https://matrix.to/#/@ana:example.org">Ana &lt;b&gt;</a>, Ben und Cleo' in said.html
    assert said.mentions == {"@ana:example.org"}


def test_commands_carry_the_readers_prefix(texts: Texts) -> None:
    """A command is shown as the reader must type it: with the prefix in a room, without it in a direct chat."""
    said = texts.render(text("show", number=1234), ENGLISH)
    assert said.body == "Type !vote 1234 yes or !help."
    assert said.html == "Type <code>!vote 1234 yes</code> or <code>!help</code>."
    assert body(texts, text("show", number=1), DIRECT) == "Type vote 1 yes or help."
    said = texts.render(text("given", command=Code("vote 1 `*yes*`")), ENGLISH)
    assert said.body == "Type !vote 1 `*yes*` or !vote 1 `*yes*`."
    assert said.html == "Type <code>!vote 1 `*yes*`</code> or <code>!vote 1 `*yes*`</code>."


def test_a_typed_value_may_be_part_of_a_command(texts: Texts) -> None:
    """A command may repeat what a person typed, still literally."""
    assert texts.render(text("show", number="`<i>`"), ENGLISH).html.startswith(
        "Type <code>!vote `&lt;i&gt;` yes</code>"
    )


def test_a_text_may_hold_a_text(texts: Texts) -> None:
    """A text inside a text is said in the same language, with its own values."""
    said = texts.render(text("both", first=text("votes", count=2), second=Mention(ANA)), ENGLISH)
    assert said.html.startswith("<strong>2 votes</strong> and <a ")
    assert body(texts, text("hello", name=text("votes", count=2)), GERMAN) == "Hallo 2 Stimmen."


def test_lines_are_a_list(texts: Texts) -> None:
    """Lines stand below each other, and people named in them are pinged only if they are meant."""
    said = texts.render(text("points", points=Lines((text("votes", count=1), ("a", "b"), Mention(ANA)))), ENGLISH)
    assert said.body == "Here they are:\n\n- 1 vote\n- a and b\n- Ana <b>"
    assert said.html.startswith("<p>Here they are:</p><ul><li>1 vote</li><li>a and b</li><li><a ")
    assert said.mentions == {"@ana:example.org"}


def test_a_value_of_another_kind_is_refused(texts: Texts) -> None:
    """Only values that have words can be said."""
    with pytest.raises(TypeError, match="float cannot be shown"):
        body(texts, text("hello", name=0.5))


def test_the_closest_language_is_used(texts: Texts) -> None:
    """A regional language is read in its own language, an unknown one in English."""
    assert body(texts, text("hello", name="A"), Reader("de-AT", BERLIN, "")) == "Hallo A."
    assert body(texts, text("hello", name="A"), Reader("xx", BERLIN, "")) == "Hello A."
    assert texts.languages == {"en", "de"}


def test_a_text_that_a_language_lacks_is_said_in_english(texts: Texts) -> None:
    """A missing translation is no silence."""
    assert body(texts, text("only-english", name="A"), GERMAN) == "In English A."


def test_faults_are_raised_when_strict(texts: Texts) -> None:
    """Tests see every fault at once."""
    with pytest.raises(MissingText):
        body(texts, text("unheard-of"))
    with pytest.raises(TextFault, match="name"):
        body(texts, text("hello"))
    with pytest.raises(TextFault, match="nobody"):
        body(texts, text("damaged", name="A"), GERMAN)


def test_people_get_honest_words_for_a_fault(tmp_path: Path) -> None:
    """In a room a fault is told in plain words, logged once by its id, and English steps in where it can."""
    texts = texts_of(tmp_path, en=ENGLISH_WORDS, de=GERMAN_WORDS, strict=False)
    with capture_logs() as logs:
        assert body(texts, text("damaged", name="A"), GERMAN) == "Here A."
        assert body(texts, text("hello", nobody="secret words")) == "Sorry: hello."
        assert body(texts, text("unheard-of")) == "Sorry: unheard-of."
        assert body(texts, text("unheard-of")) == "Sorry: unheard-of."
    assert [entry["id"] for entry in logs] == ["damaged", "hello", "unheard-of"]
    assert "secret words" not in str(logs)


def test_there_are_words_even_when_all_are_lost(tmp_path: Path) -> None:
    """Without any text at all the bot still says that something is wrong."""
    texts = texts_of(tmp_path, en="a = b", strict=False)
    with capture_logs():
        assert "unheard-of" in body(texts, text("unheard-of"))


def test_attributes_are_read_as_they_stand(texts: Texts) -> None:
    """An attribute is raw words in its own language only; as a text it is rendered like any other."""
    assert texts.attribute("vote", "names", "de") == "stimme"
    assert texts.attribute("vote", "summary", "en") == "To vote type `vote`"
    assert texts.attribute("vote", "summary", "de") is None
    assert texts.attribute("nothing", "names", "en") is None
    assert texts.render(text("vote.summary"), ENGLISH).html == "To vote type <code>!vote</code>"
    assert {"vote", "vote.names", "hello"} <= texts.ids("de")
    assert texts.ids("xx") == frozenset()


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"en": "a = b\n*junk*\n"}, "en.ftl:2: not Fluent"),
        (
            {"en": "a =\n    b\n    **c**\n"},
            "en.ftl:3: not Fluent: Expected an entry start (a line cannot begin with **;",
        ),
        ({"en": "a = b\na = c\n"}, "en.ftl: a stands there twice"),
        ({"en": "a = b", "en_more": "a = c"}, "more.en.ftl: a stands there twice"),
        ({"en": "a = b", "de": "c = d"}, "de: a is missing"),
        ({"en": "a = b", "de": "c = d"}, "de: c is not in en"),
        ({"en": "a = b\n .x = c", "de": "a = b"}, "de: a.x is missing"),
        ({"en": "a = b", "de": "a = { $c }"}, "de: a uses $c, which en does not"),
        ({"en": "a = b\nc = { $d }", "de": "a = { c }\nc = { $d }"}, "de: a uses $d, which en does not"),
        ({"en": "a = { LOUD($b) }"}, "en: a calls LOUD, which is unknown"),
        ({"en": "a = { b }"}, "en: a refers to b, which is missing"),
        ({"en": "a = { -b }"}, "en: a refers to -b, which is missing"),
        ({"en": "a = \U000f0001"}, "en.ftl: private-use characters that stand for values"),
        ({"en": "a = b", "klingon": "a = b"}, "klingon: is no language that dates and numbers are known for"),
    ],
)
def test_every_fault_is_found(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    """What is wrong with the texts is known before anybody reads them."""
    assert any(found.startswith(fault) for found in texts_of(tmp_path, **files).faults())


def test_a_faultless_folder_has_no_faults(tmp_path: Path) -> None:
    """Nothing is reported that is right, such as a message that refers to another."""
    files = {"en": "-t = x\na = { $c } { -t }\nb = { a } { CMD('x') }".replace("'", '"'), "en_more": "d = e\n .f = g"}
    german = {"de": files["en"], "de_more": files["en_more"]}
    assert texts_of(tmp_path, **files, **german).faults() == []


def test_there_is_no_start_without_english(tmp_path: Path) -> None:
    """English is the language that has every text, so it must be there."""
    with pytest.raises(FileNotFoundError):
        texts_of(tmp_path, de="a = b")


@pytest.mark.parametrize("reader", [ENGLISH, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("id", ["direct-reply", "urgent", "about-crisis"])
def test_the_urgent_words_leave_no_gap(id: str, reader: Reader) -> None:  # noqa: A002 - as in `policies.model.text`
    """Words for people in need are whole sentences with and without a number, places to call and a known group."""
    local = {"en": "your local emergency number", "de": "deine örtliche Notrufnummer"}[reader.language]
    texts = our_texts()
    bare = body(texts, text(id, emergency="", helplines=Lines(()), group="", known="no", checked=None), reader)
    assert local in bare
    assert "  " not in bare
    assert "{" not in bare
    values = {"emergency": "112", "helplines": Lines(("Phone A", "Phone B")), "group": "Night Owls"}
    full = body(texts, text(id, **values, known="yes", checked=date(2026, 3, 2)), reader)
    assert "112" in full
    assert local not in full
    assert ("Phone A" in full) == (id != "about-crisis")
    assert ("Night Owls" in full) == (id == "direct-reply")
