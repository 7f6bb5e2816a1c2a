# Shared leadership: jobs with terms, turns, questions about a person, roll-calls.

command-show-roles =
    { CMD("show roles") } tells who does what in this group, since when, until when and by which decision, and which jobs nobody does.
    .names = show roles, roles
command-show-role =
    { CMD("show role facilitator") } tells what a job is and what it is not, and who does it.
    .names = show role
command-propose-facilitator =
    { CMD("propose facilitator") } begins an election without candidates for somebody who facilitates.

    - About one person: { CMD("propose facilitator Bo for 3 months") }. I ask Bo in private, and nobody has to say why not.
    - On trial, for a month: { CMD("propose facilitator Bo on trial") }
    - To choose: { CMD("propose facilitator | Ana | Bo | ranked") }
    - To let the lot decide: { CMD("propose facilitator by lot") }

    The term ends by itself; before that I ask the group who is next.
    .names = propose facilitator, propose facilitators
command-propose-cofacilitator =
    { CMD("propose cofacilitator") } finds somebody who facilitates together with the facilitator. It goes like { CMD("propose facilitator") }.
    .names = propose cofacilitator, propose co-facilitator
command-propose-someone-for =
    { CMD("propose someone for Librarian") } begins an election without candidates for any job. About one person: { CMD("propose someone for Librarian: Bo") }
    .names = propose someone for, propose somebody for
command-propose-delegate =
    { CMD("propose delegate Ana for Kitchen") } asks the group whether Ana is the delegate of the sub-group Kitchen. Each sub-group has one.
    .names = propose delegate
command-propose-guest =
    { CMD("propose guest Bo") } asks the group whether Bo is a guest: somebody who can speak and has no vote. Bo is heard first, and the vote is secret. Whoever wants to be a guest types { CMD("turn join guest") }.
    .names = propose guest
command-propose-role =
    { CMD("propose role Librarian: keeps the books, 3 months") } proposes a job of the group's own. For two people: add `| seats 2`.
    .names = propose role, propose roles
command-propose-without-role =
    { CMD("propose without role Librarian") } asks whether the group does without this job.
    .names = propose without role
command-propose-recall =
    { CMD("propose recall Bo facilitator") } asks whether somebody's term ends before its time. The person is heard first, the vote is secret, and three quarters must say yes, unless your rules say otherwise.
    .names = propose recall
command-propose-about =
    { CMD("propose about Bo ...") } asks the group something that concerns one person. The person is heard first, and the vote is secret.
    .names = propose about
command-propose-spending =
    { CMD("propose spending 40 euros for a projector") } asks the group a question of money, by the rule for spending.
    .names = propose spending
command-propose-commitment =
    { CMD("propose commitment We clean the hall on Sunday") } asks the group about a promise to people outside, by the rule for that.
    .names = propose commitment
command-propose-rule-roll-call =
    { CMD("propose rule roll call every 12 months") } proposes that I ask everybody once a year whether they still take part. Whoever does not answer in two weeks stays a member and is not counted in votes, until they type { CMD("still here") } or vote.
    .names = propose rule roll call, propose roll call
command-propose-rule-no-roll-call =
    { CMD("propose rule no roll call") } proposes that I ask nobody any longer, and everybody counts.
    .names = propose rule no roll call, propose no roll call
command-still-here =
    { CMD("still here") } answers a roll-call: you take part, and count in votes that open from now on.
    .names = still here, i am still here, i take part
command-say =
    In a direct chat with me, { CMD("say 1 ...") } is what you say before the group votes on a question about you. It is shown with the question. You may also say nothing.
    .names = say
command-turn =
    { CMD("turn") } shows whose turn it is, who is next, and who after.

    - To volunteer: { CMD("turn join duty") }
    - To take a turn, or pass it on: { CMD("turn take") }, { CMD("turn pass") }
    - To change turns with somebody: { CMD("turn swap Bo") }
    - When you are away: { CMD("turn away until Friday") }
    - To hand over everything at once: { CMD("turn rest") }
    - To step down: { CMD("turn stop") }

    Nobody asks why.
    .names = turn, turns
command-turn-join =
    { CMD("turn join duty") } says that you share a duty with others. So do { CMD("turn join welcomer") }, { CMD("turn join timekeeper") } and { CMD("turn join note taker") }.
    .names = turn join, turn volunteer
command-turn-take =
    { CMD("turn take") } takes the turn that I ask you for, or says yes to a swap.
    .names = turn take
command-turn-pass =
    { CMD("turn pass") } passes your turn on. Your place in the order stays, and nobody asks why.
    .names = turn pass
command-turn-swap =
    { CMD("turn swap Bo") } asks Bo to change turns with you.
    .names = turn swap
command-turn-away =
    { CMD("turn away until Friday") } hands your turns over at once, until you are back.
    .names = turn away
command-turn-rest =
    { CMD("turn rest") } hands over everything at once, until you type { CMD("turn back") }. Nobody asks why.
    .names = turn rest
command-turn-back =
    { CMD("turn back") } says that you are there again.
    .names = turn back
command-turn-stop =
    { CMD("turn stop") } steps down from your job. With several: { CMD("turn stop duty") }. Nobody asks why.
    .names = turn stop

## Words that are typed

word-for-term =
    .words = for
word-on-trial =
    .words = on trial
word-by-lot =
    .words = by lot

job-facilitator = facilitator
    .words = facilitator, facilitators
job-cofacilitator = co-facilitator
    .words = cofacilitator, co-facilitator, cofacilitators, co-facilitators
job-welcomer = welcomer
    .words = welcomer, welcomers, welcome
job-duty = duty
    .words = duty, on duty
job-timekeeper = timekeeper
    .words = timekeeper, time keeper, timekeeping
job-notes = note taker
    .words = note taker, notes, note-taker
job-scrutineer = scrutineer
    .words = scrutineer, scrutineers
job-guest = guest
    .words = guest, guests
job-delegate = delegate
    .words = delegate, delegates
delegate-for = delegate for { $group }

## Who does what

roles =
    Jobs are for a time, and nobody has more say by them:

    { $roles }
roles-none = Nobody has a job here yet. To find a facilitator: { CMD("propose facilitator") }. To share a duty: { CMD("turn join duty") }
role-line =
    {""}**{ $role }:** { $people }{ $turn ->
        [empty] { "" }
       *[set] {""}. Now: { $turn }{ $until ->
            [empty] { "" }
           *[set] , until { $until }
        }
    }
role-line-empty =
    {""}**{ $role }:** nobody. { $duty ->
        [yes] { CMD("turn join", $name) }
       *[no] { CMD("propose someone for", $name) }
    }
role-holder =
    { $person } (since { $since }{ $until ->
        [empty] { "" }
       *[set] , until { $until }
    }{ $trial ->
        [yes] , on trial
       *[no] { "" }
    }{ $decision ->
        [0] , volunteered
       *[other] , by #{ $decision }
    }{ $away ->
        [yes] , away
       *[no] { "" }
    })
role-shown =
    { $does }

    { $line }
role-days =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
role-months =
    { $months ->
        [one] one month
       *[other] { $months } months
    }
role-facilitator-does =
    {""}**What a facilitator does here**

    - helps the group make its own rules, and reminds us of them
    - makes sure that everyone gets a turn
    - keeps time, and keeps us close to the topic
    - answers questions from new people, or finds someone who can

    {""}**What a facilitator does not do**

    - be the expert, the doctor or the boss
    - decide for the group (a facilitator has one vote, like everyone)
    - fix other people's problems
    - carry it alone: there are always at least two

    { $term ->
        [empty] The job ends when the group or the facilitator says so.
       *[set] The job lasts { $term }.
    } You may stop at any time and you do not have to say why: type { CMD("turn rest") }. I pass your tasks on.
role-does =
    { $does ->
        [empty] The group has not said yet what this job is.
       *[set] { $does }
    }

    { $term ->
        [empty] { "" }
       *[set] The job lasts { $term }.
    }
role-does-built-in =
    { $does } { $term ->
        [empty] { "" }
       *[set] The job lasts { $term }.
    }
role-is-cofacilitator = Facilitates together with the facilitator, and when the facilitator cannot.
role-is-welcomer = Greets new people, and shows them around.
role-is-duty = Looks for those who ask for something, so that everybody gets an answer from a person. A turn is a week.
role-is-timekeeper = Keeps time in a meeting.
role-is-notes = Writes down what a meeting agrees.
role-is-scrutineer = Counts a secret vote again.
role-is-guest = Can be asked to speak, and has no vote.
role-is-delegate = Speaks for a sub-group where the group decides by delegates.

## Finding somebody

roles-which = Which job do you mean? To see them: { CMD("show roles") }
roles-unknown = There is no job called “{ $name }” in this group. To see what there is: { CMD("show roles") }. To propose one: { CMD("propose role Librarian: keeps the books, 3 months") }
roles-without = The group decided to do without this job ({ $role }). To propose it anew: { CMD("propose role", $name, "...") }
roles-term-unclear = For how long? I read “{ $phrase }”. You could type { CMD("propose facilitator Bo for 3 months") }.
roles-term-range = A term is at most { $most }.
roles-one-way = Please choose one way: one person, several names, or the lot.
roles-who = I do not know who “{ $name }” is in this group. Please mention the person, or type their name as it is shown.
roles-guest = { $person } is a guest here. Guests have no vote and no job.
roles-guest-how = A guest is somebody without a vote, so the person is heard first: { CMD("propose guest Bo") }
roles-guest-self = To be a guest yourself: { CMD("turn join", $name) }
roles-guest-decided = The group decided that in #{ $number }, so only the group can change it.
roles-name-missing = What is the job called? For example: { CMD("propose role Librarian: keeps the books, 3 months") }
roles-name-long = Please take at most { $most } letters for the name of a job, without the sign |.
roles-does-missing = What does this job do? For example: { CMD("propose role", $name, "keeps the books, 3 months") }
roles-does-long = That has { $length } letters, and I can take { $most }. Please say it in fewer words.
roles-seats-range = A job is done by 1 to { $most } people at once.
roles-not-own = “{ $name }” is not a job that a group can make or drop.
delegate-for-whom = Whose delegate? For example: { CMD("propose delegate Ana for Kitchen") }

motion-appoint =
    { $person } as { $role }{ $trial ->
        [yes] , on trial
       *[no] { "" }
    }{ $term ->
        [empty] { "" }
       *[set] , for { $term }
    }
motion-fill-role =
    Who is { $role }{ $term ->
        [empty] { "" }
       *[set] , for { $term }
    }? { $people }
motion-role-by-lot =
    The lot decides who is { $role }{ $term ->
        [empty] { "" }
       *[set] , for { $term }
    }
motion-add-role =
    New job, { $role }: { $words }. { $seats ->
        [one] One person
       *[other] { $seats } people
    }, for { $term }
motion-drop-role = Without the job { $role }

role-nominated =
    { $person } proposes you as { $role } in { $group ->
        [empty] your group
       *[set] { $group }
    } (#{ $number }). If the group agrees, I ask you then. If you know already: { CMD("accept", $number) } or { CMD("decline", $number) }. You need no reason to decline.
role-willing =
    Thank you. { $group ->
        [empty] Your group
       *[set] { $group }
    } can count on you for #{ $number }, { $role }. Should it change: { CMD("turn stop") }
role-declined = **#{ $number }** { $person } will not take it on ({ $role }), and needs no reason for that.
role-ask =
    { $group ->
        [empty] Your group
       *[set] { $group }
    } would like you to be { $role } (#{ $number }). Will you? Until { $due }: { CMD("accept", $number) } or { CMD("decline", $number) }. You need no reason to decline.
role-unanswered = **#{ $number }** { $person } has not answered, so nobody is { $role } by this decision. To look for somebody: { CMD("propose someone for", $name) }
role-lot-few = **#{ $number }** There are too few people for a lot: { $role }.
role-added =
    The group has a new job: { $role }. { $duty ->
        [yes] To share it: { CMD("turn join", $name) }
       *[no] To find somebody for it: { CMD("propose someone for", $name) }
    }
role-taken =
    { $person } takes this on: { $role }{ $trial ->
        [yes] , on trial
       *[no] { "" }
    }{ $until ->
        [empty] .
       *[set] , until { $until }.
    } Thank you.
role-guest = { $person } is a guest from now on: they can speak, and are not counted in votes that open from now on.
role-stopped = { $person } hands this back: { $role }. Thank you for doing it.
role-guest-over = { $person } is no guest any longer, and counts in votes that open from now on.
role-recalled = { $person } does this no longer: { $role }.
role-term-over =
    The term of { $person } is over: { $role }. Thank you. { $empty ->
        [yes] Nobody does it now. To find somebody: { CMD("propose someone for", $name) }
       *[no] { "" }
    }
role-term-ends =
    { $trial ->
        [yes] The trial of { $person } ends on { $until }: { $role }. Shall it go on? { CMD("propose someone for", $name) }
       *[no] The term of { $person } ends on { $until }: { $role }. Who is next? { CMD("propose someone for", $name) }
    }
role-empty =
    Nobody does this now: { $role }. { $duty ->
        [yes] Who would like to? { CMD("turn join", $name) }
       *[no] To find somebody: { CMD("propose someone for", $name) }
    }
roles-one-admin = Only { $person } can still change the settings of this Matrix room. If they were gone, nobody could. Please make somebody else an admin too, in the room settings of your app.

## Turns

turn-offered =
    { $group ->
        [empty] Your group
       *[set] { $group }
    } asks for your turn: { $role }, { $begins ->
        [empty] from now on
       *[set] from { $begins }
    }{ $until ->
        [empty] , for the next meeting
       *[set] {" "}until { $until }
    }. { CMD("turn take", $name) } or { CMD("turn pass", $name) }. You need no reason to pass.
turn-reminded =
    { $group ->
        [empty] Your group
       *[set] { $group }
    } still asks for your turn: { $role }{ $begins ->
        [empty] { "" }
       *[set] , from { $begins }
    }{ $until ->
        [empty] { "" }
       *[set] , until { $until }
    }. { CMD("turn take", $name) } or { CMD("turn pass", $name) }. If you cannot answer, I ask somebody else tomorrow, and that is fine.
turn-began =
    In { $group ->
        [empty] your group
       *[set] { $group }
    } your turn begins: { $role }{ $until ->
        [empty] { "" }
       *[set] , until { $until }
    }. If you cannot, { CMD("turn pass", $name) } hands it on.
turn-missing = Nobody has the next turn yet: { $role }. Who would like to take it? { CMD("turn take", $name) }
turn-load = In the last eight weeks { $person } has done more than half of all turns. That is a lot for one person. Who would like to share? { CMD("turn join duty") }
turn-none = Nobody takes turns here yet. To volunteer: { CMD("turn join duty") }
turns =
    { $turns }
turn-line =
    {""}**{ $role }:** { $person ->
        [empty] { $meeting ->
            [yes] { "" }
           *[no] Nobody right now.
        }
       *[set] { $taken ->
            [yes] { $person }{ $until ->
                [empty] { "" }
               *[set] , until { $until }
            }.
           *[no] I have asked { $person }.
        }
    } { $next ->
        [empty] { $duty ->
            [yes] Nobody is next: { CMD("turn join", $name) }
           *[no] Nobody is next.
        }
       *[set] Next: { $next }.
    } { $after ->
        [empty] { "" }
       *[some] Then: { $after }.
    }
turn-no-rota = Nobody takes turns in this yet: { $role }. To see what there is: { CMD("turn") }
turn-by-decision = The group decides who does this: { $role }. To ask it: { CMD("propose someone for", $name) }
turn-recalled = The group decided that somebody else does this: { $role }. Only the group can change it: { CMD("propose someone for", $name) }
turn-joined-already = You share this already: { $role }.
turn-taken-on =
    { $person } has the turn: { $role }{ $begins ->
        [empty] { "" }
       *[set] , from { $begins }
    }{ $until ->
        [empty] , for the next meeting.
       *[set] {""}, until { $until }.
    }
turn-passed =
    That is fine. { $roles }
turn-passed-swap = That is fine. Nothing changes.
turn-handed =
    { $person ->
        [empty] { $role }: nobody has it right now.
       *[set] { $role }: { $person } is asked now.
    }
turn-swap-asked = I have asked { $person }. Until they say yes, nothing changes.
turn-swap-ask =
    { $person } would like to change turns with you in { $group ->
        [empty] your group
       *[set] { $group }
    }: { $role }{ $begins ->
        [empty] , from now on
       *[set] , from { $begins }
    }{ $until ->
        [empty] { "" }
       *[set] , until { $until }
    }{ $yours ->
        [yes] , for your turn
       *[no] { "" }
    }. { CMD("turn take", $name) } or { CMD("turn pass", $name) }. You need no reason to say no.
turn-swap-no = { $person } cannot change turns with you this time: { $role }. To pass it on instead: { CMD("turn pass", $name) }
turn-swapped = { $person } and { $other } have changed turns: { $role }.
turn-swap-self = To change turns, name somebody else: { CMD("turn swap Bo") }
turn-no-swap = Nobody asks you to change turns right now.
turn-away =
    { $until ->
        [empty] Take the time that you need. I ask you for nothing until you type { CMD("turn back") }.
       *[set] I ask you for nothing until { $until }. If you are back earlier: { CMD("turn back") }
    }

    { $roles }
turn-no-backup = Nobody is there for this at the moment: { $role }. Who can help out? To see whose turn it is: { CMD("turn") }
turn-away-unclear =
    Until when? I read “{ $phrase }”. { $why ->
        [empty] { "" }
       *[set] { $why }{ " " }
    }{ $choices ->
        [empty] For example: { CMD("turn away until Friday") }
       *[some] You could type:
    }

    { $choices }
turn-away-past = “{ $phrase }” is over already. Until when are you away? For example: { CMD("turn away until Friday") }
turn-back = Welcome back. I ask you for turns again.
turn-not-away = I did not know that you were away. To see whose turn it is: { CMD("turn") }
turn-nothing-mine = You have no job here that you could hand back. To see who does what: { CMD("show roles") }
turn-not-mine = You do not do this: { $role }. To see who does what: { CMD("show roles") }
turn-which = Which one do you mean? { $choices }
turn-none-asked = I am not asking you for a turn right now. To see whose turn it is: { CMD("turn") }
turn-none-mine = You have no turn right now. To see whose turn it is: { CMD("turn") }
turn-noted =
    Good. I have told { $group ->
        [empty] your group
       *[set] { $group }
    }.
turn-not-yours = You have no turn in this right now. To see whose turn it is: { CMD("turn") }
turn-taken =
    Somebody has this turn already{ $until ->
        [empty] .
       *[set] , until { $until }.
    } I ask for the next one when it is near.
turn-yours-already =
    You have this turn already{ $until ->
        [empty] .
       *[set] , until { $until }.
    } Thank you.
accept-nothing = In #{ $number } nobody is asking you right now. To see what it is: { CMD("show", $number) }
take-nothing = #{ $number } is nothing that somebody takes on. To see what it is: { CMD("show", $number) }

## Questions about a person

motion-recall = { $person } does this no longer: { $role }
motion-make-guest = { $person } is a guest, who can speak and has no vote
motion-about-person = About { $person }: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }
motion-spending = Spending: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }
motion-commitment = Promise to people outside: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }
recall-which = { $person } does several things: { $roles }. Please name one: { CMD("propose recall Bo facilitator") }
recall-nothing = { $person } does not do that here. To see who does what: { CMD("show roles") }
recall-self = You can hand it back yourself, and nobody asks why ({ $role }): { CMD("turn stop", $name) }
about-what = What is the question about { $person }? For example: { CMD("propose about Bo ...") }
hearing-none = There is no question about you that waits for your words.
hearing-needs-charter = The group votes on questions about a person only after it has adopted its charter.
hearing-ask =
    { $person } would like to ask { $group ->
        [empty] your group
       *[set] { $group }
    } something about you:

    { $about }

    The group is not asked yet. If you want to say something, I show it with the question, in your own words: { CMD("say", $number, "...") }. You have until { $due }, and you may also say nothing. The vote is secret.
hearing-begun = It is noted as #{ $number }. The person is heard first, so the vote begins at { $due } at the latest.
hearing-over = #{ $number } does not wait for anybody's words any longer. To see what it is: { CMD("show", $number) }
hearing-not-yours = #{ $number } waits for the words of somebody else.
hearing-in-direct = Please write that to me in a direct chat. I show it to the group with the question.
hearing-words-missing = What would you like to say? { CMD("say", $number, "...") }
hearing-too-long = That has { $length } letters, and I can take { $most }. Please say it in fewer words.
hearing-said =
    I show this with #{ $number }, when the vote begins at { $due }: “{ $words }”\
    To say something else instead: { CMD("say", $number, "...") }
hearing-passed = That is fine. The vote on #{ $number } begins now.
hearing-answer =
    { $words ->
        [empty] {""}**#{ $number }** The question that follows is about { $person }, who was heard first and says nothing to it. That says nothing either way.
       *[set] {""}**#{ $number }** The question that follows is about { $person }, who was heard first and says: “{ $words }”
    }
hearing-line = #{ $number } Waits until the person was heard, or until { $due }: { $about }
hearing-shown =
    #{ $number }: { $about ->
        [empty] A question about a person, who is heard first.
       *[set] “{ $about }”
    } { $due ->
        [empty] It is over.
       *[set] The vote begins at { $due } at the latest.
    }

    { $history }
hearing-stopped = #{ $number } was taken back. The group is not asked.

## Roll-calls

motion-roll-call =
    { $months ->
        [0] I ask nobody any longer whether they still take part in votes
       *[other] Every { $months } months I ask everybody whether they still take part in votes
    }
roll-call = Do you still take part? I ask everybody, so that votes count those who are here. Please type { CMD("still here") } until { $due }, or vote on something. Whoever does not answer stays a member, and can come back into the count at any time.
roll-call-alone =
    { $group ->
        [empty] Your group
       *[set] { $group }
    } asks everybody whether they still take part in votes. If you do, type { CMD("still here") } until { $due }. You stay a member either way.
roll-call-over =
    { $silent ->
        [0] Everybody has answered: { $counted } members count in votes.
       *[other] { $counted } members count in votes that open from now on. { $silent } have not answered: they are members as before, and { CMD("still here") } brings them back into the count at any time.
    }
roll-call-back = Welcome back. You count in votes that open from now on.
roll-call-noted = Thank you. You count in votes.
roll-call-none = This group asks nobody whether they still take part: everybody counts. To propose that: { CMD("propose rule roll call every 12 months") }
roll-call-range = Please choose from { $least } to { $most } months.

## The record

record-role-taken =
    { $seq }. { $at }: { $person } took this on: { $role }{ $until ->
        [empty] { "" }
       *[set] , until { $until }
    }{ $how ->
        [decision] , by the decision #{ $number }.
       *[own-wish] , by their own wish.
    }
record-role-ended =
    { $seq }. { $at }: { $person } does this no longer: { $role } { $how ->
        [term] (the term was over).
        [stopped] (handed back).
        [left] (no longer in the group).
        [recalled] (by the decision #{ $number }).
        [dropped] (the group does without it, by #{ $number }).
        [guest] (is a guest now).
       *[replaced] (somebody else does it, by #{ $number }).
    }
record-heard =
    { $seq }. { $at }: { $person } was heard on #{ $number }{ $said ->
        [known] , and said: “{ $answer }”
        [erased] . What was said has been removed.
       *[nothing] , and said nothing.
    }
record-roll-call = { $seq }. { $at }: { $asked } members were asked whether they still take part.
record-roll-call-over = { $seq }. { $at }: After the roll-call { $counted } members count in votes, and { $silent } did not answer.
