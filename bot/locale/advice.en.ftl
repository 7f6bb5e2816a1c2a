# Advice processes and sense checks: what the group says, where the group does not decide.

command-advice =
    { CMD("advice Shall I order the new chairs?") } asks for advice on something that you decide yourself. Please ask those who are affected, and those who know about it. Advice is not a vote. After 72 hours I ask you what you decided and what you did with the advice. Another end: { CMD("advice Shall I order the new chairs? until Friday 20:00") }
    .names = advice, advice process
command-advise =
    { CMD("advise 1 Please take the blue ones") } gives advice on number 1; or reply `advise` and your words. Everyone in the group can read it with { CMD("show 1") }. { CMD("advise 1 nothing") } takes yours back.
    .names = advise
command-sense =
    { CMD("sense Do we still like the new time?") } asks how people feel about something: looks good, not sure or concerned. After 48 hours I show the picture. It decides nothing, and nothing goes into the record.
    .names = sense, sense check

## Advice process

advice-announce =
    {""}**#{ $number } Advice process: { $question }** { $person } decides this, and asks for your advice first.

    Are you affected by it, or do you know about it? Then please say what should be thought of: { CMD("advise", $number, "...") }, or reply `advise` and your words. I keep your words, and everyone in the group can read them. This is not a vote, so I count nothing.

    { $until ->
        [empty] There is time for advice for { $length }.
       *[set] There is time for advice until { $until }.
    } Then { $person } tells what was decided and what was done with the advice.
advise-none-open = Nobody is asking for advice right now. To ask for some yourself: { CMD("advice Shall I order the new chairs?") }
advise-is-none = #{ $number } does not ask for advice. To see what it is: { CMD("show", $number) }
advise-not-open-yet = #{ $number } is on its way. Please give your advice when it has appeared.
advise-over = The time for advice on #{ $number } is over. You can still tell the person who asked. To see where it stands: { CMD("show", $number) }
advise-own = You decide #{ $number } yourself, so advice on it comes from the others. When its time is over I ask you what you decided.
advise-empty = Please put your advice after the number: { CMD("advise", $number, "...") }
advise-too-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words, or in two parts.
advise-many = You have given { $most } pieces of advice on #{ $number }, and I cannot keep more. To begin anew: { CMD("advise", $number, "nothing") }
advise-none-yours = There is no advice of yours on #{ $number }.
advise-kept = Your advice on #{ $number } is kept for { $person }. Everyone in the group can read it: { CMD("show", $number) }
advise-withdrawn = All your advice on #{ $number } is taken back.
advice-over =
    {""}**#{ $number } { $question }** The time for advice is over. { $late ->
        [empty] { "" }
       *[set] I was away and say this { $late } late.
    } { $unread ->
        [0] { "" }
        [one] One message that was sent in this time could not be read.
       *[other] { $unread } messages that were sent in this time could not be read.
    }

    { $advisers ->
        [empty] Nobody gave advice. { $person }, have you asked those who are affected? If so, please tell the group what you decided: { CMD("note outcome", $number, "...") }
       *[some] Advice came from { $advisers }. To read it: { CMD("show", $number) }. { $person }, please tell the group what you decided and what you did with the advice: { CMD("note outcome", $number, "...") }
    }
advice-reminder =
    {""}**#{ $number } { $question }** { $person }, what have you decided{ $advisers ->
        [empty] {"?"}
       *[some] , and what did you do with the advice of { $advisers }?
    } Please tell the group: { CMD("note outcome", $number, "...") }. If it is no longer needed: { CMD("stop", $number) }
advice-not-yours = Only the person who asked for advice on #{ $number } can say what they decided. When they have, you can note what came of it.
advice-stop-not-yours = Only the person who asked #{ $number } can take it back.
advice-answered =
    {""}**#{ $number } { $question }**

    { $person } has decided: { $outcome }

    { $count ->
        [0] Nobody had given advice.
        [one] One piece of advice was given. To read it: { CMD("show", $number) }
       *[other] { $count } pieces of advice were given. To read them: { CMD("show", $number) }
    }

    In the record: { $head }.
advice-stopped = #{ $number } { $question }: { $person } has taken the question back.
advice-who =
    #{ $number }: { $advisers ->
        [empty] Nobody has given advice yet.
       *[some] { $advisers } gave advice.
    } Nobody has to, so nobody is missing.
advice-line = #{ $number } Advice process on “{ $question }”. { $step }
advice-step-announced = It is on its way.
advice-step-open = { $person } decides. Advice until { $ends }: { CMD("advise", $number, "...") }
advice-step-deciding = The time for advice is over. Now { $person } tells what was decided: { CMD("note outcome", $number, "...") }
advice-step-decided = It is decided.
advice-step-stopped = The question was taken back.
advice-shown =
    {""}**#{ $number } Advice process: { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    }** Asked by { $person }.

    { $step }

    { $advice ->
        [empty] There is no advice.
       *[some] The advice that was given:
    }

    { $advice }

    { $history }
advice-shown-more =
    More advice on #{ $number }:

    { $advice }
advice-given = { $person }: { $words }
record-advice-opened =
    { $seq }. { $at }: { $person } asked for advice as #{ $number }{ $known ->
        [yes] , “{ $question }”
       *[no] { "" }
    }, until { $ends }.
record-advice-answered =
    { $seq }. { $at }: { $person } decided #{ $number } { $count ->
        [0] without advice
        [one] after one piece of advice
       *[other] after { $count } pieces of advice
    }{ $outcome ->
        [empty] {"."}
       *[set] : { $outcome }
    }
record-advice-stopped = { $seq }. { $at }: { $person } took back #{ $number }, which asked for advice.

## Sense check

ballot-looks_good = looks good
    .words = looks good, look good, good, fine, yes, y, +1, 👍, ✅, ✔
ballot-not_sure = not sure
    .words = not sure, i am not sure, unsure, maybe, 🤷, 😐
ballot-concerned = concerned
    .words = concerned, i am concerned, worried, 👎, 😟
option-looks_good = looks good
option-not_sure = not sure
option-concerned = concerned
way-looks_good = { CMD("vote", $number, "looks good") }
way-not_sure = { CMD("vote", $number, "not sure") }
way-concerned = { CMD("vote", $number, "concerned because ...") }
poll-sense = #{ $number } Sense check: { $question }
how-sense =
    { $polled ->
        [yes] Tap, reply { "`looks good`" } or { "`not sure`" }, or type { CMD("vote", $number, "concerned because ...") }.
       *[no] In a direct chat with me, type { CMD("vote", $number, "looks good") } or { CMD("vote", $number, "concerned because ...") }.
    }
needs-sense = It decides nothing: I only show how people feel about it, and which reasons they give.
sense-status =
    {""}**#{ $number }** is open until { $closes }. **{ $voted } of { $eligible }** have answered.

    { $how } { $rule } { $privacy }
sense-status-closed = **#{ $number }** is over. The picture is in a message of its own.
sense-poll-ended = #{ $number } is over. The picture follows.
sense-count-looks_good = { $count } looks good
sense-count-not_sure = { $count } not sure
sense-count-concerned = { $count } concerned
sense-picture =
    {""}**#{ $number } Sense check: { $question }**

    { $picture ->
        [empty] Nobody has answered.
       *[some] { $picture }. { $turnout } of { $eligible } answered.
    }

    { $reasons ->
        [empty] { "" }
       *[some] Reasons given:
    }

    { $reasons }

    { $notes }

    This is a picture and no decision. To decide: { CMD("propose ...") }
sense-line =
    #{ $number } The sense check “{ $question }” is open until { $closes }. { $mine ->
        [answered] You have answered.
        [waiting] You can answer: { $ways }
       *[other] You came after it began.
    }
sense-shown =
    {""}**#{ $number } Sense check: { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    }** Asked by { $person }.

    { $status ->
        [announced] The poll is on its way.
        [open] Open until { $closes }. { $turnout } of { $eligible } have answered. To answer: { $ways }
       *[stopped] The question was taken back.
    }
sense-no-decision = #{ $number } is a sense check and decides nothing. To decide it: { CMD("propose ...") }
outcome-nothing = #{ $number } decides nothing, so there is no outcome to note. To see it: { CMD("show", $number) }
