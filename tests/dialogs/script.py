"""The lines of a dialogue: what each of them does on the stage, or what it expects of the bot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.matrix.events import (
    Encrypted,
    Invite,
    Membership,
    News,
    PollAnswer,
    Power,
    Reaction,
    RoomNews,
    Withdrawal,
)
from bot.store.rooms import RoomStore
from tests.dialogs.stage import BOT, Notes, Stage, Wrong, fits, plain, span

Handler = Callable[..., Any]
SENTENCES: list[tuple[re.Pattern[str], Handler]] = []


def sentence(pattern: str) -> Callable[[Handler], Handler]:
    """Declare what a line of this form does."""

    def declare(handler: Handler) -> Handler:
        SENTENCES.append((re.compile(pattern, re.DOTALL), handler))
        return handler

    return declare


@sentence(r'(?P<encrypted>encrypted )?(?P<unnamed>unnamed )?room "(?P<name>[^"]+)": (?P<people>[\w ]+)')
async def _room(stage: Stage, encrypted: str | None, unnamed: str | None, name: str, people: str) -> None:
    await stage.enters(name, people.split(), encrypted=bool(encrypted), named=not unnamed)


@sentence(r'(?P<people>\w[\w ]*?) invites? the bot to "(?P<name>[^"]+)"')
async def _invites(stage: Stage, people: str, name: str) -> None:
    if name in stage.rooms:
        room = stage.rooms[name]
        room.known = False
        stage.invites.append(Invite(room=room.id, sender=stage.person(people), direct=False, name=name))
        await stage.settle()
    else:
        await stage.enters(name, people.split(), quiet=False)


@sentence(r"bot is removed")
async def _removed(stage: Stage) -> None:
    room = stage.room()
    event = Membership(**stage.where(room.people[0], room), person=BOT, before="join", after="leave")
    await stage.happens(event, room)
    room.joined = False


@sentence(r"house (?P<what>language|zone|prefix|emergency|helpline) (?P<value>.+)")
async def _house(stage: Stage, what: str, value: str) -> None:
    about = stage.house.about
    match what:
        case "emergency":
            stage.house = replace(stage.house, about=replace(about, emergency=value))
        case "helpline":
            stage.house = replace(stage.house, about=replace(about, helplines=(*about.helplines, value)))
        case _:
            stage.house = replace(stage.house, **{what: value})


@sentence(r"in \"(?P<name>[^\"]+)\"")
async def _in(stage: Stage, name: str) -> None:
    stage.here = stage.room(name).name


@sentence(r"(?P<who>\w+) lives on (?P<server>[\w.]+)")
async def _lives(stage: Stage, who: str, server: str) -> None:
    stage.ids[who] = f"@{who}:{server}"
    stage.names[stage.ids[who]] = who.capitalize()


@sentence(r"(?P<who>\w+) upgrades the room")
async def _upgrades(stage: Stage, who: str) -> None:
    await stage.upgrades(who)


@sentence(r"the group moves to another host")
async def _moves_house(stage: Stage) -> None:
    await stage.moves_house()


@sentence(r'(?P<who>\w+) is called "(?P<name>[^"]*)"')
async def _called(stage: Stage, who: str, name: str) -> None:
    await stage.named(who, plain(name))


@sentence(r'(?P<who>\w+) (?P<how>joins|leaves)(?: "(?P<name>[^"]+)")?')
async def _moves(stage: Stage, who: str, how: str, name: str | None) -> None:
    await stage.moves(who, "join" if how == "joins" else "leave", name)


@sentence(r"whoever joins is new")
async def _new(stage: Stage) -> None:
    stage.greets = True


@sentence(r"(?P<people>\w[\w ]*?) join together")
async def _crowd(stage: Stage, people: str) -> None:
    room = stage.room()
    for word in people.split():
        person = stage.person(word)
        room.people.append(person)
        came = Membership(**stage.where(person, room), person=person, before="leave", after="join", name=stage.names[person])
        room.pending.append(came)
    await stage.settle()


@sentence(r"(?P<who>\w+) (?P<how>knocks|stops knocking)")
async def _knocks(stage: Stage, who: str, how: str) -> None:
    person, room = stage.person(who), stage.room()
    before, after = ("leave", "knock") if how == "knocks" else ("knock", "leave")
    await stage.happens(
        Membership(**stage.where(person, room), person=person, before=before, after=after, name=stage.names[person]), room
    )


@sentence(r"(?P<who>\w+) (?P<how>lets in|turns away|puts out|bans|asks in) (?P<whom>\w+)")
async def _door(stage: Stage, who: str, how: str, whom: str) -> None:
    person, room = stage.person(whom), stage.room()
    before = "join" if person in room.people else "leave" if how == "asks in" else "knock"
    after = {"lets in": "invite", "asks in": "invite", "bans": "ban"}.get(how, "leave")
    if person in room.people:
        room.people.remove(person)
    await stage.happens(
        Membership(**stage.where(stage.person(who), room), person=person, before=before, after=after, name=stage.names[person]),
        room,
    )


@sentence(r"gap in which (?P<people>\w[\w ]*?) (?:come|comes)")
async def _gap(stage: Stage, people: str) -> None:
    room = stage.room()
    room.people += [stage.person(word) for word in people.split()]
    stage.tokens += 1
    stage.app.receive(News(token=f"s{stage.tokens}", rooms=(RoomNews(room=room.id, events=(), seed=stage.seed(room)),)), stage.clock.at)
    await stage.settle()


@sentence(r"(?P<role>duty|welcomer|facilitator):(?P<people>[\w ]*)")
async def _serve(stage: Stage, role: str, people: str) -> None:
    stage.serve(role, people.split())


@sentence(r"the group says (?P<name>\w+): (?P<words>.+)")
async def _says(stage: Stage, name: str, words: str) -> None:
    charters = stage.store().charter
    charter = charters.get()
    words = plain(words)
    stage.typed.append(words)
    charters.save(replace(charter, about=words) if name == "about" else replace(charter, texts={**charter.texts, name: words}))


@sentence(r"room becomes encrypted")
async def _encrypted(stage: Stage) -> None:
    room = stage.room()
    room.encrypted = True
    await stage.happens(Encrypted(**stage.where(room.people[0], room)), room)


@sentence(r"(?P<who>\w+) opens an? (?P<encrypted>encrypted )?direct chat")
async def _direct(stage: Stage, who: str, encrypted: str | None) -> None:
    await stage.direct(who, quiet=bool(encrypted), encrypted=bool(encrypted))


@sentence(r"bot may (?P<what>remove messages|pin|do nothing)")
async def _moderates(stage: Stage, what: str) -> None:
    room = stage.room()
    content: dict[str, Any] = {"users": {BOT: 50}} if what != "do nothing" else {}
    if what == "remove messages":
        content["events"] = {"m.room.pinned_events": 100}
    room.power = content
    await stage.happens(Power(**stage.where(room.people[0], room), content=content), room)


@sentence(r"(?P<who>\w+) sets the levels (?P<content>\{.*\})")
async def _levels(stage: Stage, who: str, content: str) -> None:
    room = stage.room()
    room.power = json.loads(content.replace("BOT", BOT))
    await stage.happens(Power(**stage.where(stage.person(who), room), content=room.power), room)


@sentence(r"room has the topic (?P<topic>.+)")
async def _topic(stage: Stage, topic: str) -> None:
    stage.room().topic = topic


@sentence(r"(?P<who>\w+) taps (?P<answer>\w+) in poll (?P<number>\d+)(?: \((?P<notes>[^)]*)\))?")
async def _taps(stage: Stage, who: str, answer: str, number: str, notes: str | None) -> None:
    read, room = Notes.read(notes), stage.room()
    where = stage.where(stage.person(who), room, stage.moment(read.get("sent")))
    poll = stage.target(f"poll {number}") or ""
    if label := read.get("as"):
        stage.labels[label] = where["event"]
    answers = () if answer == "nothing" else (answer,)
    await stage.happens(PollAnswer(**where, poll=poll, answers=answers), room)


@sentence(r"(?P<who>\w+) reacts (?P<key>\S+) to (?P<target>.+?)(?: as (?P<label>\w+))?")
async def _reacts(stage: Stage, who: str, key: str, target: str, label: str | None) -> None:
    room = stage.room()
    where = stage.where(stage.person(who), room)
    if label:
        stage.labels[label] = where["event"]
    await stage.happens(Reaction(**where, target=stage.target(target) or "", key=key), room)


@sentence(r"(?P<who>\w+) (?P<direct>direct )?removes (?P<label>\w+)")
async def _removes(stage: Stage, who: str, direct: str | None, label: str) -> None:
    room = await stage.direct(who) if direct else stage.room()
    where = stage.where(stage.person(who), room)
    await stage.happens(Withdrawal(**where, redacts=stage.target(label) or ""), room)


@sentence(r"delivered again: (?P<label>\w+)")
async def _again(stage: Stage, label: str) -> None:
    _, message = stage.bodies[stage.target(label) or ""]
    await stage.happens(message, next(room for room in stage.rooms.values() if room.id == message.room))


@sentence(r"the key of (?P<label>\w+) comes")
async def _key(stage: Stage, label: str) -> None:
    await stage.opened(label)


@sentence(r"\+(?P<count>\d+)(?P<unit>[smhd])")
async def _passes(stage: Stage, count: str, unit: str) -> None:
    await stage.passes(stage.clock.at + span(count, unit))


@sentence(r"at (?P<when>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)")
async def _at(stage: Stage, when: str) -> None:
    until = datetime.fromisoformat(when).replace(tzinfo=UTC)
    if stage.rooms:
        await stage.passes(until)
    else:
        stage.clock.at = until


@sentence(r"clock jumps back (?P<count>\d+)(?P<unit>[smhd])")
async def _jumps(stage: Stage, count: str, unit: str) -> None:
    stage.clock.at -= span(count, unit)
    await stage.settle()


@sentence(r"bot restarts|bot starts")
async def _restarts(stage: Stage) -> None:
    await stage.restarts()


@sentence(r"bot stops")
async def _stops(stage: Stage) -> None:
    stage.stopped = True


@sentence(r"bot is away")
async def _away(stage: Stage) -> None:
    stage.away = True


@sentence(r"bot comes back")
async def _back(stage: Stage) -> None:
    stage.away = False
    await stage.settle()


@sentence(r"server takes no files")
async def _no_files(stage: Stage) -> None:
    stage.no_files = True


@sentence(r"bot cannot send")
async def _mute(stage: Stage) -> None:
    stage.mute = True


@sentence(r"bot can send")
async def _speaks(stage: Stage) -> None:
    stage.mute = False
    await stage.passes(stage.clock.at + timedelta(minutes=2))


@sentence(r"echoes are held back")
async def _held(stage: Stage) -> None:
    stage.echoes_held = True


@sentence(r"echoes come")
async def _come(stage: Stage) -> None:
    await stage.echoes_come()


@sentence(r"the group adopted a charter")
async def _adopted(stage: Stage) -> None:
    row = stage.app.timeline.room(stage.room().id)
    assert row is not None
    store = RoomStore(stage.database, row["room"], BOT, "en", "UTC")
    with stage.database.transaction():
        store.charter.save(replace(store.charter.get(), adopted=99))


@sentence(r"(?P<who>\w+) becomes an admin")
async def _admin(stage: Stage, who: str) -> None:
    room = stage.room()
    await stage.happens(Power(**stage.where(room.people[0], room), content={"users": {stage.person(who): 100}}), room)


SPEECH = re.compile(r"(?P<who>\w+)(?P<direct> direct)?(?: \((?P<notes>[^)]*)\))?> ?(?P<words>.*)", re.DOTALL)
ANSWER = re.compile(
    r"bot(?P<poll> poll)?(?P<file> file)?(?P<decline> declines)?(?: direct (?P<person>\w+))?(?: \((?P<notes>[^)]*)\))?> ?(?P<words>.*)", re.DOTALL
)
READS = re.compile(r"(?P<shown>status \d+|board) reads> (?P<words>.*)", re.DOTALL)
STANDS = re.compile(r"bot (?P<how>pins|unpins) the board|bot sets the topic> (?P<topic>.*)")
LEVELS = re.compile(r"bot (?P<how>closes|opens) the room")
LEVELS_ARE = re.compile(r"the levels are (?P<content>\{.*\})")
ENDS = re.compile(r"bot ends (?P<poll>(?:former )?poll \d+)")
REMOVES = re.compile(r"bot removes (?P<label>\w+)(?: in (?P<where>direct \w+))?")
HOLDS = re.compile(r'database (?P<how>holds|does not hold) "(?P<words>[^"]+)"')
MARKS = re.compile(r"bot marks (?P<label>\w+) (?P<key>\S+)")


def lines(script: str) -> Iterator[tuple[int, str]]:
    """The lines of a dialogue with their numbers; indented ones belong to the line above."""
    current: tuple[int, str] | None = None
    for number, line in enumerate(script.splitlines(), 1):
        if line.startswith("  ") and line.strip() and current:
            current = current[0], f"{current[1]}\n{line.strip()}"
            continue
        if line.startswith("#") or not line.strip():
            continue
        if current:
            yield current
        current = number, line.rstrip()
    if current:
        yield current


async def perform(script: str, name: str) -> Stage:
    """Play a dialogue to its end and check what always holds. Raises `Wrong` with the line that went another way."""
    stage = Stage()
    number, line = 0, ""
    try:
        for number, line in lines(script):  # noqa: B007 - they name the place of a failure
            await play(stage, line)
        stage.nothing_left()
        stage.sound()
    except Wrong as wrong:
        raise Wrong(f"{name}:{number}: {line}\n{wrong}") from None
    finally:
        stage.database.close()
    return stage


async def play(stage: Stage, line: str) -> None:
    """Play one line. Raises `Wrong` where it goes another way."""
    if _checked(stage, line):
        return
    stage.nothing_left()
    stage.clock.at += timedelta(seconds=1)
    if match := SPEECH.fullmatch(line):
        notes = Notes.read(match["notes"])
        await stage.types(match["who"], match["words"], notes, direct=bool(match["direct"]))
        return
    for pattern, handler in SENTENCES:
        if match := pattern.fullmatch(line):
            await handler(stage, **match.groupdict())
            return
    raise Wrong("nobody understands this line")


def _checked(stage: Stage, line: str) -> bool:  # noqa: C901, PLR0912 - one case for each kind of line
    """Whether a line says what the bot must have done, and it has."""
    if line == "bot is silent":
        stage.nothing_left()
    elif match := HOLDS.fullmatch(line):
        if (match["words"].casefold() in "\n".join(stage.dump()).casefold()) is not (match["how"] == "holds"):
            raise Wrong(f"the database should not be so: {match['words']}")
    elif match := READS.fullmatch(line):
        shown = stage.shown[stage.target(match["shown"]) or ""]
        if not fits(match["words"], shown):
            raise Wrong(f"the status reads {shown}")
    elif match := STANDS.fullmatch(line):
        kind = (match["how"] or "topic").removesuffix("s")
        target = stage.said[stage.room().id][:1]
        stage.expect(stage.room(), kind, match["topic"] or "", Notes({}))
        if match["how"] and target[0].target != stage.target("board"):
            raise Wrong(f"another message: {target[0]}")
    elif match := LEVELS.fullmatch(line):
        stage.expect(stage.room(), {"closes": "closed", "opens": "opened"}[match["how"]], "", Notes({}))
    elif match := LEVELS_ARE.fullmatch(line):
        if stage.room().power != json.loads(match["content"].replace("BOT", BOT)):
            raise Wrong(f"the levels are {stage.room().power}")
    elif match := ENDS.fullmatch(line):
        said = stage.said[stage.room().id][:1]
        stage.expect(stage.room(), "end", "...", Notes({}))
        if said[0].target not in stage.targets(match["poll"]):
            raise Wrong(f"another poll was ended: {said[0]}")
    elif match := REMOVES.fullmatch(line):
        room = stage.room(match["where"])
        said = stage.said[room.id][:1]
        stage.expect(room, "removal", "", Notes({}))
        if said[0].target != stage.target(match["label"]):
            raise Wrong(f"another message was removed: {said[0]}")
    elif match := MARKS.fullmatch(line):
        said = stage.said[stage.room().id][:1]
        stage.expect(stage.room(), "mark", match["key"], Notes({}))
        if said[0].target != stage.target(match["label"]):
            raise Wrong(f"another message was marked: {said[0]}")
    elif match := ANSWER.fullmatch(line):
        notes = Notes.read(match["notes"])
        kind = "poll" if match["poll"] else "file" if match["file"] else "decline" if match["decline"] else "text"
        room = stage.room(f"direct {match['person']}") if match["person"] else stage.room(notes.get("in"))
        stage.expect(room, kind, match["words"], notes)
    else:
        return False
    return True


def read(path: Path) -> str:
    """The text of a dialogue."""
    return path.read_text(encoding="utf-8")
