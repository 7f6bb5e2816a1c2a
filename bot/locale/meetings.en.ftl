# Meetings: planning them, who comes, the agenda.

command-meet =
    { CMD("meet \"Tuesday circle\" every second Tuesday 19:00 for 90 minutes at Hall 3") } plans meetings and sends a calendar file. A link can stand in the place of a place, or beside it. Without words it shows the next one.
    .names = meet, meeting
command-show-meetings =
    { CMD("show meetings") } shows all meetings that are planned.
    .names = show meetings, meetings
command-meet-next =
    { CMD("meet next") } tells what the next meeting is, when it is in your time, and how to join. During a meeting it goes to the next item of the agenda.
    .names = meet next, next meeting
command-meet-skip =
    { CMD("meet skip") } leaves out the next date. { CMD("meet skip 1 24 December") } leaves out another one.
    .names = meet skip, skip meeting
command-meet-back =
    { CMD("meet back 1") } takes the last change of a meeting back when two members ask for it within 72 hours.
    .names = meet back
command-meet-cancel =
    { CMD("meet cancel 1") } cancels all dates of a meeting. Those who said that they come are told.
    .names = meet cancel, cancel meeting
command-coming =
    { CMD("coming yes") } tells that you come; { CMD("coming maybe") } and { CMD("coming no") } work too. You can also tap the poll.
    .names = coming, rsvp
command-note-agenda =
    { CMD("note agenda Who buys the tea?") } puts something on the agenda of the next meeting, one item a line. { CMD("note agenda #1") } puts number 1 on it.
    .names = note agenda, agenda add
command-show-agenda =
    { CMD("show agenda") } shows what is on the agenda.
    .names = show agenda, agenda
command-agenda-move =
    { CMD("agenda move 3 1") } puts item 3 first.
    .names = agenda move, move agenda
command-agenda-drop =
    { CMD("agenda drop 3") } takes item 3 off the agenda.
    .names = agenda drop, drop agenda

ballot-maybe = maybe
    .words = maybe, perhaps, not sure, 🤷
word-for =
    .words = for, lasting
word-long =
    .words = long
word-hours =
    .words = hours, hour, h, hrs, hr
word-minutes =
    .words = minutes, minute, mins, min
word-one =
    .words = a, an, one
word-half-hour =
    .words = half an hour, half hour
word-place =
    .words = at, in, place, where, link
word-to =
    .words = to, moves to, ->

## Which one

meet-none = No meeting is planned. To plan one: { CMD("meet \"Tuesday circle\" every Tuesday 19:00 for 90 minutes") }
meet-none-running = No meeting is on right now. To begin one before its time: { CMD("meet start") }
meet-is-none = #{ $number } is not a meeting. To see what it is: { CMD("show", $number) }
meet-which =
    Which one do you mean?

    { $choices }
meet-choice =
    { $command } for { $title }{ $at ->
        [empty] { "" }
       *[set] {" "}on { $at }
    }
meeting-told =
    I have told { $group ->
        [empty] your group
       *[set] { $group }
    }.
meet-over = #{ $number } is over. To see what is planned: { CMD("show meetings") }
meet-begun = #{ $number } has begun already.
meet-not-begun = #{ $number } has not begun yet. To begin it: { CMD("meet start", $number) }

## Planning

meet-planned =
    {""}**#{ $number } { $title }:** { $repeats ->
        [yes] Planned by { $person }, { $length } each time. The next dates are:
       *[no] Planned by { $person }, { $length }, on:
    }

    { $dates }

    { $where }{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    } The calendar file follows. To put something on the agenda: { CMD("note agenda ...") }. To take it back: { CMD("stop", $number) }
meeting-date = { $at }
meeting-date-moved = { $at }, moved from its usual time
meeting-own-time = In your time: { $when } ({ $zone }).
meeting-where-nowhere = We meet here in this room.
meeting-where-in-the-room =
    We meet in { $group ->
        [empty] the group's room
       *[set] the room of { $group }
    }.
meeting-where-place = Place: { $place }.
meeting-where-link =
    { $place ->
        [empty] To join: { $link }
       *[set] Place: { $place }. To join from elsewhere: { $link }
    }
meeting-where-hidden =
    { $place ->
        [empty] { "" }
       *[set] Place: { $place }.
    } The link is for members who have agreed to our guidelines. They get it by typing { CMD("meet next") } to me in a direct chat.

meet-file-refused = I could not send the file about #{ $number }: the server takes no files from me. What stands in it: { CMD("show", $number) }

meet-title-unclear = What is it called, and when is it? Please put the name in quotation marks: { CMD("meet \"Tuesday circle\" every Tuesday 19:00") }
meet-no-title = The meeting needs a name: { CMD("meet \"Tuesday circle\" every Tuesday 19:00") }
meet-long-title = The name has { $length } letters, and it can have { $most }.
meet-words-too-long = That is too long. A name, a time and a place can have { $most } letters together.
meet-no-time = When is it? Please add the day and the time: { CMD("meet \"Tuesday circle\" every Tuesday 19:00") }
meet-no-hour = At what time? I read “{ $phrase }”, which is a day. Please add the hour, for example { CMD("meet \"Tuesday circle\" every Tuesday 19:00") }
meet-unclear =
    When is it? I read “{ $phrase }”. { $why } { $choices ->
        [empty] { "" }
       *[some] You could type: { $choices }
    }
meet-ends-before = “{ $words }” would end before it begins. Please say when it begins and how long it lasts, for example { CMD("meet \"Tuesday circle\" every Tuesday 19:00 for 90 minutes") }
meet-too-short = A meeting lasts { $least } at least.
meet-too-long = A meeting can last { $most } at most. For something longer, plan one meeting for each day.
meet-too-often = Meetings can be once a day at most. Please name the days, for example { CMD("meet \"Tuesday circle\" every Tuesday 19:00") }
meet-no-date = There is no date left in that. Please choose a time that is still to come.
meet-too-far = That is more than a year away. Please choose a nearer time.
meet-link-bad = “{ $link }” is not a whole link. It has to begin with https:// and the name of a server. You can copy it from the meeting tool.
meet-two-links = Please give one link. A place can stand beside it.
meet-long-place = A place or a link can have { $most } letters.
meet-many = There are { $most } kinds of meetings already. To see them: { CMD("show meetings") }

## Looking up

meetings =
    These meetings are planned:

    { $series }
meetings-line =
    #{ $number } { $title }: { $next ->
        [empty] no date is left
       *[set] { $repeats ->
            [yes] next on { $next }
           *[no] { $next }
        }
    }
meet-next =
    {""}**#{ $number } { $title }:** { $running ->
        [yes] It is on now, since { $at }.
       *[no] { $at }, { $length }.
    }{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    }

    { $where } { $coming }

    { $others ->
        [empty] { "" }
       *[some] After that:
    }

    { $others }
meet-next-other = #{ $number } { $title }: { $at }
meeting-line =
    #{ $number } { $title }{ $phase ->
        [running] : it is on now. To say that you are there: { CMD("here", $number) }
        [held] : the minutes wait to be approved. To read them: { CMD("show", $number) }
       *[planned] : { $at }. { $mine ->
            [yes] You come.
            [maybe] You may come.
            [no] You do not come.
           *[none] Are you coming? { CMD("coming", $number, "yes") }
        }
    }
series-shown =
    {""}**#{ $number } { $title }:** Planned by { $person }, { $length }. { $over ->
        [cancelled] It was cancelled.
        [over] Its last date is over.
       *[no] The next dates are:
    }

    { $dates }

    { $over ->
        [no] { $where }{ $own ->
            [empty] { "" }
           *[set] {" "}{ $own }
        }
       *[other] { "" }
    }
meeting-shown =
    {""}**#{ $number } { $title }:** { $at }.{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    } { $phase ->
        [planned] { $coming }
        [running] It is on now.
        [empty] Nobody was there.
       *[skipped] It does not take place.
    } { $where }

    { $agenda }

## Changing

meet-not-yours = Only { $person }, who planned #{ $number }, and whoever looks after its meeting tonight can change it. You can propose another time to the group: { CMD("propose ...") }
meet-change-what = What shall change? For example { CMD("change", $number, "Wed 20:00") }, { CMD("change", $number, "for 60 minutes") } or { CMD("change", $number, "at Hall 3") }
meet-one-date = “{ $phrase }” is a series. To change all dates from now on, change the number of the series. To see it: { CMD("show meetings") }
meet-one-or-all = Only the next date, or all of them? Type { CMD("change", $number, $phrase) } for the next one. For all: { CMD("change", $series, "every week ...") } with the day and the time.
meet-no-such-date =
    There is no date of #{ $number } on { $day }. The next ones are:

    { $dates }
meet-unclear-day = Which day is “{ $phrase }”? For example { CMD("meet skip", $number, "24 December") }
meet-skip-single = #{ $number } has only one date. To cancel it: { CMD("meet cancel", $number) }
meet-changed =
    {""}**#{ $number } { $title }:** { $what }{ $person ->
        [empty] { "" }
       *[set] {" "}{ $person } has changed it.
    } It lasts { $length }. { $where }

    The next dates are:

    { $dates }

    A new calendar file follows. { $reversible ->
        [yes] If two members would rather have it as it was: { CMD("meet back", $number) }
       *[no] { "" }
    }
meet-change-title = It has a new name.
meet-change-details = Its length or its place is new.
meet-change-following = From now on it is at another time.
meet-change-moved =
    { $before ->
        [empty] One date is moved to { $at }.
       *[set] The meeting of { $before } is moved to { $at }.
    }
meet-change-skipped = There is no meeting on { $at }.
meet-change-back = Two members have taken the last change back.
meet-changed-alone =
    #{ $number } { $title }{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }: the meeting of { $before }, to which you said yes, { $at ->
        [empty] does not take place.
       *[set] is not then. The next one is on { $at }. Are you coming? { CMD("coming", $number, "yes") }
    }
meet-back-heard = You would rather have #{ $number } as it was. When { $needed } members say so, it is. The next one types { CMD("meet back", $number) }
meet-back-again = You have said so already. One more member is needed: { CMD("meet back", $number) }
meet-nothing-to-take-back = There is no change of #{ $number } in the last 72 hours that could be taken back.
meet-cancelled = #{ $number } { $title }: { $person } has cancelled it. There are no more dates. The calendar file says so too.

## Who comes

meeting-poll = #{ $number } { $title }, { $at }: are you coming?
meeting-poll-fallback = { $question } { CMD("coming", $number, "yes") }, { CMD("coming", $number, "maybe") } or { CMD("coming", $number, "no") }
meeting-poll-over = #{ $number }: this poll is over.
coming-yes = yes
coming-maybe = maybe
coming-no = no
coming-count =
    { $yes ->
        [0] Nobody has said yes yet.
        [one] { $people ->
            [empty] One person comes.
           *[some] { $people } comes.
        }
       *[other] { $people ->
            [empty] { $yes } people come.
           *[some] { $people } come.
        }
    }{ $maybe ->
        [0] { "" }
        [one] {" "}One may come.
       *[other] {" "}{ $maybe } may come.
    } { CMD("coming", $number, "yes") }
coming-counted =
    { $choice ->
        [yes] You come to { $title } on { $at }.
        [maybe] You may come to { $title } on { $at }.
       *[no] You do not come to { $title } on { $at }.
    }
coming-unclear = Are you coming? Type { CMD("coming", $number, "yes") }, { CMD("coming", $number, "maybe") } or { CMD("coming", $number, "no") }
coming-over = #{ $number } is over. To see what comes next: { CMD("meet next") }
coming-who =
    #{ $number } { $title }: { $yes ->
        [empty] Nobody has said yes yet.
       *[some] { $yes } said yes.
    } { $maybe ->
        [empty] { "" }
       *[some] { $maybe } said maybe.
    } { $no ->
        [empty] { "" }
       *[some] { $no } said no.
    }
meeting-announced =
    {""}**#{ $number } { $title }:** { $at }. { $where } { $coming }

    The agenda:

    { $agenda }

    To add something: { CMD("note agenda ...") }
meeting-soon =
    {""}**#{ $number } { $title }** begins soon: { $at }. { $where }

## Agenda

agenda =
    The agenda of #{ $number } { $title }, { $at }:

    { $agenda }
agenda-line =
    { $place }: { $item }{ $before ->
        [carried] , from last time
        [parked] , parked last time
       *[no] { "" }
    }{ $state ->
        [now] {" "}(now)
        [done] {" "}(done)
       *[ahead] { "" }
    }
agenda-item =
    { $words }{ $about ->
        [0] { "" }
       *[other] {" "}(#{ $about })
    }
agenda-check-in = Check-in
agenda-check-out = Check-out
agenda-guidelines =
    Guidelines that we look at again{ $numbers ->
        [empty] { "" }
       *[some] : { $numbers }
    }
agenda-guidelines-done = Guidelines that we look at again
agenda-guideline = { $number }
agenda-decisions =
    Open decisions{ $numbers ->
        [empty] { "" }
       *[some] : { $numbers }
    }
agenda-decisions-done = Open decisions
agenda-number = #{ $number }
agenda-added =
    On the agenda of #{ $number } { $title }, { $at }: { $items }

    To see all of it: { CMD("show agenda", $number) }
agenda-dropped = “{ $item }” is off the agenda of #{ $number }.
agenda-full = The agenda has room for { $most } items. To take one off: { CMD("agenda drop 3") }
agenda-no-item = There is no item { $place }. The agenda has { $count }. To see them: { CMD("show agenda") }
agenda-which-places = Which item goes where? For example, item 3 to the first place: { CMD("agenda move 3 1") }
agenda-which-item = Which item? For example { CMD("agenda drop 3") }

## Finding a time

command-propose-meeting =
    { CMD("propose meeting \"Film evening\" Tue 19:00 | Wed 20:00 | Sat 15:00 until Friday") } asks which time suits people. The time with the most yes, and then the fewest no, becomes the meeting.
    .names = propose meeting, find time

times-title = What is it called? Please put the name in quotation marks, and the times after it: { CMD("propose meeting \"Film evening\" Tue 19:00 | Wed 20:00") }
times-few = Please give two times or more: { CMD("propose meeting \"Film evening\" Tue 19:00 | Wed 20:00") }. For one time that is settled: { CMD("meet \"Film evening\" Sat 15:00") }
times-many = That is { $count } times, and people can choose among { $most }.
times-twice = One of the times stands there twice. Please give each one once.
times-series = “{ $phrase }” is a series. To find a time, please give single dates: { CMD("propose meeting \"Film evening\" Tue 19:00 | Wed 20:00") }
times-late = It has to end an hour before the first time, on { $latest } at the latest. Please choose an earlier end or later times.
times-soon = The first time is too near for people to answer. Please choose later times.
times-poll = #{ $number } { $title }: which times suit you? Tap all that do.
times-option = { $letter }) { $at }
times-line =
    { $letter }) { $at }{ $own ->
        [empty] { "" }
       *[set] . { $own }
    }
times-poll-fallback =
    { $question }

    { $times }

    { CMD("vote", $number, "a yes, b maybe") }
times-status =
    {""}**#{ $number } { $title }:** open until { $until }. **{ $answered } of { $members }** have answered. The times:

    { $times }

    Tap those that suit you, or type { CMD("vote", $number, "a yes, b maybe") }. To see them in your own time: { CMD("show", $number) }
times-unclear = Which times suit you? Please name them by their letters: { CMD("vote", $number, "a yes, b maybe") }
times-said = { $at }: { $choice }
times-counted = For { $title } you said { $said }.
times-over = #{ $number } is over. To see what came of it: { CMD("meet next") }
times-poll-over = #{ $number }: this question is over.
times-closed = #{ $number } is over. What came of it is in a message of its own.
times-count = { $at }: { $yes } yes, { $maybe } maybe, { $no } no
times-result =
    {""}**#{ $number } { $title }:** { $best ->
        [empty] no time was found that suits anybody.
       *[set] the time is { $best }.
    } { $lot ->
        [yes] Others suit as many, so the lot decided between them.
       *[no] { "" }
    }

    { $counts }

    { $answered } of { $members } answered.
times-now =
    #{ $number } { $title }: which times suit you? Until { $until }. { $mine ->
        [yes] You have answered.
       *[no] { CMD("vote", $number, "a yes, b maybe") }
    }
times-shown =
    {""}**#{ $number } { $title }:** { $person } asks which times suit you. { $over ->
        [yes] This is over.
       *[no] It is open until { $until }.
    }

    { $times }

    { $over ->
        [yes] { "" }
       *[no] { CMD("vote", $number, "a yes, b maybe") }
    }

## Settings

word-setting-meeting-reminders = who is reminded before a meeting
    .words = meeting reminders
word-setting-links = who sees the links of meetings
    .words = links
word-setting-meeting-names = names of those who come
    .words = meeting names
setting-meeting-reminders = A day before a meeting I ask who comes, and a quarter of an hour before it I remind the room, or only those who come. With `off` I do neither: { CMD("set meeting reminders those who come") }
setting-links = The link of a meeting is for everyone in this room, or only for those who agreed to the guidelines: { CMD("set links agreed") }
setting-meeting-names = Before a meeting I show how many come. With their names: { CMD("set meeting names on") }
word-reminded-room = the room
    .words = the room, room, everyone, everybody
word-reminded-coming = those who come
    .words = those who come, who comes, coming
word-links-everyone = everyone in the room
    .words = everyone, everybody, all
word-links-agreed = those who agreed to the guidelines
    .words = agreed, those who agreed, who agreed
set-reminded-who = Who shall be reminded? I do not know “{ $words }”. You could type { CMD("set meeting reminders those who come") }
set-links-who = Who shall see links? I do not know “{ $words }”. You could type { CMD("set links agreed") }
board-meeting = #{ $number } { $title }: { $at }. { $where }
