"""From what happened in a room to an answer: which command was meant, about which group, and what follows.

Each event is handled in a savepoint of its own: a refusal or a crash undoes that part alone, and is answered. SQLite's own
errors are not a handler's and pass through.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import structlog

from bot.delivery import Delivery, Origin, reader
from bot.markup import legible
from bot.matrix.events import Echo, Event, Happened, Membership, Message, PollAnswer, Reaction, Seed, Withdrawal
from bot.matrix.parcels import Seen
from bot.matrix.standing import PINNED, TOPIC
from bot.store.database import Database, moment
from bot.store.outbox import Outbox, Row
from bot.store.people import People
from bot.store.retention import Retention
from bot.store.rooms import RoomStore
from bot.store.timeline import Timeline
from bot.words import plain
from commands.answers import Answer, Post
from commands.kit import Book
from commands.me import offered
from commands.ports import About, Context, FoundPoll, Starters, Words
from commands.resources import NUMBERS
from policies.decision import Decision
from policies.model import Code, Lines, Person, Refused, Text, text
from policies.rights import may

EPOCH = datetime.fromtimestamp(0, UTC)
AHEAD = timedelta(minutes=5)
LONGEST = 20_000
SHORT = 4
GUIDELINE = "guideline "
HANDS = {"🙋", "🙋\u200d♀", "🙋\u200d♂"}
"""Marks with which somebody asks for help with a message of their own."""
UNREAD = {"words-too-many", "number-nothing-open", "number-which", "help-unknown"}
"""Refusals which say that the words after a command's name are not what belongs there."""

log = structlog.get_logger(__name__)


FOR_HELP = frozenset({"ask", "person"})
"""First words of the commands by which people ask for somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The defaults of this program's host: what rooms have until they choose otherwise."""

    prefix: str
    language: str
    zone: str
    about: About
    retention: Retention = field(default_factory=Retention)


class Conversation:
    """Understands what people do and answers it, through the book of commands. `crashed` is told when a handler crashed."""

    def __init__(
        self,
        *,
        database: Database,
        timeline: Timeline,
        outbox: Outbox,
        delivery: Delivery,
        book: Book,
        words: Words,
        charters: Starters,
        house: House,
        crashed: Callable[[], None] = lambda: None,
    ) -> None:
        self._db = database
        self._timeline = timeline
        self._outbox = outbox
        self._delivery = delivery
        self._book = book
        self._words = words
        self._charters = charters
        self._house = house
        self._crashed = crashed
        self._people = People(database)

    def happened(self, room: sqlite3.Row, event: Happened, now: datetime) -> None:
        """Answer one event of a room, inside the caller's transaction."""
        if event.sender in self._store(room).programs():
            # Programs are not answered, and do not vote.
            return
        before = self._db.connection.total_changes
        self._happened(room, event, now)
        if self._db.connection.total_changes != before:
            group = self._group(room, event.sender)
            if group is not None:
                self.changed(self._timeline.numbered(group["room"]), now)

    def changed(self, group: sqlite3.Row, now: datetime) -> None:
        """Something of a group may have changed: what stands on its noticeboard follows."""
        if group["direct"] is not None or not self._boards(group):
            return
        event = Happened(room=group["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx, origin = self._context(group, group, event, now), self._origin(group, group, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened("something changed", ctx), now))

    def _boards(self, group: sqlite3.Row) -> bool:
        """Whether a group can have a noticeboard at all: most events change something, so this is asked first."""
        sql = """SELECT 1 FROM charter WHERE room = ?1
                 UNION ALL SELECT 1 FROM setting WHERE room = ?1 AND name IN ('noticeboard', 'topic-line')"""
        return self._timeline.may_set(group, PINNED) or self._db.one(sql, (group["room"],)) is not None

    def _happened(self, room: sqlite3.Row, event: Happened, now: datetime) -> None:
        match event:
            case Echo():
                self._echo(room, event, now)
            case Message():
                self._heard(room, event)
                if not event.quoted and self._timeline.outcome(room["room"], event.event) is None:
                    self._message(room, event, now)
            case Reaction():
                self._reaction(room, event, now)
            case PollAnswer():
                if number := self._number(room, event.poll):
                    former = self._former(room, event.poll)
                    self._follow(
                        room, event, now, "poll answer", number=number, answers=event.answers, former=former, way="poll"
                    )
            case Withdrawal():
                self._withdrawal(room, event, now)

    def _reaction(self, room: sqlite3.Row, event: Reaction, now: datetime) -> None:
        """A mark on something of ours, or a raised hand on somebody's own message."""
        number = self._number(room, event.target)
        if number is None and plain(event.key) in HANDS and room["direct"] is None:
            self._follow(room, event, now, "hand raised", number=None, target=event.target, way="reaction")
        elif number is not None:
            self._follow(room, event, now, "reaction", number=number, key=event.key, way="reaction")

    def moved_person(self, room: int, event: Membership, now: datetime) -> None:
        """Somebody came, went, was asked in, knocks, or changed their name (which is nothing)."""
        row = self._timeline.numbered(room)
        if row["direct"] is not None or event.person == self._timeline.bot:
            return
        new = not self._store(row).newcomers.known(event.person)
        match event.after:
            case "join" if new or event.before != "join":
                self._about_person("joined", row, event, event.person, now)
            case "knock" if event.before != "knock":
                self._about_person("knocked", row, event, event.person, now)
            case "invite":
                self._about_person("invited", row, event, event.person, now)
            case "leave" | "ban" if event.before != event.after:
                self._about_person("left", row, event, event.person, now, by=event.sender, before=event.before)

    def found_here(self, room: int, seed: Seed, news: Collection[Event]) -> None:
        """We came into a room: who was there before us is no newcomer."""
        came = {each.person for each in news if isinstance(each, Membership) and each.after == "join"}
        here = {each.person for each in seed.members if each.membership == "join"}
        self._store(self._timeline.numbered(room)).newcomers.knows(here - came)

    def appeared(self, room: int, seed: Seed, now: datetime) -> None:
        """Events are missing: who is there now and was never greeted came meanwhile."""
        row = self._timeline.numbered(room)
        newcomers = self._store(row).newcomers
        for each in seed.members:
            if each.membership == "join" and each.person != self._timeline.bot and not newcomers.known(each.person):
                event = Happened(room=row["matrix"], event="", sender=each.person, sent=now)
                if row["direct"] is None:
                    self._about_person("joined", row, event, each.person, now)

    def _about_person(
        self, kind: str, row: sqlite3.Row, event: Happened, person: str, now: datetime, **values: object
    ) -> None:
        ctx = self._context(row, row, event, now)
        origin = self._origin(row, row, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened(kind, ctx, person=person, **values), now))

    def _heard(self, room: sqlite3.Row, event: Message) -> None:
        """Who answers whom, for newcomers; nothing of what was said."""
        if room["direct"] is None and event.replaces is None:
            self._store(room).newcomers.heard(
                event.sender, event.event, reply_to=event.reply_to, thread=event.thread, mentions=event.mentions
            )

    def authored(self, row: Row, by: str | None, now: datetime) -> None:
        """It was looked up who wrote a message that somebody put a raised hand on."""
        assert row.room is not None
        room = self._timeline.numbered(row.room)
        asked = row.payload
        if by is not None and asked.get("why", "hand") != "hand":
            event = Happened(room=room["matrix"], event="", sender=asked["by"], sent=moment(asked["at"]))
            self._about_person(f"author of {asked['why']}", room, event, by, now)
            return
        if by != asked["by"]:
            return
        event = Reaction(
            room=room["matrix"], event="", sender=asked["by"], sent=moment(asked["at"]), target=asked["event"], key=""
        )
        self._about_person("hand is their own", room, event, asked["by"], now, message=asked["event"])

    def introduce(self, room: int, *, operators: bool) -> None:
        """One short introduction after joining, never again. `operators`: to those who run the program."""
        row = self._timeline.numbered(room)
        if self._timeline.introduced(room):
            return
        origin = self._origin(row, row, None)
        if operators:
            said = text("introduction-operators")
        elif row["direct"]:
            said = text("introduction-direct", encrypted="yes" if row["encrypted"] else "no")
        else:
            said = text("introduction", group=row["name"])
        self._delivery.say(room, said, origin.reader, direct=True)

    def widened(self, room: int) -> None:
        """A direct chat was a group whose others were asked in after us."""
        store = self._store(self._timeline.numbered(room))
        store.newcomers.knows(store.present())
        self.introduce(room, operators=False)

    def moved(self, room: int, now: datetime) -> None:
        """The room goes on in another one: what is open must be found there too."""
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx = self._context(row, row, event, now)
        origin = self._origin(row, row, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened("moved room", ctx), now))

    def due(self, due: sqlite3.Row, at: datetime, unread: int, now: datetime) -> bool:
        """What was to happen at `at` happens now. False: it could not, and nothing of it stands."""
        room = self._timeline.numbered(due["room"])
        event = Happened(room=room["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx = self._context(room, room, event, now, number=due["number"], unread=unread)
        origin = self._origin(room, room, None)
        done = self._guarded(
            origin, now, lambda: self._tell(origin, self._book.happened(f"due {due['kind']}", ctx, number=due["number"], at=at), now)
        )
        if done:
            self.changed(room, now)
        return done

    def cannot_read(self, room: int, senders: frozenset[str]) -> None:
        """Tell the room once that messages could not be read, and what people can do."""
        row = self._timeline.numbered(room)
        store = self._store(row)
        people = tuple(store.person(sender) for sender in sorted(senders))
        self._delivery.say(room, text("cannot-read", people=people), self._origin(row, row, None).reader, direct=True)

    def put_back(self, room: int, made: datetime, unread: int, lost: int, *, stays: bool) -> None:
        """Tell a room once that a backup was put back, which was `made` at that time (aware UTC).

        So many of its messages since could not be read, and so many marks of its record were said that are lost. `stays`: we
        were about to leave it.
        """
        row = self._timeline.numbered(room)
        direct, staying = ("yes" if each else "no" for each in (row["direct"], stays))
        said = text("put-back", made=made, unread=unread, lost=lost, direct=direct, stays=staying)
        self._delivery.say(room, said, self._origin(row, row, None).reader)

    def begun_anew(self, room: int, now: datetime) -> None:
        """A backup was put back, in which nothing of a secret ballot is."""
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx, origin = self._context(row, row, event, now), self._origin(row, row, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened("ballots lost", ctx), now))

    def outgrown(self, room: int, members: int, most: int, now: datetime) -> None:
        """Tell the room once that it is larger than its host has room for, and that nothing of it changes."""
        row = self._timeline.numbered(room)
        self._tell(self._origin(row, row, None), Post(text("outgrown", members=members, most=most), waits=True), now)

    def undeliverable(self, room: int, purpose: str, now: datetime) -> None:
        """The server refused for good what was to be posted for `purpose`."""
        kind, _, number = purpose.partition(" ")
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx = self._context(row, row, event, now)
        origin = self._origin(row, row, None)
        self._guarded(
            origin, now, lambda: self._tell(origin, self._book.happened(f"undeliverable {kind}", ctx, number=int(number)), now)
        )

    def levels_refused(self, room: int, now: datetime, *, raised: bool) -> None:
        """The server did not let us raise the levels of a room for a pause, or put them back."""
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx, origin = self._context(row, row, event, now), self._origin(row, row, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened("levels refused", ctx, raised=raised), now))

    def unreachable(self, room: int, number: int, person: str, now: datetime) -> None:
        """The server refused for good what was to be said to a person alone about `number`."""
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx = self._context(row, row, event, now)
        origin = self._origin(row, row, None)
        self._guarded(
            origin, now, lambda: self._tell(origin, self._book.happened("unreachable person", ctx, number=number, person=person), now)
        )

    def new_rules(self, room: int, zone: str, now: datetime) -> None:
        """The rules of a time zone are not those by which dates of this room were computed."""
        row = self._timeline.numbered(room)
        event = Happened(room=row["matrix"], event="", sender=self._timeline.bot, sent=now)
        ctx = self._context(row, row, event, now)
        origin = self._origin(row, row, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened("new zone rules", ctx, zone=zone), now))

    def adopt(self, row: Row, seen: Seen, now: datetime) -> None:
        """A member's own poll was looked at: it becomes a decision, with the answers that were given to it."""
        assert row.room is not None
        room = self._timeline.numbered(row.room)
        asked = row.payload
        event = Message(
            room=room["matrix"], event=asked["event"], sender=asked["by"], sent=moment(asked["at"]), body=""
        )
        ctx = self._context(room, room, event, now)
        origin = self._origin(room, room, event)

        def run() -> None:
            answer = self._book.happened("adopted poll", ctx, poll=asked["poll"], until=asked["until"], found=found(seen))
            self._tell(origin, answer, now)
            last = ctx.room.decisions.open()
            if last and last[-1].keys:
                self._outbox.bind(row.room or 0, asked["poll"], f"poll {last[-1].number}")

        self._guarded(origin, now, run, event=event)

    def quoted(self, row: Row, message: Message | None, now: datetime) -> None:
        """What a person said was read again for them. What another person said is never taken."""
        assert row.room is not None
        room = self._timeline.numbered(row.room)
        asked = row.payload
        event = Message(
            room=room["matrix"], event=asked["event"], sender=asked["by"], sent=moment(asked["at"]), body=""
        )
        ctx = self._context(room, room, event, now)
        origin = self._origin(room, room, event)
        own = message is not None and message.sender == event.sender
        words = legible(message.body) if message is not None and own else ""
        self._guarded(
            origin,
            now,
            lambda: self._tell(origin, self._book.happened("quoted words", ctx, number=asked["number"], words=words), now),
            event=event,
        )

    def _echo(self, room: sqlite3.Row, event: Echo, now: datetime) -> None:
        id_ = self._outbox.row_for(event.transaction, event.mark)
        tail = event.tail if self._outbox.former(event.transaction) else None
        row = self._outbox.echoed(id_, event.event, room["room"], tail) if id_ is not None else None
        if row is None or row.purpose is None or row.kind in {"end", "direct"}:
            return
        kind, _, number = row.purpose.partition(" ")
        ctx = self._context(room, room, event, now)
        origin = self._origin(room, room, None)
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened(f"posted {kind}", ctx, number=int(number)), now))

    def _message(self, room: sqlite3.Row, event: Message, now: datetime) -> None:
        if len(event.body) > LONGEST:
            return
        event = replace(event, body=legible(event.body))
        if event.replaces is not None:
            self._edit(room, event, now)
            return
        typed = self._typed(room, event)
        if typed is not None:
            self._command(room, event, typed, now)
        elif number := self._number(room, event.reply_to or event.thread):
            former = self._former(room, event.reply_to or event.thread)
            self._follow(room, event, now, "reply", number=number, body=event.body, former=former)
        elif guideline := self._guideline(room, event.reply_to):
            self._follow(room, event, now, "guideline reply", guideline=guideline, body=event.body)

    def _edit(self, room: sqlite3.Row, event: Message, now: datetime) -> None:
        """An edit of a ballot counts at its own time; one of a command that was not understood runs it; else nothing."""
        root = event.replaces or ""
        typed = self._typed(room, event)
        group, held = self._holding(room, event.sender, root)
        if held is not None:
            act = held.acts.get(root)
            if act is not None and act.voter == event.sender:
                found = self._book.find(typed, room["language"] or self._house.language) if typed is not None else None
                if found and found.command.name == "vote":
                    self._command(room, event, typed or "", now, group)
                else:
                    self._follow(room, event, now, "ballot edited", number=held.number, body=event.body, about=group)
        elif typed is not None:
            outcome = self._timeline.outcome(room["room"], root)
            found = self._book.find(typed, room["language"] or self._house.language)
            # A secret ballot is no act that anybody holds; its edit is answered, for it changes nothing without the code.
            ballot = bool(room["direct"] and found and found.command.name == "vote")
            if ballot or (outcome == "unclear" and (found or not room["direct"])):
                self._command(room, event, typed, now)
            elif outcome == "done" and found and found.command.name == "propose":
                self._reworded(room, event, root, now)

    def _reworded(self, room: sqlite3.Row, event: Message, root: str, now: datetime) -> None:
        """A proposal that worked was edited. Votes may rest on its words: it stays, and its proposer is told once how to change it."""
        group = self._group(room, event.sender) or room
        ctx = self._context(room, group, event, now)
        origin = self._origin(room, group, event)
        answer = self._book.happened("proposal edited", ctx)
        if answer is not None:
            self._tell(origin, answer, now)
            self._timeline.saw(room["room"], root, "told")

    def _withdrawal(self, room: sqlite3.Row, event: Withdrawal, now: datetime) -> None:
        """Only the voter's own removal takes a vote away; a moderator's does not."""
        group, held = self._holding(room, event.sender, event.redacts)
        acts = [act for act in held.acts.values() if event.redacts in {act.root, act.event}] if held else []
        if held is not None and any(act.voter == event.sender for act in acts):
            self._follow(room, event, now, "ballot removed", number=held.number, act=event.redacts, about=group)

    def _holding(self, room: sqlite3.Row, person: str, act: str) -> tuple[sqlite3.Row, Decision | None]:
        """The decision that holds an act which a person did here, and its group: in a direct chat any of theirs, whichever it is about by now."""
        groups = [self._timeline.numbered(group.number) for group in self._people.groups(person)] if room["direct"] else []
        for group in (*groups, room):
            if held := self._store(group).decisions.holding(act):
                return group, held
        return room, None

    def _typed(self, room: sqlite3.Row, event: Message) -> str | None:
        """What was typed to the bot: after the prefix, after its name, or all of it in a direct chat; `None`: not to us."""
        body = event.body.lstrip("\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202b\ufeff ").strip()
        prefix = self._sign(room, event.sender, body)
        if prefix:
            rest = body[len(prefix) :].lstrip()
            return rest if re.match(r"\w", rest) else None
        if self._timeline.bot in event.mentions:
            names = [self._timeline.bot, self._timeline.bot.split(":")[0], self._timeline.bot.split(":")[0][1:]]
            row = self._db.one(
                "SELECT name FROM member WHERE room = ? AND person = ?", (room["room"], self._timeline.bot)
            )
            names += [f"@{row['name']}", row["name"]] if row and row["name"] else []
            for name in sorted(names, key=len, reverse=True):
                if body.casefold().startswith(name.casefold()):
                    return body[len(name) :].lstrip(":, ").removeprefix(self._prefix(room)) or "help"
        return body if room["direct"] else None

    def _command(
        self, room: sqlite3.Row, event: Message, typed: str, now: datetime, about: sqlite3.Row | None = None
    ) -> None:
        """Do what was typed, in the group that it is `about`, where that is known."""
        language = room["language"] or self._house.language
        root = event.replaces or event.event
        found = self._book.find(typed, language)
        origin = self._origin(room, room, event)
        if found is None:
            self._unknown(room, event, typed, origin, now)
            return

        own_words = bool(room["direct"]) and not self._sign(room, event.sender, event.body.strip())
        topic = self._book.find(found.rest, language) if found.command.name == "help" else None

        def run() -> None:
            if own_words and topic is not None and topic.command.name == "me":
                # "Help me" is no question about the command of that name.
                raise self._no_command(room, event.sender)
            group = room
            if room["direct"] and found.command.group:
                chosen = about or self._group(room, event.sender, referred(event)) or (room if found.command.alone else None)
                if chosen is None:
                    raise self._no_group(room, event, found.command.name, now)
                group = chosen
            ctx = self._context(room, group, event, now, number=self._number_in(group, room, referred(event)))
            member = event.sender in ctx.room.members()
            if not may(found.command.right, member=member):
                raise Refused("right-member")
            try:
                answer = found.command.run(ctx, found.rest)
            except Refused as refused:
                if own_words and not _commandlike(found.rest) and refused.text.id in UNREAD:
                    raise self._no_command(room, event.sender) from None
                raise
            self._tell(self._origin(room, group, event), answer, now)

        clear = self._guarded(origin, now, run, event=event)
        self._timeline.saw(room["room"], event.event)
        self._timeline.saw(room["room"], root, "done" if clear else "unclear")

    def _unknown(self, room: sqlite3.Row, event: Message, typed: str, origin: Origin, now: datetime) -> None:
        """A command that is none: the nearest one. In a direct chat, words that do not read like a command get one fixed reply."""
        nearest = self._book.nearest(typed)
        words = typed.split()
        if room["direct"] and self._answered(room, event, typed, now):
            return
        commandlike = bool(self._sign(room, event.sender, event.body.strip())) or (
            nearest is not None
            and (len(words[0]) >= SHORT if len(words) == 1 else len(words) <= SHORT and _commandlike(words[1]))
        )
        if room["direct"] and not commandlike:
            answer = self._no_command(room, event.sender).text
        elif nearest:
            answer = text("unknown-command", words=words[0], nearest=Code(nearest))
        else:
            answer = text("unknown-command-far", words=words[0])
        self._delivery.deliver(origin, answer, now)
        self._timeline.saw(room["room"], event.event, "unclear")
        if event.replaces:
            self._timeline.saw(room["room"], event.replaces, "unclear")

    def _answered(self, room: sqlite3.Row, event: Message, typed: str, now: datetime) -> bool:
        """Whether words in a direct chat answer a question that we put there."""
        group = self._group(room, event.sender, referred(event))
        if group is None:
            return False
        ctx = self._context(room, group, event, now, number=self._number_in(group, room, referred(event)))
        if event.sender not in ctx.room.members():
            return False
        origin = self._origin(room, group, event)
        answers: list[Answer] = []

        def run() -> None:
            answer = self._book.happened("direct words", ctx, words=typed)
            if answer is not None:
                answers.append(answer)
                self._tell(origin, answer, now)

        clear = self._guarded(origin, now, run, event=event)
        if answers or not clear:
            self._timeline.saw(room["room"], event.event)
        return bool(answers) or not clear

    def _no_group(self, room: sqlite3.Row, event: Message, command: str, now: datetime) -> Refused:
        """A direct chat is about no group, or it is not clear which. Whoever asks for somebody learns at once where there is one."""
        if self._people.groups(event.sender):
            return Refused("group-which", groups=offered(self._context(room, room, event, now)))
        return self._no_command(room, event.sender) if command.split(maxsplit=1)[0] in FOR_HELP else Refused("group-none")

    def _no_command(self, room: sqlite3.Row, sender: str) -> Refused:
        """The one fixed reply to words in a direct chat that are no command, whatever they are."""
        group = self._group(room, sender)
        about = self._outside(self._store(group or room))
        return Refused(
            "direct-reply",
            emergency=about.emergency,
            helplines=Lines(about.helplines),
            group=group["name"] if group is not None else "",
            known="yes" if group is not None or self._people.groups(sender) else "no",
        )

    def _follow(
        self,
        room: sqlite3.Row,
        event: Happened,
        now: datetime,
        kind: str,
        *,
        number: int | None = None,
        way: str = "words",
        about: sqlite3.Row | None = None,
        **values: object,
    ) -> None:
        if self._timeline.outcome(room["room"], event.event) is not None:
            return
        group = about or self._group(room, event.sender, referred(event))
        if group is None and self._outbox.purpose_of(room["room"], referred(event) or ""):
            # It is about something of a group that is theirs no longer, or of which group is not known.
            return
        group = group or room
        ctx = self._context(room, group, event, now, number=number, way=way)
        if event.sender not in ctx.room.members():
            return
        origin = self._origin(room, group, event)
        before = self._db.connection.total_changes
        if number is not None:
            values["number"] = number
        self._guarded(origin, now, lambda: self._tell(origin, self._book.happened(kind, ctx, **values), now), event=event)
        if self._db.connection.total_changes != before:
            self._timeline.saw(room["room"], event.event)

    def _guarded(self, origin: Origin, now: datetime, run: Callable[[], None], event: Happened | None = None) -> bool:
        """Run a handler in a savepoint. False: it refused or crashed; where a person did something, they are told."""
        try:
            with self._db.savepoint():
                run()
        except Refused as refused:
            if event is not None:
                self._tell(origin, self._why(origin, event, refused), now)
            return False
        except sqlite3.OperationalError:
            raise
        except Exception:  # a handler's crash must not stop the room; it is answered and logged
            crash = secrets.token_hex(3)
            log.exception("handler crashed", crash=crash)
            self._crashed()
            if event is not None:
                self._tell(origin, text("crashed", id=crash), now)
            return False
        return True

    def _why(self, origin: Origin, event: Happened, refused: Refused) -> Text:
        """What a refusal says; of the edit of a ballot also that the vote before it stands."""
        root = event.replaces if isinstance(event, Message) else None
        held = self._store(self._timeline.numbered(origin.group)).decisions.holding(root) if root else None
        act = held.acts.get(root or "") if held else None
        if act is None or act.ballot is None or act.voter != event.sender:
            return refused.text
        return text("edit-refused", why=refused.text)

    def _tell(self, origin: Origin, answer: Answer, now: datetime) -> None:
        self._delivery.deliver(origin, answer, now)

    def _number(self, room: sqlite3.Row, event: str | None) -> int | None:
        """What number one of our own messages is about."""
        purpose = self._outbox.purpose_of(room["room"], event) if event else None
        return int(purpose.rpartition(" ")[2]) if purpose and not purpose.startswith(GUIDELINE) else None

    def _number_in(self, group: sqlite3.Row, room: sqlite3.Row, event: str | None) -> int | None:
        """What number of `group` one of our own messages is about."""
        about = self._outbox.about(room["room"], event) if event else None
        return self._number(room, event) if about in {None, group["room"]} else None

    def _guideline(self, room: sqlite3.Row, event: str | None) -> int | None:
        """Which guideline one of our own messages shows."""
        purpose = self._outbox.purpose_of(room["room"], event) if event else None
        return int(purpose.removeprefix(GUIDELINE)) if purpose and purpose.startswith(GUIDELINE) else None

    def _former(self, room: sqlite3.Row, event: str | None) -> bool:
        """Whether one of our own messages announced a version that is no longer voted on."""
        purpose = self._outbox.purpose_of(room["room"], event) if event else None
        return bool(purpose and purpose.startswith("former "))

    def _group(self, room: sqlite3.Row, person: str, said: str | None = None) -> sqlite3.Row | None:
        """The group that a direct chat is about, or `None` where that is not clear; a group's own room otherwise.

        What is done with something that we `said` about a group is about that group and no other, also where the person has left it; with
        what we said about the chat itself, about that.
        """
        if not room["direct"]:
            return room
        about = self._outbox.about(room["room"], said) if said else None
        if about is not None:
            group = self._timeline.numbered(about)
            return group if group["direct"] == person or about in {each.number for each in self._people.groups(person)} else None
        chosen = self._people.chosen(person)
        return self._timeline.numbered(chosen) if chosen is not None else None

    def _prefix(self, room: sqlite3.Row) -> str:
        """What stands before commands in a room: the group's own sign, or the host's."""
        row = self._db.one("SELECT value ->> '$' AS sign FROM setting WHERE room = ? AND name = 'prefix'", (room["room"],))
        return str(row["sign"]) if row else self._house.prefix

    def _sign(self, room: sqlite3.Row, sender: str, body: str) -> str:
        """The sign that stands before a command; empty where none does. A direct chat needs none, and knows the group's and the host's."""
        signs = {self._prefix(room)}
        if room["direct"] and body[:1] and not body[:1].isalnum():
            group = self._group(room, sender)
            signs |= {self._prefix(group)} if group is not None else set()
        return max((sign for sign in signs if body.startswith(sign)), key=len, default="")

    def _outside(self, store: RoomStore) -> About:
        """Where help outside is: the numbers that the group set, else those of the host."""
        own = store.setting(NUMBERS)
        if not own:
            return self._house.about
        return replace(
            self._house.about,
            emergency=own["number"] or self._house.about.emergency,
            helplines=tuple(own["helplines"]),
            checked=date.fromisoformat(own["checked"]) if own.get("checked") else None,
        )

    def _store(self, room: sqlite3.Row) -> RoomStore:
        return RoomStore(self._db, room["room"], self._timeline.bot, self._house.language, self._house.zone)

    def _context(
        self,
        room: sqlite3.Row,
        group: sqlite3.Row,
        event: Happened,
        now: datetime,
        *,
        number: int | None = None,
        way: str = "words",
        unread: int = 0,
    ) -> Context:
        store = self._store(group)
        settings = self._people.settings(event.sender)
        own = bool(room["direct"])
        typed_in = store if room["room"] == group["room"] else self._store(room)
        # Whatever is typed in a direct chat: the numbers for emergencies are those of the group that it is about.
        helping = self._group(room, event.sender) if own and room["room"] == group["room"] else None
        return Context(
            now=now,
            sent=event.sent if event.sent <= now + AHEAD else now,
            sender=store.person(event.sender) if event.sender else Person("", ""),
            event=event.event,
            root=(event.replaces if isinstance(event, Message) else None) or event.event,
            room=store,
            own=typed_in,
            directory=self._people,
            words=self._words,
            charters=self._charters,
            about=self._outside(store if helping is None else self._store(helping)),
            language=(settings.language if own else None) or store.language,
            zone=settings.zone or store.zone,
            prefix=self._house.prefix,
            direct=own,
            encrypted=bool(room["encrypted"]),
            removes=self._timeline.may_remove(room),
            pins=self._timeline.may_set(group, PINNED),
            topics=self._timeline.may_set(group, TOPIC),
            quiets=bool(self._timeline.quieting(group)),
            number=number,
            guideline=self._guideline(room, event.reply_to) if isinstance(event, Message) else None,
            replied=event.reply_to if isinstance(event, Message) else None,
            mentions=event.mentions if isinstance(event, Message) else frozenset(),
            way=way,
            # In a group's room the same lot is drawn when the same is handled anew. Never where secret ballots are made.
            chance=(None if own else self._outbox.marks.chance()) or secrets.token_hex(32),
            unread=unread,
        )

    def _origin(self, room: sqlite3.Row, group: sqlite3.Row, event: Happened | None) -> Origin:
        store = self._store(group)
        settings = self._people.settings(event.sender) if event else None
        own = bool(room["direct"]) and settings is not None
        typed = event if isinstance(event, Message) else None
        return Origin(
            group=group["room"],
            room=room["room"],
            event=(typed.replaces or typed.event) if typed else None,
            thread=typed.thread if typed else None,
            reader=reader(
                (settings.language if own and settings else None) or store.language,
                (settings.zone if own and settings else None) or store.zone,
                "" if room["direct"] else self._prefix(room),
            ),
            group_reader=reader(store.language, store.zone, self._prefix(group)),
            members=len(store.members()),
            by=event.sender if event else "",
            at=event.sent if event else EPOCH,
            quiet=store.setting("quiet-hours"),
            words=bool(settings and settings.receipts == "words"),
            direct=bool(room["direct"]),
        )


def referred(event: Happened) -> str | None:
    """The message that somebody answered, or put a mark on."""
    match event:
        case Message():
            return event.reply_to or event.thread
        case Reaction():
            return event.target
        case PollAnswer():
            return event.poll
    return None


def found(seen: Seen) -> FoundPoll | None:
    """What was seen of a poll, in the commands' own terms."""
    if seen.poll is None:
        return None
    return FoundPoll(
        question=seen.poll.question,
        options=dict(seen.poll.options),
        most=seen.poll.most,
        by=seen.poll.sender,
        sent=seen.poll.sent,
        answers=tuple((each.sender, each.event, each.sent, each.answers) for each in seen.answers),
    )


def _commandlike(rest: str) -> bool:
    """Whether what stands after a command's name reads like one: nothing, or a number first. Else it may be anybody's talk."""
    return not rest or rest.split(maxsplit=1)[0].lstrip("#").rstrip(":.,").isdigit()
