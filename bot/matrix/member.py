"""A person in the demo and the live tests, who says and does what people say and do in Element, in Element's forms."""

# A wait here says what it waited for in vain, which `asyncio.timeout` around it could not.
# ruff: noqa: ASYNC109

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

from nio.crypto.attachments import decrypt_attachment

from bot.matrix.handset import PATIENCE, Handset, RefusedByServerError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.matrix.heard import Heard

_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_NONE: Mapping[str, Any] = MappingProxyType({})


class Member(Handset):
    """A person on one device: `await member.login(...)` or `enter`, act, `await member.hears(...)`, `close`.

    A person with two devices is two members with one account.
    """

    # Rooms

    async def create_room(
        self,
        *,
        encrypted: bool = True,
        invite: Sequence[str] = (),
        name: str | None = None,
        room_version: str | None = None,
        **more: object,
    ) -> str:
        """Make a private room and return its id. `more` goes into `/createRoom` as it is."""
        asked: dict[str, Any] = {"preset": "private_chat", "invite": list(invite), "initial_state": [], **more}
        asked |= {"name": name} if name else {}
        asked |= {"room_version": room_version} if room_version else {}
        if encrypted:
            asked["initial_state"] = [*asked["initial_state"], {"type": "m.room.encryption", "content": _MEGOLM}]
        room: str = (await self.http("POST", "/createRoom", asked))["room_id"]
        await self._know(room)
        return room

    async def open_direct(self, person: str, *, encrypted: bool = True) -> str:
        """Open a direct chat as Element does, marked in the account's `m.direct`, and return its id."""
        room = await self.create_room(
            encrypted=encrypted, invite=[person], is_direct=True, preset="trusted_private_chat"
        )
        path = f"/user/{quote(self.user)}/account_data/m.direct"
        try:
            direct = await self.http("GET", path)
        except RefusedByServerError:
            direct = {}
        await self.http("PUT", path, {**direct, person: [*direct.get(person, []), room]})
        return room

    async def join(self, room: str) -> str:
        """Go into a room, by id or alias, and return its id."""
        joined: str = (await self.http("POST", f"/join/{quote(room)}", {}))["room_id"]
        await self._know(joined)
        return joined

    async def accept(self, *, sender: str | None = None, since: int = 0, timeout: float = PATIENCE) -> str:
        """Wait for an invitation, join, and return the room id."""

        def invites(heard: Heard) -> bool:
            return heard.type == "m.room.member" and heard.state_key == self.user and not heard.event

        return await self.join((await self.hears(invites, sender=sender, since=since, timeout=timeout)).room)

    async def invite(self, room: str, person: str) -> None:
        """Ask `person` into the room."""
        await self.http("POST", f"/rooms/{quote(room)}/invite", {"user_id": person})

    async def leave(self, room: str) -> None:
        """Leave the room, or decline an invitation to it."""
        await self.http("POST", f"/rooms/{quote(room)}/leave", {})
        self._ready.discard(room)

    async def kick(self, room: str, person: str, *, reason: str = "") -> None:
        """Put `person` out of the room."""
        await self.http("POST", f"/rooms/{quote(room)}/kick", {"user_id": person, "reason": reason})

    async def people(self, room: str) -> set[str]:
        """Who is in the room now."""
        return set((await self.http("GET", f"/rooms/{quote(room)}/joined_members"))["joined"])

    async def put_state(self, room: str, kind: str, content: Mapping[str, Any], key: str = "") -> str:
        """Set a state event and return its event id."""
        path = f"/rooms/{quote(room)}/state/{quote(kind)}/{quote(key)}"
        event: str = (await self.http("PUT", path, content))["event_id"]
        return event

    async def encrypt_room(self, room: str) -> None:
        """Turn encryption on in a room that has none."""
        await self.put_state(room, "m.room.encryption", _MEGOLM)
        self._ready.discard(room)
        await self._know(room)

    async def set_power(self, room: str, person: str, level: int) -> None:
        """Give `person` a power level."""
        levels = await self.state(room, "m.room.power_levels") or {}
        levels["users"] = {**levels.get("users", {}), person: level}
        await self.put_state(room, "m.room.power_levels", levels)

    async def change_name(self, name: str) -> None:
        """Change the display name, in all rooms."""
        await self.http("PUT", f"/profile/{quote(self.user)}/displayname", {"displayname": name})

    # Speaking; every one returns the event id

    async def say(self, room: str, text: str, *, mentions: Sequence[str] = (), more: Mapping[str, Any] = _NONE) -> str:
        """Say `text`. `more` goes into the content as it is (`{"msgtype": "m.emote"}`, `formatted_body`...)."""
        return await self.put("m.room.message", room, {**_words(text, mentions), **more})

    async def say_all(self, room: str, texts: Sequence[str]) -> list[str]:
        """Say many things as fast as the server takes them, in order."""
        return await self.burst(room, [_words(text) for text in texts])

    async def reply(self, room: str, event: str, text: str, *, more: Mapping[str, Any] = _NONE) -> str:
        """Answer an event; its sender is mentioned, as Element does."""
        relation = {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}
        return await self.say(room, text, mentions=self._sender_of(event), more={**relation, **more})

    async def thread(self, room: str, root: str, text: str, *, more: Mapping[str, Any] = _NONE) -> str:
        """Say something in the thread under `root`."""
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.say(room, text, more={"m.relates_to": relation, **more})

    async def edit(self, room: str, event: str, text: str) -> str:
        """Replace what was said in `event`."""
        content = {
            **_words(f"* {text}"),
            "m.new_content": _words(text),
            "m.relates_to": {"rel_type": "m.replace", "event_id": event},
        }
        return await self.put("m.room.message", room, content)

    async def react(self, room: str, event: str, key: str) -> str:
        """Put a reaction on an event (Matrix never encrypts it)."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.put("m.reaction", room, {"m.relates_to": relation}, encrypted=False)

    async def redact(self, room: str, event: str, *, reason: str | None = None) -> str:
        """Remove an event."""
        path = f"/rooms/{quote(room)}/redact/{quote(event)}/{uuid4().hex}"
        redaction: str = (await self._insist("PUT", path, {"reason": reason} if reason else {}))["event_id"]
        return redaction

    async def start_poll(
        self, room: str, question: str, options: Mapping[str, str], *, most: int = 1, disclosed: bool = True
    ) -> str:
        """Start a poll as Element does. `options` maps answer ids to texts."""
        numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(options.values(), 1))
        content = {
            "org.matrix.msc1767.text": f"{question}\n{numbered}",
            "org.matrix.msc3381.poll.start": {
                "kind": f"org.matrix.msc3381.poll.{'disclosed' if disclosed else 'undisclosed'}",
                "max_selections": most,
                "question": {"org.matrix.msc1767.text": question, "body": question, "msgtype": "m.text"},
                "answers": [{"id": id_, "org.matrix.msc1767.text": text} for id_, text in options.items()],
            },
        }
        return await self.put("org.matrix.msc3381.poll.start", room, content)

    async def answer_poll(self, room: str, poll: str, answers: Sequence[str]) -> str:
        """Answer a poll with answer ids; none takes the vote back."""
        content = {
            "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
            "org.matrix.msc3381.poll.response": {"answers": list(answers)},
        }
        return await self.put("org.matrix.msc3381.poll.response", room, content)

    async def end_poll(self, room: str, poll: str) -> str:
        """End a poll."""
        content = {
            "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
            "org.matrix.msc3381.poll.end": {},
            "org.matrix.msc1767.text": "The poll has ended.",
        }
        return await self.put("org.matrix.msc3381.poll.end", room, content)

    # Files

    async def read_file(self, heard: Heard) -> bytes:
        """Fetch the file of an `m.file` that was heard, and decrypt it where it is encrypted."""
        locked = heard.content.get("file")
        if locked is None:
            return await self.fetch(heard.content["url"])
        data = await self.fetch(locked["url"])
        opened: bytes = decrypt_attachment(data, locked["key"]["k"], locked["hashes"]["sha256"], locked["iv"])
        return opened

    def _sender_of(self, event: str) -> list[str]:
        return [heard.sender for heard in self.heard if heard.event == event and heard.sender != self.user][:1]


def _words(text: str, mentions: Sequence[str] = ()) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": text, "m.mentions": {"user_ids": list(mentions)} if mentions else {}}
