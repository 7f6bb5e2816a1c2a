# Holding a meeting, what goes into the minutes, and the minutes.

command-meet-start =
    { CMD("meet start") } begins the next meeting before its time. At its time it begins by itself.
    .names = meet start, start meeting
command-meet-end =
    { CMD("meet end") } ends the meeting, and the minutes come at once.
    .names = meet end, end meeting
command-here =
    { CMD("here") } tells during a meeting that you are there. The minutes say how many were there. { CMD("here by name") } puts your name into them too. It also answers when I ask whether you still take part.
    .names = here
command-note =
    { CMD("note The hall is free in May") } puts something into the minutes of the meeting that is on. Nothing else that is said goes into them.
    .names = note
command-note-agreed =
    { CMD("note agreed We meet outside in summer") } notes what you agreed, in your words. It decides nothing; to decide, use { CMD("propose here ...") }
    .names = note agreed
command-note-action =
    { CMD("note action @bo call the hall by Friday") } notes who does what. I remind that person, and list it until somebody types { CMD("done 1") }
    .names = note action, action
command-note-park =
    { CMD("note park The garden") } keeps a topic for another time. It goes onto the next agenda.
    .names = note park, park
command-note-undo =
    { CMD("note undo") } takes your last note back.
    .names = note undo, undo note
command-propose-here =
    { CMD("propose here Shall we book the hall?") } asks those who are in the meeting now, for ten minutes. It passes only when more than half of all members of the group say yes.
    .names = propose here
command-done =
    { CMD("done 1") } tells that number 1 is done.
    .names = done
command-show-actions =
    { CMD("show actions") } shows what was taken on and is not done yet.
    .names = show actions, actions
command-show-minutes =
    { CMD("show minutes") } shows the minutes of the last meeting, { CMD("show minutes 1") } those of another one.
    .names = show minutes, minutes
command-minutes-correct =
    { CMD("minutes correct 3 The hall is free in June") } gives line 3 of the minutes other words, until they are approved.
    .names = minutes correct, correct minutes
command-minutes-approve =
    { CMD("minutes approve") } tells that the minutes are right. When two members say so, they stand.
    .names = minutes approve, approve minutes

word-by =
    .words = by, until, before
word-by-name =
    .words = by name, with my name

## Beginning

meet-early = #{ $number } { $title } is on { $at }. It can begin { $most } before that at the soonest.
meeting-open =
    __Welcome to { $title }.__{ $late ->
        [empty] { "" }
       *[set] {" "}I was away and say this { $late } late.
    } We have until { $ends }. { $where } Please type { CMD("here", $number) }, so that the minutes can say how many we were.

    { $roles }

    { $own ->
        [empty] A short reminder: what is said here stays here. You can always pass. Please add a warning before a hard story. Speak from your own life, one person at a time.
       *[set] { $own }
    }

    We begin with: { $item }.{ $order ->
        [empty] { "" }
       *[some] {" "}The order, drawn by lot: { $order }.
    } When everybody was heard: { CMD("meet next") }
meeting-open-short =
    __{ $title } begins.__{ $late ->
        [empty] { "" }
       *[set] {" "}I was away and say this { $late } late.
    } We have until { $ends }. { $where } Please type { CMD("here", $number) }. What is said here stays here, and you can pass.

    { $roles }

    We begin with: { $item }.{ $order ->
        [empty] { "" }
       *[some] {" "}The order, drawn by lot: { $order }.
    } Then: { CMD("meet next") }
role-tonight-facilitator =
    { $person } looks after the meeting{ $lot ->
        [yes] , drawn by lot
       *[no] { "" }
    }. If you would rather not: { CMD("pass") } in reply to this.
role-tonight-timekeeper =
    { $person } watches the time{ $lot ->
        [yes] , drawn by lot
       *[no] { "" }
    }.
role-tonight-notes =
    { $person } takes notes{ $lot ->
        [yes] , drawn by lot
       *[no] { "" }
    }: { CMD("note ...") }
meeting-role-gone =
    Somebody with a task in this meeting has left the group.

    { $roles ->
        [empty] Nobody is left for it, so please share it between you.
       *[some] From now on:
    }

    { $roles }
meeting-role-passed =
    { $person } passes. { $roles ->
        [empty] Nobody is left for it, so please share it between you.
       *[some] From now on:
    }

    { $roles }
meeting-missed =
    I was away when #{ $number } { $title } was to begin, { $at }, and came back after its end. I have nothing for its minutes. { $next ->
        [empty] It was the last date.
       *[set] The next one is on { $next }.
    }
here-counted =
    { $named ->
        [yes] You are there, and the minutes name you.
       *[no] You are there. The minutes count you and do not name you.
    }

## In it

meeting-item-check-in =
    {""}**{ $item }** Each of us says in a few words how we are today. Nobody replies in this round. If you want to pass, just say so.
meeting-item-check-out =
    {""}**{ $item }** Each of us can say one thing: something that I take with me, or something that I need now, or just “thank you”. When everybody was heard: { CMD("meet end") }
meeting-item-own =
    {""}**{ $item }** { $left ->
        [empty] The time is over.
       *[set] There are { $left } left
    }{ $left ->
        [empty] { "" }
       *[set] { $ahead ->
            [0] , and this is the last item.
            [one] {" "}for this and one more item.
           *[other] {" "}for this and { $ahead } more items.
        }
    } Those who have not spoken yet go first. If something else comes up: { CMD("note park ...") }
meet-agenda-done = That was the last item of the agenda. To end the meeting: { CMD("meet end", $number) }
note-empty = There is nothing after it. Please add your words.
note-too-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words, or in two parts.
note-many = The minutes hold { $most } notes, and I cannot keep more.
note-not-yours = I can only note a message of your own that I can read. Please type it: { CMD("note", "...") }
note-kept = It is in the minutes of { $title }.
note-parked = It is parked, and goes onto the next agenda.
note-agreed-kept = In the minutes, as wording by { $person }: { $words }. It stands as that until the minutes are approved, and decides nothing.
note-undone = Taken back: { $words }
note-nothing-to-undo = There is no note of yours in this meeting.
here-no-options = In a meeting I can ask a question with yes and no. A choice among options needs more time: { CMD("propose Which day? | Tuesday | Thursday") }
here-too-long = A question in a meeting can be open for { $most } at most. To ask everybody, and for longer: { CMD("propose ...") }
here-not-yours = #{ $number } was asked in a meeting. Those vote on it who had said { CMD("here") } when it opened.
here-result =
    This was asked in { $title }. { $present ->
        [one] One person was there and could vote
       *[other] { $present } were there and could vote
    }.

why-here = More than half of all members of the group had to say yes, and so { $needed }.

## Actions

action-noted =
    { $action }{ $owner ->
        [empty] {" "}Nobody has taken it on yet.
       *[set] { "" }
    } When it is done: { CMD("done", $number) }
action-line =
    #{ $number } { $owner ->
        [empty] { $words }
       *[set] { $owner }: { $words }
    }{ $due ->
        [empty] { "" }
       *[set] , by { $due }
    }.
action-due =
    #{ $number }{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }: you took this on: { $words }. When it is done: { CMD("done", $number) }
action-done = #{ $number } { $words }: { $person } says that it is done.
action-stopped = #{ $number } { $words }: { $person } has taken it off the list.
action-not-yours = Only who has taken #{ $number } on, or noted it, can take it off the list. When it is done: { CMD("done", $number) }
action-done-already = #{ $number } was done before.
action-shown =
    { $action } From meeting #{ $meeting }. { $done ->
        [yes] It is off the list.
       *[no] It is still to be done.
    }
actions =
    This is still to be done:

    { $actions }
actions-none = Nothing is left to be done. To note something in a meeting: { CMD("note action @bo call the hall by Friday") }
done-nothing = #{ $number } is nothing that somebody does. To see what it is: { CMD("show", $number) }

## Ending

meeting-empty =
    Nobody has said yet that they are here for { $title }. If you are, just type { CMD("here", $number) }. If not, that is all right. Perhaps another time suits more people: { CMD("change", $series, "every Wednesday 19:00") }
meeting-last =
    {""}**We have { $left } left.** Each of us can say one thing: something that I take with me, or something that I need now, or just “thank you”. When everybody was heard: { CMD("meet end", $number) }
meet-end-not-yours = { $person } looks after this meeting and ends it. After { $ends } everybody can.
meeting-was-empty =
    #{ $number } { $title }: nobody said that they were here, so there are no minutes. { $next ->
        [empty] It was the last date.
       *[set] The next one is on { $next }.
    }
meeting-closed =
    __{ $title } is over.__

    { $own ->
        [empty] What was said here stays here. If today was hard for you, please do not stay alone with it: { CMD("urgent") } shows where to find help, also at night.
       *[set] { $own }
    }

    { $open ->
        [empty] { "" }
       *[some] This stays open and goes onto the next agenda:
    }

    { $open }

    { $actions ->
        [empty] { "" }
       *[some] This is still to be done:
    }

    { $actions }

    { $next ->
        [empty] It was the last date.
       *[set] The next meeting is on { $next }. { $facilitator ->
            [empty] Who looks after it will be drawn by lot.
           *[set] { $facilitator } looks after it.
        }
    }

## Minutes

minutes =
    {""}**Minutes of #{ $number } { $title }:** { $head }

    { $agenda ->
        [empty] { "" }
       *[some] What we talked about:
    }

    { $agenda }

    { $decisions ->
        [empty] { "" }
       *[some] Decisions:
    }

    { $decisions }

    { $agreed ->
        [empty] { "" }
       *[some] Agreed, in the words of one person:
    }

    { $agreed }

    { $notes ->
        [empty] { "" }
       *[some] Notes:
    }

    { $notes }

    { $actions ->
        [empty] { "" }
       *[some] Actions:
    }

    { $actions }

    { $parked ->
        [empty] { "" }
       *[some] Parked:
    }

    { $parked }

    { $status }
minutes-head =
    { $began }, { $length }. { $count ->
        [one] One person was there
       *[other] { $count } people were there
    }{ $names ->
        [empty] { "" }
       *[some] , among them { $names }
    }.
minutes-status =
    { $approved ->
        [empty] To correct a line: { CMD("minutes correct 3 ...") }. When they are right: { CMD("minutes approve", $number) }
       *[set] Approved by { $count ->
            [one] one member
           *[other] { $count } members
        } on { $approved }.
    }
minutes-title = Minutes of { $title }, { $day }
minutes-heading-agenda = What we talked about
minutes-heading-decisions = Decisions
minutes-heading-agreed = Agreed, in the words of one person
minutes-heading-note = Notes
minutes-heading-action = Actions
minutes-heading-parked = Parked
minutes-item = { $words }
minutes-note =
    { $place }: { $words }{ $corrected ->
        [yes] {" "}(corrected)
       *[no] { "" }
    }
minutes-parked =
    { $place }: { $words }{ $corrected ->
        [yes] {" "}(corrected)
       *[no] { "" }
    }
minutes-agreed =
    { $place }: { $words } (wording by { $by ->
        [empty] somebody who asked to be forgotten
       *[set] { $by }
    }{ $corrected ->
        [yes] , corrected
       *[no] { "" }
    })
minutes-action =
    { $place }: #{ $number } { $owner ->
        [empty] { $words }
       *[set] { $owner }: { $words }
    }{ $due ->
        [empty] { "" }
       *[set] , by { $due }
    }{ $corrected ->
        [yes] {" "}(corrected)
       *[no] { "" }
    }
minutes-decision = #{ $number } { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    } { $verdict } { $counts } ({ $turnout } of { $eligible } took part)
minutes-decision-open =
    #{ $number } { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    } { $status ->
        [stopped] It was taken back.
       *[open] It was still open when the meeting ended.
    }
minutes-foot =
    { $approved ->
        [empty] Made from what was given for the minutes. Not approved yet.
       *[set] Approved by { $count ->
            [one] one member
           *[other] { $count } members
        } on { $approved }.
    }
minutes-none = #{ $number } has no minutes.
minutes-none-yet = There are no minutes that wait to be approved. To read the last ones: { CMD("show minutes") }
minutes-which = Which meeting? For example { CMD("show minutes 1") }
minutes-no-line = Which line? The minutes of #{ $number } have { $count }. For example { CMD("minutes correct 3 The hall is free in June") }
minutes-stand = The minutes of #{ $number } can no longer be changed.
minutes-approved-by-you = You have approved the minutes of #{ $number } already. One more member is needed.
minutes-corrected =
    Minutes of #{ $number } { $title }: { $person } corrected line { $place }.

    - Before: { $before }
    - Now: { $words }
minutes-approval = { $person } approves the minutes of #{ $number } { $title }. When { $needed } members do, they stand: { CMD("minutes approve", $number) }
minutes-approved = The minutes of #{ $number } { $title } are approved and stand in the record: { $head }.
record-meeting-held =
    { $seq }. { $at }: #{ $number } { $title } was held with { $count ->
        [one] one person
       *[other] { $count } people
    }, { $decisions ->
        [0] no decisions
        [one] one decision
       *[other] { $decisions } decisions
    } and { $notes ->
        [0] no notes
        [one] one note
       *[other] { $notes } notes
    }.
record-minutes-corrected = { $seq }. { $at }: { $person } corrected line { $place } of the minutes of #{ $number }: { $words }
record-minutes-approved = { $seq }. { $at }: { $people } approved the minutes of #{ $number } { $title }.
