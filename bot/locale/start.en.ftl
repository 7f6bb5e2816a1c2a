# How a group begins: the talk about its charter, and the charter as a whole.

command-start =
    { CMD("start") } begins a short talk about how your group wants to work. At its end you all vote on a charter, and until then nothing of it holds.

    - Any member may answer: reply to my question, or type { CMD("start") } and your answer.
    - `skip` leaves a question out, `back` goes back to the one before.
    - If you stop in the middle, { CMD("start") } goes on where you were.
    .names = start, begin
command-propose-charter =
    { CMD("propose charter") } and a whole charter below it, written as in a file, makes that the draft. Everyone reads it before you vote.
    .names = propose charter
command-show-charter =
    { CMD("show charter") } shows what the group gave itself: whom it is for, its roles, and how its meetings go.
    .names = show charter, charter

word-start-skip =
    .words = skip, pass, later, next
word-start-back =
    .words = back, go back
word-start-stop =
    .words = stop, cancel, quit, end
word-start-vote =
    .words = vote, put it to the vote, vote on it
word-start-without =
    .words = without, drop
word-start-new =
    .words = new
word-start-today =
    .words = today, just now
word-start-yesterday =
    .words = yesterday

emergency-number-unset = { -no-number }
own-words = { $words }

## The talk

start-begun = Let us draft your charter: how you treat each other and how you decide. I ask a few short questions. Any member may answer, with a reply to my question. You can answer `skip` or `back` at any time. At the end you all vote, and until then nothing holds.
start-again = Here is the draft again, with all that you answered. `back` goes to the questions before.
start-goes-on = Let us go on where you were.
start-skipped = Good, I leave that as it is.
start-went-back = Back to the question before.
start-noted-about = I have noted: { $words }
start-noted-charter = You begin with “{ $name }”. You can change everything in it.
start-noted-language = Good: { $language }.
start-noted-zone = Good: { $zone }.
start-noted-emergency = I have noted: { $number }
start-noted-helplines =
    { $count ->
        [one] I have noted one line.
       *[other] I have noted { $count } lines.
    }
start-noted-checked = I have noted when they were last checked: { $day }
start-noted-file = { $person } has brought a charter: “{ $name }”.
start-reworded = Guideline { $number } of the draft reads now: { $words }
start-left-out =
    Guideline { $number } is no longer in the draft. { $count ->
        [0] There is none left.
       *[other] Those after it have moved up.
    }
start-added = The draft has a new guideline { $number }: { $words }
start-draft-changed =
    { $said }

    To see all of it: { CMD("start") }. To put it to the vote, reply `vote`.
start-not-adopted = The charter is not adopted, and nothing is lost. To change the draft together and vote again: { CMD("start") }

start-ask-about =
    { $said }

    {""}**Question { $place } of { $count }: Who is this group for?** One sentence is enough, for example: People who live with diabetes, and their families.

    { $have ->
        [empty] { "" }
       *[set] So far: { $have }
    }
start-ask-charter =
    { $said }

    {""}**Question { $place } of { $count }: Which charter do you want to begin with?** Reply with its number or its name.

    { $charters }

    { $have ->
        [empty] { "" }
       *[set] So far: { $have }
    }
start-charter = { $name }: { $suits }
start-ask-language =
    { $said }

    {""}**Question { $place } of { $count }: Which language does the group speak?** The charter is written in it, and I speak it here once the charter is adopted.

    { $languages }

    { $have ->
        [empty] { "" }
       *[set] So far: { $have }
    }
start-ask-zone =
    { $said }

    {""}**Question { $place } of { $count }: In which time zone do you meet?** Reply with a large city near you, for example Berlin. { $have ->
        [empty] If you skip this, it stays { $zone }.
       *[set] So far: { $have }
    }
start-ask-emergency =
    { $said }

    {""}**Question { $place } of { $count }: Which number do people call when life is in danger?** For example 112. { $have ->
        [empty] { $known ->
            [empty] If you skip this, I say “your local emergency number”.
           *[set] If you skip this, it stays { $known }.
        }
       *[set] So far: { $have }
    }
start-ask-helplines =
    { $said }

    {""}**Question { $place } of { $count }: Where can people find help today, outside of the group?** Reply with one helpline on each line, with its number and when it answers.

    { $have ->
        [empty] { "" }
       *[set] So far:
    }

    { $have }
start-ask-checked =
    { $said }

    {""}**Question { $place } of { $count }: When did somebody check these numbers last?** Reply `today` if you have just done it, or a day as 2026-11-27. { $have ->
        [empty] { "" }
       *[set] So far: { $have }
    }
start-ask-draft =
    { $said }

    {""}**Question { $place } of { $count }: This is the draft. Shall the group vote on it?** Nothing of it holds yet.

    {""}**{ $name }**

    { $about ->
        [empty] { "" }
       *[set] Who we are: { $about }
    }

    { $guidelines ->
        [empty] There are no guidelines in it yet.
       *[some] Guidelines (draft):
    }

    { $guidelines }

    { $roles ->
        [empty] There are no roles in it.
       *[some] Roles, for a time and never for good: { $roles }
    }

    { $rules ->
        [empty] Decisions are made by the usual rules.
       *[some] Decisions are made by the usual rules, with rules of your own for { $rules }.
    }

    { $language ->
        [empty] { "" }
       *[set] Language: { $language }
    }

    { $zone ->
        [empty] { "" }
       *[set] Time zone: { $zone }
    }

    { $emergency ->
        [empty] { "" }
       *[set] In an emergency: { $emergency }
    }

    { $helplines }

    { $checked ->
        [empty] { "" }
       *[set] Last checked: { $checked }
    }

    Reply `vote` to put it to the vote. To change a guideline first: { CMD("start 4 ...") } with its new words, { CMD("start without 4") }, or { CMD("start new ...") }.
start-in-room =
    The talk goes on in { $group ->
        [empty] the room of your group
       *[set] { $group }
    }, where all can read it.
start-alone = A charter needs the others. You are the only member here so far. Please invite them, and then type { CMD("start") } again.
start-voting = The group is voting on its charter already, as #{ $number }. To see it: { CMD("show", $number) }
start-adopted-already = This group has adopted a charter, in #{ $number }. From here on you change it piece by piece, for example with { CMD("propose guideline ...") }
start-answered-already = Somebody was a moment faster, and that question is answered. If you want another answer, reply `back` to my newest question.
start-about-long = That has { $length } characters, and one sentence of at most { $most } is enough. Please say it in fewer words.
start-charter-unknown = I do not know a charter “{ $words }”. Please reply with a number from 1 to { $count }, or with a name: { $names }
start-language-unknown = I do not speak “{ $words }” yet. I know { $known }.
start-zone-unknown = I do not know a time zone “{ $words }”. Please reply with a large city near you, for example Berlin.
start-zone-which = There are several places of that name. Which one? { $choices }
start-no-number = I see no telephone number in “{ $words }”. Please reply with the number alone, for example 112, or with `skip`.
start-helplines-many = Please name at most { $most } helplines, each in one line of at most { $longest } characters.
start-day-unclear = Which day is “{ $words }”? Please reply `today`, or the day as { $today }.
start-day-ahead = { $day } is still to come. Please reply with the day on which somebody checked the numbers.
start-guideline-unknown =
    { $count ->
        [0] There is no guideline { $number } in the draft, for it has none yet. To add one: { CMD("start new ...") }
       *[other] There is no guideline { $number } in the draft. They have the numbers 1 to { $count }.
    }
start-guidelines-many = A charter can hold { $most } guidelines. Please leave one out before you add another.
start-draft-long = All guidelines together would have { $length } characters, and { $most } can be shown in one message. Please keep them shorter, or leave some out.
start-draft-unclear = Please reply `vote` to put the draft to the vote, or `back`. To change a guideline of it: { CMD("start 4 ...") } with its new words.
start-stop-not-yours = Only whoever began this can put it aside. You can leave it as it is: I do not ask again.
start-stop-how = To leave the talk for now, just do not answer: I keep what you have, and do not ask again. Whoever began it can put it aside: { CMD("stop", $number) }
start-put-aside = { $person } has put the talk about the charter aside. To go on with it: { CMD("start") }
start-line = #{ $number } The talk about your charter waits for an answer to question { $place } of { $count }. To see it: { CMD("start") }
start-shown =
    #{ $number } is the talk about your charter. { $state ->
        [put] It has ended with a vote.
        [rests] It rests at question { $place } of { $count }. To go on: { CMD("start") }
       *[talking] It waits for an answer to question { $place } of { $count }. To see it: { CMD("start") }
    }
start-adopted =
    {""}**You have a charter: “{ $name }”.** { $later ->
        [empty] It holds from now on.
       *[set] Its guidelines and rules hold from { $later } on, unless enough of you object to #{ $number } before.
    }

    { $elects ->
        [yes] Nobody has a role yet. The next step is to choose somebody who looks after the first meetings: { CMD("propose facilitator") }
       *[no] To read it: { CMD("show charter") }
    }
motion-charter =
    { $guidelines ->
        [0] The charter “{ $words }”, with no guidelines yet
        [one] The charter “{ $words }”, with one guideline
       *[other] The charter “{ $words }”, with { $guidelines } guidelines
    }
record-charter-adopted =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] The charter “{ $question }” was adopted
       *[no] The charter was adopted
    } with { $count ->
        [0] no guidelines
        [one] one guideline
       *[other] { $count } guidelines
    }. It holds from { $from } on.

## The charter as a whole

charter-none = This group has no charter yet. To draft one together: { CMD("start") }
charter =
    {""}**{ $name ->
        [empty] The charter
       *[set] { $name }
    }** { $adopted ->
        [empty] (a draft: nothing of it holds yet)
       *[other] (adopted in #{ $adopted })
    }

    { $about ->
        [empty] { "" }
       *[set] Who we are: { $about }
    }

    { $count ->
        [0] There are no guidelines yet.
        [one] There is one guideline. To read it: { CMD("show guidelines") }
       *[other] There are { $count } guidelines. To read them: { CMD("show guidelines") }
    }

    { $rules ->
        [empty] { "" }
       *[some] Rules of its own for { $rules }.
    }

    { $roles ->
        [empty] There are no roles.
       *[some] Roles:
    }

    { $roles }

    { $format ->
        [empty] { "" }
       *[some] A meeting goes like this: { $format }.
    }
charter-wrong =
    I cannot read that as a charter. Nothing has changed. These lines need a change:

    { $problems }

    { $more ->
        [0] { "" }
       *[other] And { $more } more.
    }

    Without a file it is easier: { CMD("start") }
charter-wrong-line =
    { $line ->
        [0] { $advice }
       *[other] Line { $line }: { $advice }
    }
charter-role =
    {""}**{ $name }**{ $does ->
        [empty] { "" }
       *[set] : { $does }
    }
charter-role-auditor = auditor
charter-role-cofacilitator = co-facilitator
charter-role-delegate = delegate
charter-role-duty = on duty
charter-role-facilitator = facilitator
charter-role-guest = guest
charter-role-notes = note taker
charter-role-scrutineer = scrutineer
charter-role-timekeeper = timekeeper
charter-role-treasurer = treasurer
charter-role-welcomer = welcomer
charter-item-check-in = check-in
charter-item-check-out = check-out
charter-item-decisions = open decisions
charter-item-guidelines = reading the guidelines
