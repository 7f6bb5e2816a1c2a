## Commands

command-show-record =
    { CMD("show record") } shows the newest entries of the group's record. Nobody can change or remove an entry unnoticed.

    - One kind: { CMD("show record decisions") }, or guidelines, rules, roles, meetings, votes
    - A time: { CMD("show record May 2026") }, { CMD("show record since Monday") }
    - With a word: { CMD("show record about quorum") }
    .names = show record, record
command-show-record-verify =
    { CMD("show record verify") } checks that nothing in the record was changed, counts the open votes again, and compares with what I said in the room.
    .names = show record verify, verify record, record verify
command-show-record-export =
    { CMD("show record export") } sends the whole record as one file, for any member. Secret and personal matters are left out.
    .names = show record export, export record, record export, export
command-show-record-drill =
    { CMD("show record drill") } tries out that the group could leave with all that is its own.
    .names = show record drill, record drill
command-me-data =
    { CMD("me data") } tells you what I have stored about you in this group. It works in our direct chat.
    .names = me data
command-me-export =
    { CMD("me export") } sends you all that I have stored about you in this group, as a file. It works in our direct chat.
    .names = me export
command-me-forget =
    { CMD("me forget") } makes you a former member in all that I keep of this group. First I say what goes and what stays, and why. It works in our direct chat.
    .names = me forget

## Words that people type

word-record-about =
    .words = about, with
word-record-since =
    .words = since, from
word-record-page =
    .words = page
word-record-decisions =
    .words = decisions, results, decided
word-record-guidelines =
    .words = guidelines, guideline
word-record-rules =
    .words = rules, rule
word-record-roles =
    .words = roles, role
word-record-meetings =
    .words = meetings, meeting, minutes
word-record-votes =
    .words = votes, proposals
word-forget-yes =
    .words = yes, yes forget me
word-forget-words =
    .words = words, words too, everything, yes words

## Reading

show-over =
    {""}**#{ $number } { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    }**

    { $history }

    { $how ->
        [empty] { "" }
       *[set] { $how }
    }

    { $reasons ->
        [empty] { "" }
       *[set] Reasons given:
    }

    { $reasons }

    { $asked ->
        [empty] { "" }
       *[set] The question in the room: { $asked }
    }

    { $told ->
        [empty] { "" }
       *[set] The result in the room: { $told }
    }
story-how =
    How it was decided: { $method } { $quorum ->
        [empty] { $people ->
            [0] { "" }
            [one] At least one member had to take part.
           *[other] At least { $people } members had to take part.
        }
       *[set] At least { $quorum } of those who may vote had to take part.
    } { $secret ->
        [yes] The vote was secret.
       *[no] { "" }
    }
story-reason =
    { $person ->
        [empty] { $choice ->
            [empty] { $words }
           *[set] ({ $choice }) { $words }
        }
       *[set] { $person } ({ $choice }): { $words }
    }
method-majority = More yes than no.
method-supermajority = Of yes and no, { $share } had to be yes.
method-unanimity = Nobody could say no.
method-consent = In consent, if nobody objects.
method-sense = A sense check, which decides nothing.
method-review = A look at what we have; most answers say what follows.
method-plurality = One vote each, and most votes win.
method-approval = Everyone names all that suit, and most win.
method-score = Points, added up.
method-star = Points, and a run-off between the two highest (STAR).
method-dots = Dots to share out, and most win.
method-borda = A ranking that gives points (Borda).
method-irv = A ranking with an instant run-off.
method-schulze = A ranking, compared in pairs (Schulze).
method-debian = A ranking with "none of the above" (Debian).
method-stv = A ranking for several seats (Scottish STV).
method-stv_meek = A ranking for several seats (STV, Meek).
method-third_legacy = One name a round, two thirds elect, then the hat (Third Legacy).
method-apache_majority = Three yes at least, and more yes than no (Apache).
method-apache_consensus = Three yes at least, and no veto with a reason (Apache).
method-lazy_consensus = It passes unless somebody objects (lazy consensus).
method-consensus = Consensus: nobody blocks, and few stand aside.
record =
    { $wanted ->
        [empty] { $page ->
            [1] The newest { $shown } of { $length } entries, the latest last:
           *[other] Page { $page }: { $shown } of { $length } entries, the latest last:
        }
       *[set] { $page ->
            [1] “{ $wanted }”: { $shown } of { $length ->
                [one] one entry, the latest last:
               *[other] { $length } entries, the latest last:
            }
           *[other] “{ $wanted }”, page { $page }: { $shown } of { $length } entries, the latest last:
        }
    }

    { $entries }

    { $older ->
        [empty] { "" }
       *[set] To see older ones, type { $older }
    }

    The record's mark is { $head }. It changes if anybody changes an entry.
record-none = Nothing in the record fits “{ $words }”. To see the newest: { CMD("show record") }
record-page-none = There is no such page. To see the newest: { CMD("show record") }
record-page-which = “{ $words }” is no page. For example: { CMD("show record page 2") }
record-what = I do not know which part of the record “{ $words }” is. For example: { CMD("show record decisions") }, { CMD("show record May 2026") } or { CMD("show record about quorum") }
former-member = a former member

## Checking

record-sound =
    The record is whole: { $length ->
        [one] its one entry is as it was written
       *[other] its { $length } entries follow one on the other
    }, and nothing was changed. Its mark is { $head }.

    { $recounted ->
        [0] { "" }
        [one] I counted one open vote again, and the result is the same.
       *[other] I counted { $recounted } open votes again, and the results are the same.
    }

    { $secret ->
        [0] { "" }
        [one] In one secret vote the seals, the turnout and the numbers agree; who voted how is not there to be seen.
       *[other] In { $secret } secret votes the seals, the turnout and the numbers agree; who voted how is not there to be seen.
    }

    { $witnessed ->
        [0] I have not said a mark in the room yet, so there is nothing to compare with.
        [one] One mark that I said in the room is the same as here.
       *[other] { $witnessed } marks that I said in the room are the same as here.
    } You can compare too: each result in the room ends with “In the record” and a mark.

    { $removed ->
        [0] { "" }
        [one] One text was removed on purpose. The chain does not need it.
       *[other] { $removed } texts were removed on purpose. The chain does not need them.
    }
record-broken =
    Something is wrong with the record. Please tell the group and whoever runs me. { $count ->
        [one] This is what I found:
       *[other] The first of what I found:
    }

    { $faults }
fault-changed = Entry { $seq } was changed: it is not what its mark says.
fault-form = Entry { $seq } cannot be read.
fault-order = Entry { $seq } stands in another place than it was written.
fault-link = Entry { $seq } does not follow on the entry before it. One of the two was changed.
fault-witness = Entry { $seq } is not the one whose mark I said in the room.
fault-text = A text of entry { $seq } is not the one that was recorded.
fault-count = Entry { $seq } tells another result than its ballots give.
fault-senseless = Entry { $seq } makes no sense: what it holds is not what such an entry can hold.
fault-version = Entry { $seq } was written by another version of the program, which this one does not know. Please update, and try again.
fault-electorate = Entry { $seq } tells of another number of people who may vote than at the opening.
fault-seed = Entry { $seq } shows another seed for the lot than was sealed before.
fault-seals = In entry { $seq } the seals of the secret vote do not agree with its numbers.
fault-length = Entries are missing, or there are too many.
fault-head = The record ends with another entry than is said.
fault-witness-beyond = A mark that I said in the room belongs to an entry that is missing.
fault-file = The file was changed after it was made.
fault-truncated = The file has no end: a part of it is missing.

## Taking away

record-export =
    Here comes the record as one file. In it: a book to read and print, the decisions as text and as tables, the guidelines and rules, and the record itself, which anybody can check without me. Secret and personal matters are not in it, nor the votes on what is open. { $private ->
        [yes] { "" }
       *[no] Everybody in this room can open it.
    }
record-drill =
    I have tried it out: all that is this group's, { $length ->
        [one] one entry
       *[other] { $length } entries
    } of the record with the mark { $head }, its guidelines, rules and what is under way, went into an empty store, and came out the same. You could leave at any time and take it along: { CMD("show record export") }
record-drill-failed =
    I tried to move all that is this group's into an empty store, and it did not come out the same. Please tell whoever runs me.

    { $faults }
record-drill-told = I have told the group what came of it.
record-exported = Whoever runs me has taken an export of all that is this group's, with which it can move to another place. If you did not ask for that, ask why.
record-arrived =
    This group's record has come here: { $length ->
        [one] one entry
       *[other] { $length } entries
    } with the mark { $head }, and with it your guidelines, rules, jobs, settings and what the file holds of what was under way.

    The record is proven by its marks. Jobs, settings and open votes are not in it, so please look whether they are as you know them. To check the record: { CMD("show record verify") }

## About a person

data-direct = That is for you alone. Please type { $command } in our direct chat.
data-nothing = I have stored nothing about you{ $group ->
        [empty] {"."}
       *[set] {" "}in { $group }.
    }
data =
    { $group ->
        [empty] This is what I have stored about you:
       *[set] This is what I have stored about you in { $group }:
    }

    { $held }

    What you say in the room I do not keep. To get all of it as a file: { CMD("me export") }
data-export = Here comes all that I have stored about you in this group, as one file.
data-room = This direct chat, or your powers in the room
data-invited = An invitation that you sent me
data-member = That you are in the room, since when, and your name there
data-person = What you set for yourself: language, time zone, quiet hours, how your votes are confirmed
data-waiting = { $count ->
        [one] A message of yours
       *[other] { $count } messages of yours
    } that I could not read yet: only that there is one
data-outbox = { $count ->
        [one] A message that I am about to send
       *[other] { $count } messages that I am about to send
    } and that names you
data-decision = { $count ->
        [one] One proposal of yours
       *[other] { $count } proposals of yours
    }
data-matter = { $count ->
        [one] One matter that names you, such as an election, a lot or a request
       *[other] { $count } matters that name you, such as an election, a lot or a request
    }
data-elector = That you could vote in { $count ->
        [one] one vote
       *[other] { $count } votes
    }
data-act = { $count ->
        [one] One vote of yours in an open vote
       *[other] { $count } votes of yours in open votes
    }
data-part = That you took part in { $count ->
        [one] one secret vote
       *[other] { $count } secret votes
    }; not how
data-promised = That I told you what a secret vote can promise
data-entry_person = The number under which the record knows you, and your name with it
data-charter = { $count ->
       *[other] Your name in the group's guidelines, rules and roles
    }
data-assent = That you agreed to the guidelines
data-leadership = Which jobs you do or did, whose turn is yours, and when you are away
data-roll_call = Whether you have said that you still take part
data-reminder = { $count ->
        [one] One reminder that you made or that is for you
       *[other] { $count } reminders that you made or that are for you
    }
data-reminded_by = Who may have me remind you, or whom you may
data-greeted = That I have greeted you
data-newcomer = That you are new, since when, and whether somebody has written to you
data-newcomer_event = Which messages of your first week are yours; not what is in them
data-knock = That you asked to come in
data-reachable = That a request may reach you in your quiet hours
data-setting = { $count ->
        [one] One setting of the group that names you
       *[other] { $count } settings of the group that name you
    }
forget-open = #{ $number }
forget =
    { $typed ->
        [empty] { "" }
       *[set] I did not understand “{ $typed }”.
    }

    If you want me to forget you in this group, this is what happens:

    - Your name goes: in the record and everywhere else you become “a former member”.
    - Your requests, your personal reminders, your jobs and what you set for yourself are deleted, in our direct chat too. What you set there and your own reminders are the same for all groups.
    - Votes that you have cast stay counted, but nothing says any more that they are yours. Else results would change after the fact.
    - What you proposed, and the reasons and the advice that you gave, stay without your name, because the group decided on them. They can go too: then say so. Reasons in a secret vote bear no name, so I cannot find yours.
    - Guidelines, names of jobs, settings, minutes, and the group's own meetings, reminders, actions and lists stay without your name. They are the group's. What others wrote stays as they wrote it, also where they name you.
    - The record keeps to the second when each open vote was cast. Who still has the messages of the room could tell from it which was yours.
    - That you are in the room, and which powers you have there, stays for as long as the server tells me. A round or a timer that is on now is forgotten when it is over.
    - I cannot take back messages in the room, on other people's devices and on servers, nor what is in backups until they are replaced.

    { $open ->
        [empty] { "" }
       *[set] Votes are open in which you may vote: { $open }. You could not vote in them any more, nor change a vote.
    }

    { $kept ->
        [empty] { "" }
       *[set] Words of yours are in what is still open: { $kept }. The group goes on with it without your name. Your words stay in it until it is over, and then they go too, if you wish it. You can take back before what you began yourself: { CMD("stop") }
    }

    It cannot be undone. To do it: { CMD("me forget yes") }, or with what you wrote: { CMD("me forget words") }
forgotten = Done. In all that I keep of this group you are a former member now. If you take part again, you begin anew.
forgotten-words = Done. In all that I keep of this group you are a former member now, and what you wrote in proposals, reasons and advice is deleted{ $kept ->
        [empty] { "" }
       *[set] , but not yet in what is still open: { $kept }. There it goes when it is over
    }. If you take part again, you begin anew.

## The record book, and the files beside it

book-title = { $group ->
        [empty] The record of our group
       *[set] The record of { $group }
    }
book-whole = { $length ->
        [one] One entry
       *[other] { $length } entries
    }, the newest of { $at }. The record's mark is { $head }.
book-left-out = { $count ->
        [one] One secret or personal matter is
       *[other] { $count } secret or personal matters are
    } left out. The chain of the record is whole without them.
book-minutes = { $group ->
        [empty] Minutes of our meetings
       *[set] Minutes of { $group }
    }
book-removed = (the text was removed)
book-proposer = Begun by { $person }.
book-reasons = Reasons given
book-history = What happened
book-notes = Notes:
book-note = { $kind ->
        [agreed] Agreed:
        [action] To do:
        [parked] For later:
       *[note] Note:
    } { $words }{ $owner ->
        [empty] { "" }
       *[set] {" "}({ $owner })
    }{ $due ->
        [empty] { "" }
       *[set] {" "}until { $due }
    }
book-skip = To the content
book-contents = Contents
book-guidelines = Our guidelines
book-no-guidelines = The group has no guidelines of its own yet.
book-guideline = { $coming ->
        [yes] In effect from { $since } on, version { $version }, by #{ $number }.
       *[no] In effect since { $since }, version { $version }, by #{ $number }.
    }
book-versions = Other versions
book-version = From { $since } on, by #{ $number }: { $words }
book-rules = How we decide
book-rules-changed = How the rules changed
book-rules-never = They are those that every group begins with.
book-decisions = What we decided
book-turnout = { $turnout } of { $eligible } took part.
book-check = How to check this
book-check-how = Whoever has the program can check the record without the bot, with “folkmoot verify” and the name of the file “record.jsonl”. Each entry holds the SHA-256 of the one before it. The results in the room end with the first letters of the mark of that time.
book-check-mark = The mark of the newest entry:
book-check-begin = The record began with:
book-footer = This book was made from the record alone. It belongs to the group.
box-book-html = the record to read and to print
box-decisions-md = the decisions as text
box-minutes-md = the minutes as text
box-decisions-csv = the results as a table
box-ballots-csv = the votes of open votes as a table
box-meetings-csv = the meetings that were held, as a table
box-actions-csv = what somebody wanted to do, as a table
box-meetings-ics = the meetings that are planned, for calendars
box-charter-yaml = the guidelines, rules, roles and texts, for this program
box-record-jsonl = the record itself, line by line
box-room-jsonl = what else another bot needs to go on
box-common = Secret and personal matters are not in it, nor the votes on what is open.
box-whole = Everything is in it, secret and personal matters too. Keep it safe, and give it to nobody but the group's new host.
box-check = To check it: folkmoot verify FILE. To go on with another bot: folkmoot import FILE.
data-title = What I have stored about you

## Files that are read

unreadable-no-file = This file cannot be read.
unreadable-no-record = This is no record of a group.
unreadable-no-room = What the group needs to go on is missing in this file.
unreadable-version = This file was made by another version of the program, which this one does not know. Please update, and try again.
unreadable-damaged = This file is damaged.
unreadable-mixed = The parts of this file do not belong together: they were not made at the same time, for the same group.
unreadable-truncated = This file has no end: a part of it is missing.
unreadable-too-large = This file is larger than an export can be.
unreadable-names = This file holds something that no export holds.
differs-record = This room has a record of its own already, and it is another one. Nothing was changed.
differs-elsewhere = Another room here has this record already. If the bot has never been in that one, delete what came there and try again: folkmoot rooms list, then folkmoot rooms delete ROOM. Nothing was changed.
differs-begun = Something has begun in this room already. Please take a room in which nothing was proposed yet. Nothing was changed.
differs-direct = This room is a direct chat with one person, and no group can live in it. Nothing was changed.
differs-no-room = I know no such room. To see the rooms and their numbers: folkmoot rooms list
differs-several = More than one room has this name. Take its number: folkmoot rooms list
differs-no-id = A room that the bot has not been in is named by its Matrix id, which begins with an exclamation mark. Nothing was changed.

## What is kept, and for how long

word-setting-keep-reasons = how long reasons are kept
    .words = keep reasons, how long reasons are kept
word-setting-keep-votes = how long single votes are kept
    .words = keep votes, how long single votes are kept
word-setting-keep-requests = how long closed requests are kept
    .words = keep requests, how long closed requests are kept
word-setting-keep-reminders = how long past reminders are kept
    .words = keep reminders, how long past reminders are kept
setting-keep-reasons = After this time the reasons that people gave for their votes are deleted, in the record too: { CMD("set keep reasons 365 days") }
setting-keep-votes = After this time it is deleted who voted how, beside the record, which keeps the results: { CMD("set keep votes 365 days") }
setting-keep-requests = After this time closed requests and concerns are deleted: { CMD("set keep requests 90 days") }
setting-keep-reminders = After this time reminders that are over are deleted: { CMD("set keep reminders 90 days") }
set-kept-on = as long as I am in this group
set-keep-unclear = “{ $words }” is no length of time that I understand. For example: { CMD("set keep reasons 365 days") }
set-keep-range = That can be { $least } to { $most } days.
