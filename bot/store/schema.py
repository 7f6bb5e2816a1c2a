"""The tables, as migrations. A released migration is never edited: another one is added.

Times are whole milliseconds since the epoch (UTC). Our own room number leads every key of a room's data. Tables of the
record refuse UPDATE and DELETE; texts, salts and the names behind person numbers lie apart, where they can be erased.
"""

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("folkmoot")

TABLES = """
CREATE TABLE program (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE room (
  room INTEGER PRIMARY KEY,
  matrix TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  direct TEXT,                          -- the person whose direct chat this is; empty: it was one until others were asked in
  chosen INTEGER REFERENCES room(room), -- in a direct chat: the group that commands are about
  joined INTEGER NOT NULL DEFAULT 1,
  introduced INTEGER NOT NULL DEFAULT 0,
  encrypted INTEGER NOT NULL DEFAULT 0,
  history TEXT NOT NULL DEFAULT 'shared',
  version TEXT NOT NULL DEFAULT '',
  power TEXT NOT NULL DEFAULT '{}',
  creators TEXT NOT NULL DEFAULT '[]',
  language TEXT,
  zone TEXT,
  successor TEXT,
  gap TEXT,                             -- the token up to which the timeline is complete, while pages are missing
  numbers INTEGER NOT NULL DEFAULT 0    -- the room's one running series
) STRICT;

CREATE TABLE former (                   -- rooms that were upgraded, and ours that goes on elsewhere
  matrix TEXT PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES room(room)
) STRICT, WITHOUT ROWID;

CREATE TABLE invited (matrix TEXT PRIMARY KEY, sender TEXT NOT NULL, direct INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  membership TEXT NOT NULL CHECK (membership IN ('join', 'invite')),
  name TEXT,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_person ON member (person);

CREATE TABLE person (person TEXT PRIMARY KEY, language TEXT, zone TEXT, receipts TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'unclear', 'told')),
  PRIMARY KEY (room, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting (
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  sender TEXT NOT NULL,
  sent INTEGER NOT NULL,
  session TEXT NOT NULL,
  since INTEGER NOT NULL,
  told INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (room, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  room INTEGER REFERENCES room(room),
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  purpose TEXT,
  urgency INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE posted (
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  purpose TEXT NOT NULL,
  poll INTEGER NOT NULL,                -- a client's own poll, which we end
  about INTEGER REFERENCES room(room),  -- in a direct chat: the group that it is about
  PRIMARY KEY (room, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX posted_purpose ON posted (room, purpose);

CREATE TABLE due (
  room INTEGER NOT NULL REFERENCES room(room),
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (room, kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_at ON due (at);

CREATE TABLE decision (
  room INTEGER NOT NULL REFERENCES room(room),
  number INTEGER NOT NULL,
  question TEXT NOT NULL,
  proposer TEXT NOT NULL,
  method TEXT NOT NULL,
  status TEXT NOT NULL,
  proposed INTEGER NOT NULL,
  length INTEGER,
  until INTEGER,
  options TEXT NOT NULL,                -- JSON
  seats INTEGER NOT NULL,
  given TEXT NOT NULL,                  -- JSON: the rules that the proposer made stricter
  secrecy TEXT NOT NULL,
  seed TEXT NOT NULL,                   -- sealed at opening; decides a tie by lot
  runoff_of INTEGER,
  keys TEXT NOT NULL,                   -- JSON: the answer ids of a poll that a member made
  counts_from INTEGER,                  -- ballots of such a poll count from its own time on
  version INTEGER NOT NULL,
  extended INTEGER NOT NULL,
  opened INTEGER,
  closes INTEGER,
  ended INTEGER,
  PRIMARY KEY (room, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
  room INTEGER NOT NULL REFERENCES room(room),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  open INTEGER NOT NULL,
  body TEXT NOT NULL,                   -- JSON
  PRIMARY KEY (room, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE elector (
  room INTEGER NOT NULL,
  number INTEGER NOT NULL,
  person TEXT NOT NULL,
  stray INTEGER NOT NULL DEFAULT 0,     -- a poll answer that does not count, but that the poll in a client shows
  voter INTEGER NOT NULL DEFAULT 1,     -- 0: not in the electorate
  PRIMARY KEY (room, number, person),
  FOREIGN KEY (room, number) REFERENCES decision(room, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
  room INTEGER NOT NULL,
  number INTEGER NOT NULL,
  root TEXT NOT NULL,
  event TEXT NOT NULL,
  voter TEXT NOT NULL,
  sent INTEGER NOT NULL,
  way TEXT NOT NULL,
  ballot TEXT,                          -- JSON, as in a ballot file; null takes the vote back
  PRIMARY KEY (room, number, root),
  FOREIGN KEY (room, number) REFERENCES decision(room, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_root ON act (room, root);
CREATE INDEX act_event ON act (room, event);

-- A secret vote: who took part, and what was cast, in two tables that share nothing but the number of the vote. Neither
-- has a time, a rowid or a foreign key: each is emptied and filled anew in the order of its key at every ballot, so that
-- not even the bytes of a page tell in which order they came.
CREATE TABLE part (
  room INTEGER NOT NULL,
  number INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (room, number, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed (
  room INTEGER NOT NULL,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,                    -- H(poll, word, rand)
  choice TEXT NOT NULL,                 -- empty: taken back
  reason TEXT NOT NULL,
  PRIMARY KEY (room, number, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE promised (                 -- who has been told what a secret vote can promise
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (room INTEGER PRIMARY KEY REFERENCES room(room), id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE entry (
  room INTEGER NOT NULL REFERENCES record(room),
  seq INTEGER NOT NULL,
  number INTEGER,                       -- of the room's series, where the entry is about one
  body TEXT NOT NULL,                   -- canonical JSON (RFC 8785)
  hash TEXT NOT NULL,                   -- SHA-256 of the body, which holds the hash before it
  PRIMARY KEY (room, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_number ON entry (room, number);
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the record is never shortened'); END;

CREATE TABLE entry_text (
  room INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  salt BLOB NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (room, seq, name),
  FOREIGN KEY (room, seq) REFERENCES entry(room, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_person (
  room INTEGER NOT NULL REFERENCES record(room),
  number INTEGER NOT NULL,
  person TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (room, number),
  UNIQUE (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll (room INTEGER NOT NULL REFERENCES record(room), hash TEXT NOT NULL, salt BLOB NOT NULL,
  PRIMARY KEY (room, hash)) STRICT, WITHOUT ROWID;
"""


@migrations(transactional=False)
def first_decision(db: Database) -> None:
    """Rooms, members, outbox, decisions and the record."""
    with db.atomic():
        for statement in _statements(TABLES):
            db.execute(statement)


CHARTER = """
ALTER TABLE decision ADD COLUMN kind TEXT NOT NULL DEFAULT 'everyday';
ALTER TABLE decision ADD COLUMN terms TEXT;   -- JSON: the group's rule as it was when the proposal was made
ALTER TABLE member ADD COLUMN since INTEGER;  -- when they joined; null: they were there before we came
ALTER TABLE room ADD COLUMN since INTEGER;    -- when we came

CREATE TABLE charter (room INTEGER PRIMARY KEY REFERENCES room(room), body TEXT NOT NULL) STRICT;

CREATE TABLE assent (                   -- who agreed to the guidelines, and to which edition of them
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  edition INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE holder (                   -- who does which job of the group, since when, and for how long
  room INTEGER NOT NULL REFERENCES room(room),
  role TEXT NOT NULL,
  person TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  decision INTEGER,                     -- the number of what appointed them
  PRIMARY KEY (room, role, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  room INTEGER NOT NULL REFERENCES room(room),
  name TEXT NOT NULL,
  value TEXT NOT NULL,                  -- JSON
  PRIMARY KEY (room, name)
) STRICT, WITHOUT ROWID;
"""


@migrations(transactional=False)
def charter(db: Database) -> None:
    """Guidelines, rules of decision and settings of a group; since when somebody is a member."""
    with db.atomic():
        for statement in _statements(CHARTER):
            db.execute(statement)


SETTINGS = """
ALTER TABLE person ADD COLUMN quiet TEXT;                         -- "22:00-07:00", "off", or null: as the room has it
ALTER TABLE person ADD COLUMN nudges INTEGER NOT NULL DEFAULT 1;  -- wants to be reminded of what waits for them

CREATE TABLE board (                    -- the room's noticeboard, and the line in its topic
  room INTEGER PRIMARY KEY REFERENCES room(room),
  shown TEXT NOT NULL DEFAULT '',       -- the hash of what it says
  pinned INTEGER NOT NULL DEFAULT 0,
  told TEXT NOT NULL DEFAULT '',        -- what we have said that we may not do
  line TEXT NOT NULL DEFAULT ''         -- ours at the end of the topic
) STRICT;
"""


@migrations(transactional=False)
def settings(db: Database) -> None:
    """Quiet hours of people, and the noticeboard."""
    with db.atomic():
        for statement in _statements(SETTINGS):
            db.execute(statement)


REMINDERS = """
CREATE TABLE reminder (                 -- of a group, or of a direct chat; there may be very many
  room INTEGER NOT NULL REFERENCES room(room),
  number INTEGER NOT NULL,
  owner TEXT NOT NULL,
  whom TEXT NOT NULL,                   -- the person that it is for; empty: the group
  zone TEXT NOT NULL,
  open INTEGER NOT NULL,
  body TEXT NOT NULL,                   -- JSON: wall time and rule, no instants of what is to come
  PRIMARY KEY (room, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_owner ON reminder (owner) WHERE open AND whom != '';
CREATE INDEX reminder_group ON reminder (room, number) WHERE open AND whom = '';
CREATE INDEX reminder_zone ON reminder (zone, room) WHERE open;

CREATE TABLE reminded_by (              -- who may remind a person in a room; an empty sender: everybody in it
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  sender TEXT NOT NULL,
  PRIMARY KEY (room, person, sender)
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_rules (               -- the rules by which the dates of reminders were last computed
  zone TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@migrations(transactional=False)
def reminders(db: Database) -> None:
    """Reminders, and who may remind whom."""
    with db.atomic():
        for statement in _statements(REMINDERS):
            db.execute(statement)


LEADERSHIP = """
DROP TABLE holder;                      -- who does what is one value, with the turns and the absences that belong to it

CREATE TABLE leadership (room INTEGER PRIMARY KEY REFERENCES room(room), body TEXT NOT NULL) STRICT;

CREATE TABLE roll_call (                -- who was asked whether they still take part, and who answers no more
  room INTEGER PRIMARY KEY REFERENCES room(room),
  body TEXT NOT NULL
) STRICT;
"""


@migrations(transactional=False)
def leadership(db: Database) -> None:
    """Roles, turns and roll-calls."""
    with db.atomic():
        for statement in _statements(LEADERSHIP):
            db.execute(statement)


EVERYONE = """
CREATE TABLE greeted (                  -- who was here when we came, or was greeted: nobody is greeted twice
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE newcomer (                 -- for two weeks
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  came INTEGER NOT NULL,
  welcomed INTEGER NOT NULL,
  met INTEGER NOT NULL,                 -- somebody has replied to them, mentioned them or written in a thread of theirs
  told TEXT NOT NULL,                   -- JSON: the welcomers who know of them
  step INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE newcomer_event (           -- which messages are a newcomer's, in their first week; never their words
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (room, event, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE knock (
  room INTEGER NOT NULL REFERENCES room(room),
  person TEXT NOT NULL,
  since INTEGER NOT NULL,
  told INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE reachable (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- whom a request may reach in their quiet hours
"""


@migrations(transactional=False)
def everyone_counts(db: Database) -> None:
    """Newcomers and knocks. Whoever is in a room already is no newcomer there."""
    with db.atomic():
        for statement in _statements(EVERYONE):
            db.execute(statement)
        db.execute("INSERT INTO greeted (room, person) SELECT room, person FROM member WHERE membership = 'join'")


BELONGING = """
ALTER TABLE room ADD COLUMN "left" INTEGER; -- since when we are out of the room
ALTER TABLE room ADD COLUMN upgrader TEXT;  -- who said that the room goes on in its successor

CREATE TABLE witness (                  -- the short heads of the record that stand in the room's own timeline
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  seq INTEGER NOT NULL,                 -- the newest entry when it was said
  head TEXT NOT NULL,
  PRIMARY KEY (room, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE ending (                   -- a room whose data are being deleted, within that transaction
  room INTEGER PRIMARY KEY REFERENCES room(room)
) STRICT;

DROP TRIGGER entry_remains;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM ending WHERE ending.room = OLD.room)
BEGIN SELECT RAISE(ABORT, 'the record is never shortened'); END;
"""


@migrations(transactional=False)
def belonging(db: Database) -> None:
    """The record belongs to the group: what the room saw of it, and rooms that we left."""
    with db.atomic():
        for statement in _statements(BELONGING):
            db.execute(statement)


FLOOR = """
CREATE TABLE floor (                    -- what holds a room now: a round, a queue, a timer, a pause; gone when it is over
  room INTEGER NOT NULL REFERENCES room(room),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  hush INTEGER NOT NULL,                -- while it lasts everything that can wait waits
  body TEXT NOT NULL,                   -- JSON, after a page of blanks
  PRIMARY KEY (room, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE quieted (                  -- what we changed of a room's levels for a pause
  room INTEGER PRIMARY KEY REFERENCES room(room),
  change TEXT NOT NULL,                 -- JSON: where, what stood there before, what stands there meanwhile
  told INTEGER NOT NULL DEFAULT 0       -- we have said that we may not put it back
) STRICT;

ALTER TABLE outbox ADD COLUMN waits INTEGER NOT NULL DEFAULT 0; -- it can wait until a round, a silence or a pause is over
ALTER TABLE outbox ADD COLUMN useful INTEGER;                   -- from then on it need not be said any more
"""


@migrations(transactional=False)
def floor(db: Database) -> None:
    """Rounds, queues, timers and pauses, and what waits for their end."""
    with db.atomic():
        for statement in _statements(FLOOR):
            db.execute(statement)


MARKS = """
ALTER TABLE outbox ADD COLUMN mark TEXT;  -- stands in the event that is sent, so that it is known again after a backup was put back

CREATE TABLE lived (                      -- what was sent after the backup that this database was put back from
  mark TEXT PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES room(room),
  event TEXT NOT NULL,
  sent INTEGER NOT NULL,
  since INTEGER NOT NULL                  -- when it was met
) STRICT, WITHOUT ROWID;
CREATE INDEX lived_room ON lived (room);
"""


@migrations(transactional=False)
def marks(db: Database) -> None:
    """Marks by which what was sent is known again after a backup was put back."""
    with db.atomic():
        for statement in _statements(MARKS):
            db.execute(statement)


@migrations(transactional=False)
def limits(db: Database) -> None:
    """A room that has outgrown its host's limit of members is told once: which limit it was told of."""
    with db.atomic():
        db.execute("ALTER TABLE room ADD COLUMN outgrown INTEGER")


PARTING = """
CREATE TABLE parting (                    -- former members of whom something goes when it is over: their words, or their messages' ids alone
  room INTEGER NOT NULL REFERENCES room(room),
  former TEXT NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (room, former)
) STRICT, WITHOUT ROWID;
"""


@migrations(transactional=False)
def parting(db: Database) -> None:
    """What was still needed when somebody was forgotten goes when it is over."""
    with db.atomic():
        for statement in _statements(PARTING):
            db.execute(statement)


def known() -> tuple[str, ...]:
    """The names of all migrations of this program, oldest first."""
    return tuple(each.name for each in migrations._migrations)  # noqa: SLF001 - `pending` names them only for a database that lacks them


def _statements(script: str) -> list[str]:
    """The statements of a script, so that they run inside one transaction (`executescript` would commit it)."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
