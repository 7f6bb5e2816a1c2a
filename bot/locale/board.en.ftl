# The noticeboard, the line in the topic, and advice from outside.

command-show-board =
    { CMD("show board") } shows the noticeboard: what is open, what comes next, who is on duty.
    .names = show board, show noticeboard, board, noticeboard
command-note-advice =
    { CMD("note advice 1 Tea house: We tried it and liked it") } keeps what somebody outside this group says about number 1. Without a number it is for the group. It is advice and never a vote. { CMD("show 1") } shows it.
    .names = note advice, note outside advice
word-setting-noticeboard = noticeboard
    .words = noticeboard, board
word-setting-topic-line = line in the topic
    .words = topic line, topic
setting-noticeboard = One pinned message with what is open, what comes next, and who is on duty: { CMD("set noticeboard on") }
setting-topic-line = A line at the end of the room's topic says which votes are open, with numbers only, because Matrix does not encrypt the topic: { CMD("set topic line on") }

board =
    {""}**Noticeboard**{ $group ->
        [empty] { "" }
       *[set] {" "}of { $group }
    }

    { $parts ->
        [empty] Nothing is waiting right now.
       *[some] { "" }
    }

    { $parts }

    What waits for you: { CMD("now") }. What I can do: { CMD("help") }. In need: { CMD("urgent") }
board-vote = #{ $number } “{ $question }” is open until { $closes }.
board-duty = On duty: { $people }
board-off = This noticeboard is not kept up to date any more. What waits for you: { CMD("now") }
board-to-pin = To have it pinned in the room: { CMD("set noticeboard on") }
board-may-not-pin = I may not pin a noticeboard here. Somebody with more power in this room can make me a moderator, then I pin it. Until then: { CMD("show board") }
board-may-not-topic = I may not change the topic here. Somebody with more power in this room can make me a moderator, then I add my line. Until then: { CMD("show board") }
topic-line =
    { $numbers ->
        [empty] Nothing to decide right now. Help: { CMD("help") }
       *[some] To decide: { $numbers }. See { CMD("now") }
    }
topic-number = #{ $number }

## Advice from outside

outside-unclear = Who says it, and what? For example: { CMD("note advice 1 Tea house: We tried it and liked it") }
outside-too-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words.
outside-told = Advice from outside on #{ $number }, noted by { $person }. { $source }: { $words } It is advice and not a vote.
outside-noted = The advice of { $source } is kept with #{ $number }.
outside-noted-group = The advice of { $source } is kept as #{ $number }.
outside-stays = #{ $number } is advice from outside, and stays as it was noted.
outside-shown =
    {""}**#{ $number } Advice from outside** { $source }: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }

    { $history }
outside-with = Advice from outside: { $advice }
outside-line = { $source }: { $words }
record-outside-advice =
    { $seq }. { $at }: { $person } noted advice from outside on #{ $number }{ $words ->
        [empty] {"."}
       *[set] . { $source }: { $words }
    }
