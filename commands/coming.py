"""Coming or not: by the client's own poll, by words, or by a reply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from commands.answers import Answer, Counted, Output, Retire
from commands.kit import OptionalRest, command
from commands.matters import put_up_again, reacted_to, replied_to, taken_part, tapped_on, voted_on
from commands.meetings import MeetingOf, announced, asked, series_of
from commands.ports import Context
from commands.settings import REACTIONS
from policies import meeting as rule
from policies.meeting import Meeting, Phase, Reply
from policies.model import Refused, text

Ahead = Annotated[Meeting, MeetingOf(Phase.PLANNED, Phase.RUNNING, none="meet-none")]


@command("coming")
def coming(ctx: Context, meeting: Ahead, answer: OptionalRest) -> Answer:
    """Say whether I come: yes, maybe or no."""
    choice = ctx.words.ballot(answer, rule.COMING)
    if choice is None:
        raise Refused("coming-unclear", number=meeting.number)
    said = text("coming-counted", choice=choice, title=meeting.title, at=meeting.at)
    return [Counted(said), *replied(ctx, meeting, choice)]


def replied(ctx: Context, meeting: Meeting, choice: str) -> list[Output]:
    """Keep what the sender said; the announcement shows how many come, where there is one."""
    after = meeting.replying(ctx.sender.id, Reply(choice, ctx.sent, ctx.event))
    ctx.room.matters.save(after)
    counted = after.phase is Phase.PLANNED and after.polled and after != meeting
    return announced(ctx, after, series_of(ctx.room, after)) if counted else []


@voted_on.register
def voted(meeting: Meeting, ctx: Context, answer: str) -> Answer:
    """`vote 2 yes` says the same."""
    choice = ctx.words.ballot(answer, rule.COMING)
    if choice is None:
        raise Refused("coming-unclear", number=meeting.number)
    return [Counted(text("coming-counted", choice=choice, title=meeting.title, at=meeting.at)), *replied(ctx, meeting, choice)]


@tapped_on.register
def tapped(meeting: Meeting, ctx: Context, answers: tuple[str, ...]) -> Answer:
    """An answer in the client's own poll. After the beginning it changes nothing, and needs no words."""
    if meeting.phase is not Phase.PLANNED or not {*answers} <= {*rule.COMING}:
        return None
    if not answers:
        after = meeting.unsaying(ctx.sender.id)
        ctx.room.matters.save(after)
        return announced(ctx, after, series_of(ctx.room, after)) if after.polled else None
    return replied(ctx, meeting, answers[0])


@reacted_to.register
def reacted(meeting: Meeting, ctx: Context, key: str) -> Answer:
    """A reaction that means an answer. In an encrypted room only where the group wants that: reactions go in the clear."""
    choice = ctx.words.ballot(key, rule.COMING)
    if choice is None or meeting.phase is not Phase.PLANNED or (ctx.room.encrypted and not REACTIONS.value(ctx)):
        return None
    return replied(ctx, meeting, choice)


@replied_to.register
def in_reply(meeting: Meeting, ctx: Context, body: str) -> Answer:
    """A reply that is one of the answers, and nothing else, is an answer; any other is talk."""
    choice = ctx.words.ballot(body, rule.COMING) if meeting.phase is Phase.PLANNED else None
    if choice is None:
        return None
    return [Counted(text("coming-counted", choice=choice, title=meeting.title, at=meeting.at)), *replied(ctx, meeting, choice)]


@put_up_again.register
def in_the_new_room(meeting: Meeting, ctx: Context) -> Sequence[Output]:
    """The poll about who comes is asked anew; what was said stands."""
    if not meeting.polled or meeting.phase is not Phase.PLANNED:
        return ()
    return [Retire(meeting.number), *asked(ctx, meeting, series_of(ctx.room, meeting))]


@taken_part.register
def who_comes(meeting: Meeting, ctx: Context) -> Answer:
    """Who said that they come: they said it in the room, where a poll shows how many, and words show who."""
    said = {choice: tuple(ctx.room.person(each) for each in meeting.saying(choice)) for choice in rule.COMING}
    return text("coming-who", number=meeting.number, title=meeting.title, yes=said[rule.YES], maybe=said[rule.MAYBE], no=said[rule.NO])
