# What a room has set, and quiet hours.

command-set =
    { CMD("set quiet hours 22:00-7:00") } sets something for the whole room. It counts at once, and I tell everyone. Within 72 hours one member who objects turns it back, and then the group votes on it. { CMD("show settings") } shows what there is to set.
    .names = set
command-set-language =
    { CMD("set language German") } sets the language in which I write in this room. For me alone: { CMD("me language German") }
    .names = set language, change language
command-set-zone =
    { CMD("set zone Berlin") } sets the time zone of this room. For me alone: { CMD("me zone Berlin") }
    .names = set zone, set time zone, change zone, change time zone
command-set-quiet-hours =
    { CMD("set quiet hours 22:00-7:00") }: in these hours I keep back what can wait. { CMD("set quiet hours off") } ends it. For me alone: { CMD("me quiet 22:00-7:00") }
    .names = set quiet hours, change quiet hours
command-show-settings =
    { CMD("show settings") } shows what is set for this room, since when, and who asked for it.
    .names = show settings, settings
command-me-quiet =
    { CMD("me quiet 22:00-7:00") }: in these hours I do not write to you alone, if it can wait. { CMD("me quiet off") }: I write at any hour.
    .names = me quiet, me quiet hours
command-me-notifications =
    { CMD("me notifications off") }: I do not remind you when your vote is missing. { CMD("me notifications on") } goes back.
    .names = me notifications, me notification

word-on = on
    .words = on, yes
word-off = off
    .words = off, no, none

## Settings: their names, and what each is for

word-setting-language = language
    .words = language
word-setting-zone = time zone
    .words = zone, time zone, timezone
word-setting-prefix = sign before commands
    .words = prefix, sign, sign before commands
word-setting-quiet-hours = quiet hours
    .words = quiet hours, quiet
word-setting-reactions = reactions as votes where the room is encrypted
    .words = reactions
word-setting-welcome = words of welcome
    .words = welcome
word-setting-disclaimer = what I am not
    .words = disclaimer
word-setting-opening = opening words of meetings
    .words = opening, meeting opening
word-setting-closing = closing words of meetings
    .words = closing, meeting closing

setting-language = The language in which I write here: { CMD("set language German") }
setting-zone = Times are shown in this zone: { CMD("set zone Berlin") }
setting-prefix = What stands before a command, so that I know it is for me: { CMD("set prefix ?") }
setting-quiet-hours = In these hours I keep back what can wait: { CMD("set quiet hours 22:00-7:00") }
setting-reactions = Matrix does not encrypt reactions, so in an encrypted room whoever runs the server sees them. To count them as votes all the same: { CMD("set reactions on") }
setting-welcome = What I say to people who are new: { CMD("set welcome Hello, good that you are here.") }
setting-disclaimer = What I say about what this group is not: { CMD("set disclaimer We are no doctors.") }
setting-opening = What is said when a meeting begins: { CMD("set opening We listen to each other.") }
setting-closing = What is said when a meeting ends: { CMD("set closing Thank you, and come home well.") }

set-plain = { $value }
set-hours = { $start } to { $end }
set-days = { $days ->
        [one] one day
       *[other] { $days } days
    }
set-words = “{ $words }”
set-whole = { $words }
set-starter-text = the starter text

settings =
    This is set for the whole room:

    { $settings }

    To change one: { CMD("set quiet hours 22:00-7:00") }
settings-line = { $name }: { $value }{ $how ->
        [asked] , since { $since } by { $person } (#{ $number })
        [decided] , since { $since } by a decision of the group (#{ $number })
       *[default] { "" }
    }
set-now =
    { $name }: { $value }

    { $about }
set-same = It is set to that already: { $name }, { $value }.
set-unknown = I cannot set “{ $words }”. To see what can be set: { CMD("show settings") }
set-on-or-off = Please type `on` or `off`.
set-language-unknown = I do not speak “{ $words }” yet. I know { $known }. For example: { CMD("set language German") }
set-zone-unknown = I do not know a time zone “{ $words }”. Please type a large city near you, for example { CMD("set zone Berlin") }
set-zone-which = There are several places of that name. Which one? { $choices }
set-prefix-unclear = The sign before commands is one to three of these: { $signs }. For example: { CMD("set prefix ?") }
set-words-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words.
quiet-unclear = From when to when? I read “{ $words }”. For example 22:00-7:00.
quiet-all-day = Quiet hours that begin when they end would be the whole day. For example 22:00-7:00.

set-changed =
    {""}**#{ $number } { $name }: { $after }**\
    { $person } asked for it; before, it was { $before }.

    { $back ->
        [yes] It counts from now on. So it is again as it was before somebody changed it.
       *[no] It counts from now on. If it does not suit you, one objection until { $at } turns it back: { CMD("object", $number, "because ...") }
    }
set-taken =
    I have told { $group ->
        [empty] your group
       *[set] { $group }
    } as #{ $number }.
set-undone =
    {""}**#{ $number } { $name }: { $value } again** { $person } objects: { $reason }

    { $next }
set-stopped = #{ $number } { $name }: { $value } again. { $person } has taken the change back.
set-superseded = #{ $number } was changed again since then, as #{ $later }. If you are against it: { CMD("object", $later, "because ...") }
set-back = #{ $number } only brought back what was set before, so there is nothing to turn back. To change it: { CMD("show settings") }
set-shown =
    {""}**#{ $number } { $name }: { $after }**\
    { $person } asked for it; before, it was { $before }. { $open ->
        [yes] One objection until { $at } turns it back: { CMD("object", $number, "because ...") }
       *[no] { "" }
    }

    { $history }
motion-setting = { $name }: { $words }

record-setting = { $seq }. { $at }: #{ $number } { $person } set: { $name }, { $after ->
        [empty] no longer known
       *[set] { $after }
    }.
record-setting-undone =
    { $seq }. { $at }: { $person } objected to #{ $number } ({ $name }), so it was turned back{ $follows }
record-setting-stopped = { $seq }. { $at }: { $person } took #{ $number } back ({ $name }).

## What one member does for the whole group

provisional-newcomer = Who has been here for { $days } days can change what counts for the whole group. Until then somebody else can do it for you.
provisional-under-vote = The group is voting on that, as #{ $number }. Please wait until it has ended, then the group has decided.
provisional-refused = The group has decided against that, as #{ $number }. It can be asked again from { $at } on, or with { CMD("propose again", $number) }
provisional-not-yours = { $what ->
        [added] #{ $number } is new on the list, and only the person who added it can take it back.
        [removed] #{ $number } was taken off the list a short while ago, and only the person who did so can take that back.
       *[set] Only the person who asked for #{ $number } can take it back.
    } If you are against it: { CMD("object", $number, "because ...") }
provisional-undone-already = #{ $number } was turned back already. To see what came of it: { CMD("show", $number) }
provisional-stopped-already = #{ $number } was taken back already.
provisional-stands = { $what ->
        [added] #{ $number } stays on the list, because nobody objected in time. To take it off the list: { CMD("stop", $number) }
        [removed] #{ $number } stays off the list, because nobody objected in time. It can be added again: { CMD("resource Sleep | Clinic on Oak Street | https://example.org") }
       *[set] #{ $number } stands since { $at }, because nobody objected. You can set it anew; { CMD("show settings") } shows how it is.
    }
provisional-next = { $second ->
        [0] The group does not vote on it yet, because { $proposer } has two proposals open. When one has ended, it can be done once more.
       *[number] The group votes on what { $proposer } wants, as #{ $second }.
    }
record-provisional = { $second ->
        [0] { "" }
       *[number] , and the group votes on it as #{ $second }
    }{ $reason ->
        [empty] {"."}
       *[set] : { $reason }
    }

## One's own quiet hours and reminders

me-quiet-saved =
    { $hours ->
        [off] Good. I write to you at any hour.
       *[set] Good. From { $start } to { $end } I do not write to you alone, if it can wait.
    }
me-notifications-saved =
    { $on ->
        [yes] Good. I remind you when your vote is missing.
       *[no] Good. I do not remind you any more when your vote is missing.
    }
