# Reminders: for me, for us, for somebody who allowed it.

command-remind-me =
    { CMD("remind me in 2 hours to call the clinic") } reminds you in our direct chat. Reply { CMD("remind me Friday") } to a message, and I point you to it then. In a direct chat with me nobody else sees what you ask.

    - Again and again: { CMD("remind me every weekday at 8:00 until June to take a walk") }
    - Once more, later: reply `snooze 1 day` to a reminder.
    - To see yours: { CMD("show reminders") }
    .names = remind me
command-remind =
    { CMD("remind @ana tomorrow 9:00 to bring the keys") } reminds somebody in a direct chat. It works only with people who have allowed it: { CMD("me reminders from everyone") }.
    .names = remind
command-remind-us =
    { CMD("remind us every Tuesday 18:00 that the circle starts at 19:00") } reminds the group in its room. Reply { CMD("remind us in 3 months") } to a result, or type { CMD("remind us 1 in 3 months") }: then I ask the group to look at it again.

    Reply `me too` to be named in it. Any two members stop it: { CMD("stop 1") }.
    .names = remind us
command-show-reminders =
    { CMD("show reminders") } shows your reminders and the group's.
    .names = show reminders, reminders, my reminders
command-snooze =
    Reply { CMD("snooze 1 day") } to a reminder that came, and it comes once more.
    .names = snooze
command-skip =
    { CMD("skip 7") } leaves out the next time of a reminder that repeats.
    .names = skip
command-me-too =
    Reply { CMD("me too") } or a 👍 to a reminder that somebody made in the room: then I remind you as well.
    .names = me too
command-me-reminders =
    { CMD("me reminders from everyone") } lets the members of this group have me remind you in our direct chat. { CMD("me reminders from @bo") } allows one person, { CMD("me reminders from nobody") } nobody. At first nobody may.
    .names = me reminders

## Words that people type

word-mine =
    .words = my, mine
word-ours =
    .words = our, ours
word-from =
    .words = from
word-everyone =
    .words = everyone, everybody, all
word-nobody =
    .words = nobody, no one, none
word-remind-left-out =
    .words = to, that, about, of, for
word-remind-kept =
    .words = not
number-mine-or-ours = You have a #{ $number } of your own here, and the group has one too. Which one do you mean? { $mine } or { $ours }

## Making one

remind-set =
    {""}**#{ $number }** { $whom ->
        [me] { $where ->
            [here] I will remind you:
           *[direct] I will remind you in our direct chat:
        }
        [person] I will remind { $person } in a direct chat:
        [look] I will ask the group to look again at
       *[us] I will remind the group:
    } { $about }

    { $repeats ->
        [yes] The next times:
       *[no] It comes on { $times }.
    }

    { $list }

    { $last ->
        [empty] { "" }
       *[set] The last time: { $last }.
    }

    { $without ->
        [empty] { "" }
       *[some] Not on { $without }.
    }

    { $clock ->
        [empty] { "" }
       *[set] On the clock of { $zone } that is { $clock }.
    }

    To stop it: { CMD("stop", $number) }. Another time: { CMD("change", $number, "tomorrow 9:00") }
remind-changed =
    {""}**#{ $number }** has another time: { $about }

    { $repeats ->
        [yes] The next times:
       *[no] It comes on { $times }.
    }

    { $list }

    { $last ->
        [empty] { "" }
       *[set] The last time: { $last }.
    }

    { $without ->
        [empty] { "" }
       *[some] Not on { $without }.
    }

    { $clock ->
        [empty] { "" }
       *[set] On the clock of { $zone } that is { $clock }.
    }
remind-changed-hidden =
    {""}**#{ $number }** has another time.

    { $repeats ->
        [yes] The next times:
       *[no] It comes on { $times }.
    }

    { $list }
remind-announced =
    { $person }, in a direct chat with me:

    { $arranged }
remind-about =
    { $about ->
        [empty] this message
       *[set] { $about }
    }{ $link ->
        [empty] { "" }
       *[set] {" "}{ $link }
    }
remind-about-number = #{ $number } { $question }
remind-example-me = { CMD("remind me tomorrow 9:00 to call the clinic") }
remind-example-us = { CMD("remind us tomorrow 9:00 to bring cake") }
remind-example-number = { CMD("remind us", $lead, "in 3 months") }
remind-example-person = { CMD("remind", $lead, "tomorrow 9:00 to bring the keys") }
remind-example-change = { CMD("change", $lead, "tomorrow 9:00") }
remind-example-snooze = { CMD("snooze 1 day") }
remind-no-time = I found no time in that, so I did nothing. For example: { $example }
remind-no-time-direct = I found no time in that, so I have kept nothing of it. For example: { $example }. I am a program. If you would like somebody of your group to write to you, reply `person`.
remind-which-part =
    I can read that in two ways. Which one do you mean?

    { $choices }
remind-unclear =
    When shall it be? I read “{ $phrase }”. { $why } { $choices ->
        [empty] For example: { $example }
       *[some] You could type:
    }

    { $choices }
remind-of-what = Of what shall I remind you? Please add it at the end: { $example }. Or reply to a message.
remind-us-of-what = Of what shall I remind the group? Please add it at the end: { $example }. Or reply to a message.
remind-whom = Whom shall I remind? { CMD("remind me tomorrow 9:00 to call the clinic") } is for you, { CMD("remind us tomorrow 9:00 to bring cake") } for the group, and { CMD("remind @ana tomorrow 9:00 to bring cake") } for a member who has allowed it.
remind-whom-direct = Whom shall I remind? For yourself: { CMD("remind me tomorrow 9:00 to call the clinic") }. I am a program. If you would like somebody of your group to write to you, reply `person`.
remind-not-allowed = { $person } has not allowed it yet, so I did nothing. Only { $person } can, by typing { CMD("me reminders from", $sender) }.
remind-left-chat = You left our direct chat, so I cannot reach you alone. Please open a chat with me first, then ask me again.
remind-left-chat-other = { $person } has no direct chat with me any more, so I cannot reach them alone.
remind-three-open = You have { $most } reminders for the group already. Please stop one first: { CMD("show reminders") }
remind-fifty-open = You have { $most } reminders already, and I cannot keep more. Please stop one first: { CMD("show reminders") }
remind-too-often = Once a minute is as often as I can. Please leave more time between them.
remind-too-often-for-group = I remind a group once a day at most. For yourself it may be more often: { CMD("remind me every 2 hours to drink some water") }
remind-too-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words.
remind-past = That time is over already. Please name a later one.
remind-too-far = That is more than ten years away. Please name an earlier time.

## When the time has come

remind-now =
    {""}**Reminder #{ $number }:** { $about }{ $by ->
        [empty] { "" }
       *[set] {" "}({ $by } asked me to remind you.)
    } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] This was meant for { $meant }, but I was away.
           *[other] It came due { $count } times while I was away, the last time on { $meant }. I say it once.
        }
    }

    { $more ->
        [yes] It comes again. To stop it: { CMD("stop", $number) }
       *[no] Once more, later? Reply `snooze 1 day`.
    }
remind-now-us =
    {""}**Reminder #{ $number }:** { $people ->
        [empty] { $about }
       *[some] { $people }, { $about }
    } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] This was meant for { $meant }, but I was away.
           *[other] It came due { $count } times while I was away, the last time on { $meant }. I say it once.
        }
    }
look-again =
    { $people ->
        [empty] Please look at **#{ $number }** again: { $question }
       *[some] { $people }, please look at **#{ $number }** again: { $question }
    }\
    Is it still right for you? What came of it can be noted: { CMD("note outcome", $number, "...") } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] This was meant for { $meant }, but I was away.
           *[other] It came due { $count } times while I was away, the last time on { $meant }. I say it once.
        }
    }

## What people do with one

reminders-none = There are no reminders. To make one: { CMD("remind me in 2 hours to call the clinic") }
reminders =
    { $mine ->
        [empty] You have no reminders.
       *[some] Your reminders:
    }

    { $mine }

    { $ours ->
        [empty] { "" }
       *[some] { $group ->
            [empty] Reminders for the group:
           *[set] Reminders for { $group }:
        }
    }

    { $ours }

    { $more ->
        [0] { "" }
        [one] There is one more.
       *[other] There are { $more } more.
    }
reminder-line =
    #{ $number } { $repeats ->
        [yes] next on { $next }:
       *[no] { $next }:
    } { $about ->
        [empty] of this I only tell in a direct chat
       *[set] { $about }
    }{ $person ->
        [empty] { "" }
       *[set] {" "}(for { $person })
    }
reminder-shown =
    {""}**Reminder #{ $number }:** { $about }\
    Made by { $person }.

    { $times ->
        [empty] It is over.
       *[some] The next times:
    }

    { $times }

    { $joined ->
        [empty] { "" }
       *[some] { $joined } asked to be reminded as well.
    }
remind-none = #{ $number } is no reminder. To see what it is: { CMD("show", $number) }
remind-over = #{ $number } is over.
remind-not-yours = #{ $number } is somebody's own reminder. Only that person can see, change or stop it.
remind-only-owner = Only the person who made #{ $number } can do that. Any two members can stop it: { CMD("stop", $number) }
remind-only-direct = I tell about #{ $number } only in a direct chat, where it was made.
remind-which = Which number is it about? Please reply to a reminder, or type its number. To see them: { CMD("show reminders") }
remind-change-when = To which time? For example: { $example }
remind-stopped = #{ $number } is stopped. I keep nothing of it.
remind-stopped-us = Reminder #{ $number } is stopped by { $people }: { $about }
remind-stop-one-more =
    { $person } would like to stop reminder #{ $number }: { $about }

    One more member can do so: { CMD("stop", $number) }
remind-stop-passed-on = I have told the group. When one more member wants it too, I stop #{ $number }.
remind-left = You are no longer reminded of #{ $number }. It goes on for the others.
remind-skip-last = #{ $number } does not come again after its next time. To stop it: { CMD("stop", $number) }
remind-skipped = #{ $number } is left out on { $skipped }. The next time is { $next }.
remind-joined = I will remind you of #{ $number } as well. To leave it: { CMD("stop", $number) }
remind-joined-already = You are reminded of #{ $number } already.
snooze-reply = Please reply `snooze 1 day` to a reminder that came from me.
snooze-when = Until when? For example: reply `snooze 1 day`, or `snooze tomorrow 9:00`.
snooze-once = I can say it once more. To be reminded again and again: { CMD("remind me every Monday 9:00 to water the plants") }
me-reminders =
    { $everyone ->
        [yes] Everyone in this group can have me remind you in our direct chat. To change that: { CMD("me reminders from nobody") }
       *[no] { $people ->
            [empty] Nobody but you can have me remind you. To allow it: { CMD("me reminders from everyone") }
           *[some] { $people } can have me remind you in our direct chat. To take it back: { CMD("me reminders from nobody") }
        }
    }
me-reminders-saved =
    { $everyone ->
        [yes] Good. From now on everyone in this group can have me remind you in our direct chat.
       *[no] { $people ->
            [empty] Good. From now on nobody but you can have me remind you.
           *[some] Good. From now on { $people } can have me remind you in our direct chat.
        }
    }
me-reminders-who = I know nobody in this group who is called “{ $name }”. You could type { CMD("me reminders from everyone") } or { CMD("me reminders from nobody") }.
