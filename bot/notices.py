"""What a host's command does to a room is told to that room, in its own language. The running program sends it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.config import Config
from bot.matrix import content
from bot.store.database import Database
from bot.store.outbox import RESULT, Outbox
from bot.store.rooms import RoomStore
from bot.texts import Reader, Texts
from policies.model import Text


class Notices:
    """Speaks to the room with our number `room`, for the command line."""

    def __init__(self, database: Database, room: int, config: Config, texts: Texts) -> None:
        store = RoomStore(database, room, "", config.language, str(config.zone))
        self.reader = Reader(store.language, ZoneInfo(store.zone), store.setting("prefix") or config.prefix)
        # Rows get the transaction ids of the program that sends them.
        self.outbox = Outbox(database, "")
        self.name = store.name
        self._room = room
        self._texts = texts

    def words(self, said: Text) -> str:
        """The words in the room's language, without marks."""
        return self._texts.render(said, self.reader).body

    def tell(self, said: Text) -> None:
        """Tell the room, inside the caller's transaction."""
        rendered = self._texts.render(said, self.reader)
        told = {"type": "m.room.message", "content": content.message(rendered.body, rendered.html, rendered.mentions, quiet=True)}
        self.outbox.put(self._room, "event", told, urgency=RESULT)
