"""Dialogues: what is typed and what is answered, as text files that a person can read without knowing any program.

A line is one of these:

    # a remark
    room "Tea circle": ana bo cem          a group with the bot in it; `encrypted room` for an encrypted one
    ana> !propose Shall we meet?           somebody types; indented lines below belong to the same message
    ana direct> now                        the same in her direct chat with the bot
    bo (reply poll 1, as b1)> yes          notes: what it answers, and a name for this message (see `stage.Notes`)
    bot> #1 is open until ...              what must be said next in that room; `...` stands for anything
    bot direct ana (pings ana)> ...        the same elsewhere, with notes: reply, thread, pings, in, as
    bot poll> #1 Shall we meet? (yes | no | abstain)
    bot ends poll 1                        `former poll 1` when a new version took its place
    bot marks bo ✅                         a reaction to bo's last message
    status 1 reads> ... 2 of 3 ...         what the one message that is edited says now
    bot is silent                          says what is always checked: nothing is said that no line expects
    cem taps no in poll 1                  an answer in the client's own poll; `nothing` takes it back
    cem reacts 👍 to status 1
    bo removes b1                          a redaction, by whoever is named
    dora joins / dora leaves / bo is called "Ana"
    ana upgrades the room                  a new room takes its place, and everybody goes there
    the group moves to another host        what an export holds is taken in there, for a new room
    +72h                                   time passes (s, m, h, d); every line by itself takes a second
    at 2026-03-06 19:00                    the same, up to a moment in UTC
    bot restarts / bot is away / bot comes back / bot cannot send / bot can send
    echoes are held back / echoes come

`house language de`, `house zone Asia/Tokyo`, `house emergency 112`, `house helpline ...` stand before the first room.
Members, unless told otherwise, are called by their name with a capital letter, and live on `example.org`.
"""
