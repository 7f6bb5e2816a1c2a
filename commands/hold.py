"""Holding a meeting: it begins by itself, goes through its agenda, takes what it is given for the minutes, and ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from commands import actions, decide, floor, leading, minutes
from commands.answers import Answer, Counted, EndPoll, Output, Post, Quote
from commands.charters import own_words
from commands.kit import Cursor, InConsent, Option, OptionalRest, Rest, Until, command, follow
from commands.kit import Lines as TypedLines
from commands.matters import (
    Sequel,
    admits,
    announced,
    changed,
    concluded,
    line,
    objected,
    passed,
    sequel,
    shown,
    stopped,
    taken_part,
    unannounced,
)
from commands.meeting_settings import COMING, OFF, reminders
from commands.meetings import (
    MeetingOf,
    advancing,
    answers,
    asked,
    disarrange,
    item_text,
    numbered,
    post,
    said,
    series_of,
    still,
    told,
    where,
    withdrawn,
)
from commands.ports import Context
from commands.results import LATE
from commands.rollcall import present
from commands.show import vote_line, vote_shown
from commands.vote import existing, voters
from commands.voters import guests, heard_from
from policies import agenda as items
from policies import decision as voting
from policies import meeting as rule
from policies import rules
from policies.agenda import Item
from policies.decision import Decision, Outcome
from policies.floor import Round
from policies.lot import draw
from policies.meeting import Action, Meeting, MeetingVote, Note, Phase, Series
from policies.model import Lines, Mention, Passage, Person, Refused, Text, text


class OrRollCall(MeetingOf):
    """The meeting that is under way; `None` where none is, but a round, or a group that asks now and then who still takes part."""

    def read(self, cursor: Cursor) -> Meeting | None:
        """The meeting, or none. Raises `Refused` where nothing can be meant."""
        try:
            return super().read(cursor)
        except Refused as refused:
            if refused.text.id == self.none and (
                cursor.ctx.room.roll_calls.get().months or cursor.ctx.room.floor.get(Round) is not None
            ):
                return None
            raise


Running = Annotated[Meeting, MeetingOf(Phase.RUNNING, none="meet-none-running")]
RunningOrRollCall = Annotated[Meeting | None, OrRollCall(Phase.RUNNING, none="meet-none-running")]
RunningFree = Annotated[Meeting, MeetingOf(Phase.RUNNING, none="meet-none-running", free=True)]
Ahead = Annotated[Meeting, MeetingOf(Phase.PLANNED, none="meet-none")]
ByName = Annotated[bool, Option("by-name", flag=True, lone=True)]
CHECK_OUT_FROM = timedelta(minutes=30)
"""A shorter meeting needs no word about its last ten minutes."""
VOTE_LENGTH, VOTE_LONGEST = timedelta(minutes=10), timedelta(days=1)
FEWEST_FOR_AN_ORDER = 2


# Before it


@follow("due meeting-day")
def day_before(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A day before: the poll about who comes, and the agenda; unless the group wants to be reminded of nothing."""
    del at
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.PLANNED or ctx.now >= meeting.at:
        return None
    if reminders.value(ctx) == OFF:
        return None
    return asked(ctx, meeting, series_of(ctx.room, meeting))


@follow("due meeting-soon")
def soon(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A quarter of an hour before: the room is reminded, or those who said that they come."""
    del at
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.PLANNED or ctx.now >= meeting.at:
        return None
    plan, who = series_of(ctx.room, meeting).plan, reminders.value(ctx)
    if who == OFF:
        return None
    if who == COMING:
        alone = text("meeting-soon", number=number, title=meeting.title, at=meeting.at, where=where(ctx, plan, private=False))
        return told(ctx, meeting.saying(rule.YES), alone, number)
    shared = text("meeting-soon", number=number, title=meeting.title, at=meeting.at, where=where(ctx, plan, private=False))
    return Post(shared, number, waits=True, useful=meeting.at)


# Beginning


@follow("due meeting-begin")
def begins(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Its time has come: it begins by itself. What was slept through is said, and the series goes on."""
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.PLANNED:
        return None
    if ctx.now < meeting.ends:
        return begun(ctx, meeting, meeting.at, ctx.now - at)
    ctx.room.matters.save(replace(meeting, phase=Phase.EMPTY))
    disarrange(ctx, meeting)
    series, outputs = onward(ctx, series_of(ctx.room, meeting), meeting)
    missed = post(number, "meeting-missed", title=meeting.title, at=meeting.at, next=next_date(ctx, series))
    return [*withdrawn(meeting), missed, *outputs]


@command("meet start")
def meet_start(ctx: Context, meeting: Ahead) -> Answer:
    """Begin a meeting before its time, or when I was away."""
    if meeting.at - ctx.sent > rule.EARLY:
        raise Refused("meet-early", number=meeting.number, title=meeting.title, at=meeting.at, most=rule.EARLY)
    return said(ctx, begun(ctx, meeting, ctx.sent, timedelta()))


def begun(ctx: Context, meeting: Meeting, begins_at: datetime, late: timedelta) -> Answer:
    """The meeting is on: who does what tonight, the opening words, and the first item."""
    series = series_of(ctx.room, meeting)
    roles, drawn = tonight(ctx, meeting)
    began = meeting.beginning(begins_at, roles, drawn)
    disarrange(ctx, meeting)
    ctx.room.matters.save(began)
    number, ends = began.number, began.ends
    assert began.began is not None
    ctx.room.schedule("meeting-empty", number, began.began + rule.EMPTY_AFTER)
    ctx.room.schedule("meeting-over", number, ends + rule.ENDS_BY_ITSELF)
    if ends - began.began >= CHECK_OUT_FROM:
        ctx.room.schedule("meeting-last", number, ends - rule.LAST_PART)
    expected = [*still(ctx, meeting, rule.YES), *still(ctx, meeting, rule.MAYBE)]
    somebody_new = not series.known or not series.known.issuperset(expected)
    order = draw(ctx.chance, ("order",), still(ctx, meeting, rule.YES))
    first = items.current(began.agenda)
    opening = post(
        number,
        "meeting-open" if somebody_new else "meeting-open-short",
        title=began.title,
        ends=ends,
        roles=roles_text(ctx, began),
        order=tuple(map(ctx.room.person, order)) if len(order) >= FEWEST_FOR_AN_ORDER else (),
        item=item_text(ctx, first) if first is not None else None,
        where=where(ctx, series.plan, private=False),
        late=late if late > LATE else None,
        own=opening_words(ctx, began) if somebody_new else None,
    )
    polled = [EndPoll(number, text("meeting-poll-over", number=number))] if meeting.polled else []
    return [*polled, opening]


def opening_words(ctx: Context, meeting: Meeting) -> Passage | None:
    """The group's own opening words, where it has some."""
    people = {role: ctx.room.person(person) for role, person in meeting.roles.items() if role in {"facilitator", "timekeeper"}}
    return own_words(ctx, "meeting_open", meeting=meeting.title, end_time=meeting.ends, **people)


def tonight(ctx: Context, meeting: Meeting) -> tuple[dict[str, str], set[str]]:
    """Who has which role tonight, and which were drawn by lot: whose turn it is and who did not say no, else among those who come."""
    here_tonight = ctx.room.members() - {*meeting.saying(rule.NO)}
    roles: dict[str, str] = {}
    drawn: set[str] = set()
    for role in rule.ROLES:
        serving = [each for each in ctx.room.roles.serving(role) if each in here_tonight]
        chosen = serving[0] if serving else by_lot(ctx, replace(meeting, roles=roles), role)
        if chosen is not None:
            roles[role] = chosen
        if chosen is not None and not serving:
            drawn.add(role)
    return roles, drawn


def by_lot(ctx: Context, meeting: Meeting, role: str) -> str | None:
    """Somebody for a role, drawn by lot: among those who are here, else who said that they come, else all who did not say no.

    Nobody who declined, or who has a role tonight.
    """
    free = ctx.room.members() - meeting.declined - {*meeting.roles.values()}
    refusing = {*meeting.saying(rule.NO)}
    yes, maybe = {*still(ctx, meeting, rule.YES)}, {*still(ctx, meeting, rule.MAYBE)}
    pools = (meeting.present, yes, maybe, ctx.room.members() - refusing)
    expected = any(pools[:3])
    for pool in pools[: 3 if expected else 4]:
        if pool & free:
            return draw(ctx.chance, (role,), sorted(pool & free))[0]
    return None


def roles_text(ctx: Context, meeting: Meeting, roles: Mapping[str, str] | None = None) -> Lines:
    """Tonight's roles, one a line. Who said that they come, or has the turn, is meant by it and so called."""
    shown_roles = meeting.roles if roles is None else roles
    return Lines(
        tuple(
            text(f"role-tonight-{role}", person=called(ctx, meeting, shown_roles[role]), lot="yes" if role in meeting.drawn else "no")
            for role in rule.ROLES
            if role in shown_roles
        )
    )


def called(ctx: Context, meeting: Meeting, person: str) -> Mention | Person:
    """A person with a role: pinged only where they come, or have the turn."""
    turns = {each for role in rule.ROLES for each in ctx.room.roles.serving(role)}
    expected = {*meeting.saying(rule.YES), *meeting.present, *turns}
    return Mention(ctx.room.person(person)) if person in expected else ctx.room.person(person)


def manned(ctx: Context, meeting: Meeting) -> tuple[Meeting, list[Output]]:
    """The meeting with somebody else in the roles of those who have left the group meanwhile."""
    gone = {role: each for role, each in meeting.roles.items() if each not in ctx.room.members()}
    after = replace(meeting, roles={role: each for role, each in meeting.roles.items() if role not in gone})
    taken: dict[str, str] = {}
    for role in gone:
        person = by_lot(ctx, after, role)
        if person is not None:
            after, taken[role] = after.taking_over(role, person), person
    if not gone:
        return meeting, []
    ctx.room.matters.save(after)
    return after, [post(after.number, "meeting-role-gone", roles=roles_text(ctx, after, taken))]


@passed.register
def role_declined(meeting: Meeting, ctx: Context) -> Answer:
    """Somebody gives tonight's role back, without a reason: the lot finds somebody else."""
    after = meeting.declining(ctx.sender.id)
    taken: dict[str, str] = {}
    for role in [role for role, each in meeting.roles.items() if each == ctx.sender.id]:
        person = by_lot(ctx, after, role)
        if person is not None:
            after, taken[role] = after.taking_over(role, person), person
    ctx.room.matters.save(after)
    return said(ctx, post(after.number, "meeting-role-passed", person=ctx.sender, roles=roles_text(ctx, after, taken)))


# In it


@command("here")
def here(ctx: Context, meeting: RunningOrRollCall, *, named: ByName = False) -> Answer:
    """I am here: the minutes say how many were there, and name me only if I say so. It answers a roll-call too."""
    in_round = floor.arrived(ctx)
    if meeting is None:
        return in_round or present(ctx)
    heard_from(ctx)
    ctx.room.matters.save(meeting.arriving(ctx.sender.id, named=named))
    return in_round or Counted(text("here-counted", title=meeting.title, named="yes" if named else "no"))


def next_item(ctx: Context, meeting: Meeting) -> Answer:
    """The next item of the agenda."""
    meeting, outputs = manned(ctx, meeting)
    after = meeting.arriving(ctx.sender.id).next_item()
    ctx.room.matters.save(after)
    now = items.current(after.agenda)
    assert now is not None
    kind = now.standing if now.standing in {items.CHECK_IN, items.CHECK_OUT} else "own"
    left = timedelta(minutes=(after.ends - ctx.sent) // timedelta(minutes=1))
    ahead = sum(each.state is items.State.AHEAD for each in after.agenda)
    return [
        *outputs,
        post(
            after.number,
            f"meeting-item-{kind}",
            item=item_text(ctx, now),
            left=left if left > timedelta() else None,
            ahead=ahead,
        ),
    ]


@command("note")
def note(ctx: Context, meeting: RunningFree, words: OptionalRest, lines: TypedLines) -> Answer:
    """Something for the minutes; in reply to a message of my own and without words, that message."""
    if not words and not lines and ctx.replied is not None and not ctx.direct:
        return Quote(ctx.replied, meeting.number)
    noted(ctx, meeting, Note("note", rule.check_words(" ".join((words, *lines))), ctx.sender.id))
    return Counted(text("note-kept", title=meeting.title))


@follow("quoted words")
def quoted(ctx: Context, *, number: int, words: str) -> Answer:
    """The sender's own words, which they gave by replying to them."""
    meeting = numbered(ctx.room, number)
    if not words:
        raise Refused("note-not-yours")
    noted(ctx, meeting, Note("note", rule.check_words(words), ctx.sender.id))
    return Counted(text("note-kept", title=meeting.title))


def noted(ctx: Context, meeting: Meeting, kept: Note) -> Meeting:
    """Keep something for the minutes."""
    after = meeting.noting(kept)
    ctx.room.matters.save(after)
    return after


@command("note agreed")
def note_agreed(ctx: Context, meeting: RunningFree, words: Rest, lines: TypedLines) -> Answer:
    """What we agreed, in my words: it stands as mine until the minutes are approved, and decides nothing."""
    words = rule.check_words(" ".join((words, *lines)))
    noted(ctx, meeting, Note("agreed", words, ctx.sender.id))
    return text("note-agreed-kept", person=ctx.sender, words=words)


@command("note park")
def note_park(ctx: Context, meeting: RunningFree, words: Rest, lines: TypedLines) -> Answer:
    """A topic for another time: it goes onto the next agenda."""
    noted(ctx, meeting, Note("parked", rule.check_words(" ".join((words, *lines)), rule.LONGEST_PLACE), ctx.sender.id))
    return Counted(text("note-parked"))


@command("note action")
def note_action(ctx: Context, meeting: RunningFree, words: Rest, lines: TypedLines) -> Answer:
    """Who does what, and until when: `note action @bo call the hall by Friday`."""
    what, owner, due = actions.read(ctx, " ".join((words, *lines)))
    what = rule.check_words(what, rule.LONGEST_PLACE)
    action = Action(ctx.room.next_number(), what, ctx.sender.id, meeting.number, owner, due)
    noted(ctx, meeting, Note("action", what, ctx.sender.id, action.number, owner, due))
    ctx.room.matters.save(action)
    if due is not None and owner:
        ctx.room.schedule("action", action.number, due)
    return text("action-noted", action=actions.action_text(ctx, action), number=action.number, owner=owner)


@command("note undo")
def note_undo(ctx: Context, meeting: Running) -> Answer:
    """Take my last note back."""
    after, undone = meeting.undoing(ctx.sender.id)
    ctx.room.matters.save(after)
    action = ctx.room.matters.get(undone.number) if undone.number else None
    if isinstance(action, Action) and not action.done:
        ctx.room.matters.save(action.finishing())
        ctx.room.unschedule("action", action.number)
    return text("note-undone", words=undone.words)


# Deciding in it


@command("propose here")
def propose_here(
    ctx: Context, meeting: RunningFree, question: OptionalRest, lines: TypedLines, *, until: Until = None, consent: InConsent = False
) -> Answer:
    """Ask those who are in the meeting now. It passes only with more than half of all members of the group."""
    if lines:
        raise Refused("here-no-options")
    present = meeting.arriving(ctx.sender.id)
    everybody = len(ctx.room.members())
    method = rules.IN_CONSENT if consent else rules.MAJORITY
    ends = decide.moment(ctx, until) if until else ctx.sent + VOTE_LENGTH
    if ends - ctx.sent > VOTE_LONGEST:
        raise Refused("here-too-long", most=VOTE_LONGEST)
    proposed = voting.propose(
        question=question,
        proposer=ctx.sender.id,
        method=method,
        given={"quorum": {"number": everybody // 2 + 1, "counts": "yes"}},
        seed=ctx.chance,
        terms=voting.everyday(ctx.room.charter.get().rule(rules.EVERYDAY, ctx.sent), method),
        now=ctx.sent,
        length=ends - ctx.sent,
        open_by_proposer=sum(each.proposer == ctx.sender.id for each in ctx.room.decisions.open()),
    )
    decision = replace(proposed, number=ctx.room.next_number())
    ctx.room.decisions.save(decision)
    ctx.room.matters.save(MeetingVote(decision.number, decision.question, ctx.sender.id, meeting.number))
    ctx.room.matters.save(present.asking(decision.number))
    return said(ctx, decide.announcement(ctx, decision))


@announced.register
def vote_opened(vote: MeetingVote, ctx: Context) -> Answer:
    """The question is in the room: those who are in the meeting now can vote."""
    decision = existing(ctx, vote.number)
    if decision.status is not voting.Status.ANNOUNCED:
        return None
    meeting = numbered(ctx.room, vote.meeting)
    return decide.begun(ctx, decision.opening(ctx.sent, (meeting.present & ctx.room.members()) - guests(ctx)))


@admits.register
def votes(vote: MeetingVote, ctx: Context) -> None:
    """Who was not in the meeting when it opened does not vote on it."""
    decision = existing(ctx, vote.number)
    if decision.electorate and ctx.sender.id not in decision.electorate:
        raise Refused("here-not-yours", number=vote.number)


@unannounced.register
def vote_never_opened(vote: MeetingVote, ctx: Context) -> Answer:
    """The question never came into the room."""
    ctx.room.matters.save(replace(vote, over=True))
    return unannounced(existing(ctx, vote.number), ctx)


@sequel.register
def vote_ended(vote: MeetingVote, ctx: Context, decision: Decision, outcome: Outcome) -> Sequel:
    """As after any vote; and the result says where it was asked, and who could vote."""
    ctx.room.matters.save(replace(vote, over=True))
    usual = sequel(decision, ctx, decision, outcome)
    here = text("here-result", title=numbered(ctx.room, vote.meeting).title, present=len(decision.electorate))
    return replace(usual, notes=(*usual.notes, here))


@stopped.register
def vote_stopped(vote: MeetingVote, ctx: Context) -> Answer:
    """Whoever asked takes the question back."""
    outputs = stopped(existing(ctx, vote.number), ctx)
    ctx.room.matters.save(replace(vote, over=True))
    return outputs


@changed.register
def vote_changed(vote: MeetingVote, ctx: Context, words: str, until: str | None) -> Answer:
    """As any vote."""
    return changed(existing(ctx, vote.number), ctx, words, until)


@objected.register
def vote_objected(vote: MeetingVote, ctx: Context, reason: str) -> Answer:
    """As to any vote."""
    return objected(existing(ctx, vote.number), ctx, reason)


@concluded.register
def vote_concluded(vote: MeetingVote, ctx: Context, words: str) -> Answer:
    """As of any vote."""
    return concluded(existing(ctx, vote.number), ctx, words)


@line.register
def vote_in_line(vote: MeetingVote, ctx: Context) -> Text | None:
    """As any vote."""
    return vote_line(existing(ctx, vote.number), ctx)


@shown.register
def vote_is_shown(vote: MeetingVote, ctx: Context) -> Answer:
    """As any vote."""
    return vote_shown(existing(ctx, vote.number), ctx)


@taken_part.register
def who_votes(vote: MeetingVote, ctx: Context) -> Answer:
    """As in any vote."""
    return voters(existing(ctx, vote.number), ctx)


# Ending


@follow("due meeting-empty")
def nobody_yet(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody has said that they are here: said kindly, once."""
    del at
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.RUNNING or meeting.present:
        return None
    return post(number, "meeting-empty", title=meeting.title, series=meeting.series)


@follow("due meeting-last")
def last_part(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Ten minutes before its end: the check-out round."""
    del at
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.RUNNING or not meeting.present:
        return None
    if ctx.now >= meeting.ends:
        return None
    meeting, outputs = manned(ctx, meeting)
    return [*outputs, post(number, "meeting-last", left=timedelta(minutes=-(-(meeting.ends - ctx.now) // timedelta(minutes=1))))]


@command("meet end")
def meet_end(ctx: Context, meeting: Running) -> Answer:
    """End the meeting: its minutes come at once. Before its time, who looks after it tonight does that."""
    meeting, outputs = manned(ctx, meeting)
    if ctx.sent < meeting.ends and not meeting.leading(ctx.sender.id):
        facilitator = meeting.roles.get("facilitator", meeting.proposer)
        raise Refused("meet-end-not-yours", number=meeting.number, person=ctx.room.person(facilitator), ends=meeting.ends)
    return said(ctx, outputs, ended(ctx, meeting.arriving(ctx.sender.id), ctx.sent))


@follow("due meeting-over")
def over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Half an hour after its time it ends by itself, as of its time: what was said since then is not known here."""
    del at
    meeting = ctx.room.matters.get(number)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.RUNNING:
        return None
    return ended(ctx, meeting, meeting.ends)


def ended(ctx: Context, meeting: Meeting, at: datetime) -> list[Output]:
    """It is over: closing words, what stays open, the next date, and the minutes from what was given."""
    after = meeting.ending(at)
    ctx.room.matters.save(after)
    disarrange(ctx, after)
    series = series_of(ctx.room, after)
    series, outputs = onward(ctx, replace(series, known=series.known | after.present), after)
    if after.phase is Phase.EMPTY:
        was_empty = post(after.number, "meeting-was-empty", title=after.title, next=next_date(ctx, series))
        return [was_empty, *outputs, *floor.meeting_over(ctx)]
    ctx.room.schedule("meeting-left", after.number, ctx.now + rule.APPROVE_WITHIN)
    minutes.written(ctx, after)
    undone = actions.undone(ctx.room)
    serving = [each for each in ctx.room.roles.serving("facilitator") if each in ctx.room.members()]
    closing = post(
        after.number,
        "meeting-closed",
        title=after.title,
        open=Lines(tuple(item_text(ctx, each) for each in series_items(ctx, series))),
        actions=Lines(tuple(actions.action_text(ctx, each) for each in undone)),
        next=next_date(ctx, series),
        facilitator=ctx.room.person(serving[0]) if serving and not series.over else None,
        own=own_words(ctx, "meeting_close", meeting=after.title),
    )
    return answers(closing, minutes.told(ctx, after), [*outputs, *leading.met(ctx, after.roles), *floor.meeting_over(ctx)])


def onward(ctx: Context, series: Series, meeting: Meeting) -> tuple[Series, list[Output]]:
    """The series after one of its meetings: what was not reached and what was parked goes onto the next agenda."""
    parked = tuple(Item(each.words, each.by, from_before="parked") for each in meeting.notes if each.kind == "parked")
    series = replace(series, carried=(*items.left(meeting.agenda), *parked)[: items.MOST_ITEMS // 2])
    if series.over:
        ctx.room.matters.save(series)
        return series, []
    # A date of the series that is on at this moment is taken up; one that was slept through is not.
    return advancing(ctx, series, max(meeting.at, ctx.now - timedelta(minutes=series.plan.minutes)))


def series_items(ctx: Context, series: Series) -> tuple[Item, ...]:
    """What is carried over onto the next agenda, or would be."""
    following = ctx.room.matters.get(series.current)
    if series.over or not isinstance(following, Meeting):
        return series.carried
    return tuple(each for each in following.agenda if each.from_before)


def next_date(ctx: Context, series: Series) -> datetime | None:
    """When the series meets next."""
    following = ctx.room.matters.get(series.current)
    planned = isinstance(following, Meeting) and following.phase is Phase.PLANNED and not series.over
    return following.at if planned and isinstance(following, Meeting) else None

