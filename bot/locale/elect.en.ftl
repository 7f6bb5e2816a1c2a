# Election without candidates.

command-elect =
    { CMD("elect Who keeps the keys?") } finds a person for a job without candidates. Everybody nominates somebody and says why, in a direct chat with me; I show all of it together. After changes somebody who is not nominated suggests one person, and the group is asked for consent. Nobody counts nominations: the reasons matter.
    .names = elect
command-nominate =
    { CMD("nominate 1 Bo because he is always there first") } nominates a member in election 1. Type it in a direct chat with me; while changes are taken, type it in the group.
    .names = nominate
command-next =
    { CMD("next 1") } goes on with election 1 before the time is over, when everybody has been heard. Only its facilitator can do that.
    .names = next
command-suggest =
    { CMD("suggest 1 Bo because ...") } suggests one person in election 1, for whom the reasons speak. Only its facilitator can do that.
    .names = suggest
command-accept =
    { CMD("accept 1") } takes on what the group asks you for in election 1.
    .names = accept
command-decline =
    { CMD("decline 1") } says that you will not take it on. Nobody asks why. You can type it in a direct chat with me.
    .names = decline

elect-next-in-meeting = Nobody waits to speak. To go on with the agenda: { CMD("meet next") }
elect-none-open = No election is under way. To begin one: { CMD("elect Who keeps the keys?") }
elect-is-none = #{ $number } is not an election. To see what it is: { CMD("show", $number) }
elect-announce =
    {""}**#{ $number } Election without candidates: { $question }**\
    Begun by { $person }.

    Whom do you see in this job, and why? Please write it to me in a direct chat: { CMD("nominate", $number, "Bo because ...") }. You can nominate yourself. If you have nobody in mind: { CMD("pass", $number) }

    { $until ->
        [empty] Nominations are open for { $length }.
       *[set] Nominations are open until { $until }.
    } I keep them sealed and then show all of them together. I never count them: the reasons matter.

    If { $person } is nominated, the lot decides who guides the election. Its seal: { $seal }
elect-not-open-yet = #{ $number } is on its way. Please nominate somebody when it has appeared.
elect-nominations-over = The time for nominations in #{ $number } is over. To see the next step: { CMD("show", $number) }
elect-not-yours = Those who were members when #{ $number } began take part in it. You can take part in everything that begins from now on.
elect-in-direct = Nominations for #{ $number } come to me in a direct chat, so that nobody is led by others. This one is not taken.
elect-in-room = All nominations for #{ $number } are open now, so please say a change in the group, where everybody hears it.
elect-not-a-member = Only somebody who was a member when #{ $number } began can be nominated.
elect-has-declined = This person has said that they will not take on #{ $number }. Please think of somebody else.
elect-needs-reason = Please say why: { CMD("nominate", $number, "Bo because ...") }. The reasons are what the group listens to.
elect-long-reason = Your reason has { $length } letters, and I can take { $most }. Please say it in fewer words.
elect-who = I do not know who “{ $name }” is in this group. Please mention the person, or type their name as it is shown: { CMD("nominate", $number, "Bo because ...") }
elect-nominated-nominating = For #{ $number } you nominate { $nominee }: { $reason }\
    I keep it sealed until all are opened together. To change it, nominate again.
elect-nominated-changing = For #{ $number } { $person } now nominates { $nominee }: { $reason }
elect-nominated-nobody = For #{ $number } you nominate nobody. To change it: { CMD("nominate", $number, "Bo because ...") }
elect-nomination = { $person } nominates { $nominee }: { $reason ->
        [empty] (the text was removed)
       *[set] { $reason }
    }
elect-nomination-nobody = { $person } nominates nobody
elect-unsealed =
    {""}**#{ $number } { $question }** These are all nominations:

    { $nominations }

    Has a reason changed your mind? Say so here until { $due }: { CMD("nominate", $number, "Bo because ...") }
elect-call =
    { $because ->
        [empty] { "" }
       *[set] { $because }
    }

    {""}**#{ $number } { $question }** { $person }, please suggest one person for whom the reasons speak, and say why, before { $due }: { CMD("suggest", $number, "Bo because ...") }

    { $seed ->
        [empty] { "" }
       *[set] The lot has chosen who suggests. Its seed was { $seed }.
    }
elect-next-not-yours = Only whoever guides #{ $number } can go on with it. It goes on by itself when its time is over.
elect-next-waits =
    { $missing ->
        [one] In #{ $number } one member has not been heard yet. It goes on when they have answered, or when its time is over.
       *[other] In #{ $number } { $missing } members have not been heard yet. It goes on when they have answered, or when its time is over.
    }
elect-next-nothing = #{ $number } waits for one person's word. To see whose: { CMD("show", $number) }
elect-suggest-not-now = It is not the time to suggest somebody in #{ $number }. To see the next step: { CMD("show", $number) }
elect-suggest-not-yours = Only whoever guides #{ $number } suggests a person. To see who that is: { CMD("show", $number) }
elect-suggest-not-nominated = Nobody nominated this person in #{ $number }. Please suggest somebody for whom others gave reasons.
elect-suggest-needs-reason = Please say which reasons speak for this person: { CMD("suggest", $number, "Bo because ...") }
elect-suggested =
    {""}**#{ $number }** { $person } suggests { $nominee }: { $reason }\
    Do you see harm in it? The poll that follows asks everybody else for consent; { $nominee } is asked last.
elect-round = { $question } { $nominee }
elect-nominee-last = You are asked last in #{ $number }: when the others have consented, I write to you. If you know already that you would rather not: { CMD("decline", $number) }
elect-asked = **#{ $number }** Nobody objects. I have asked { $person }, who can answer until { $due }.
elect-ask = { $group } consents that you take on #{ $number } { $question }\
    Will you? Until { $due }: { CMD("accept", $number) } or { CMD("decline", $number) }. You need no reason to decline.
elect-not-asked = In #{ $number } nobody is asking you right now. To see the next step: { CMD("show", $number) }
elected = **#{ $number } { $question }** { $person } takes it on, with the consent of the group.
elect-thanks = Thank you. I have told { $group }.
elect-declined = { $person } will not take it on, and needs no reason for that.
elect-decline-noted = That is fine. I tell the group only that you will not take on #{ $number }.
elect-not-available = **#{ $number }** { $because }
elect-no-answer = { $person } has not answered, so somebody else can be suggested.
elect-round-stopped = #{ $number } This question is not asked any longer.
elect-ended =
    { $because ->
        [empty] { "" }
       *[set] { $because }
    }

    {""}**#{ $number } { $question }** The election is over, and nobody is chosen. You can begin another: { CMD("elect ...") }
elect-heard =
    #{ $number }: { $heard ->
        [empty] Nobody has been heard yet.
       *[some] Heard so far: { $heard }.
    } { $missing ->
        [empty] Nobody is missing.
       *[some] Not heard from yet: { $missing }.
    }

elect-step-announced = It is on its way.
elect-step-nominating = Next: nominate somebody in a direct chat with me until { $due }: { CMD("nominate", $number, "Bo because ...") }
elect-step-changing = Next: read the nominations, and if you change yours, say so in the group until { $due }: { CMD("nominate", $number, "Bo because ...") }
elect-step-suggesting = Next: { $facilitator } suggests one person, until { $due }.
elect-step-consenting = Next: everybody but { $nominee } says whether they consent: { $vote }
elect-step-asking = Next: { $nominee } says whether they take it on, until { $due }.
elect-step-elected = { $nominee } has taken it on.
elect-step-ended = It is over, and nobody is chosen.
elect-line = #{ $number } Election “{ $question }”. { $step }
elect-shown =
    {""}**#{ $number } Election without candidates: { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    }**\
    Begun by { $person }.

    { $step }

    { $history }

record-elect-opened =
    { $seq }. { $at }: { $person } began an election without candidates, #{ $number }{ $known ->
        [yes] , “{ $question }”
       *[no] { "" }
    }. { $eligible } members take part.
record-elect-nominations = { $seq }. { $at }: The nominations of #{ $number } were opened: { $nominations }.
record-elect-changed = { $seq }. { $at }: A nomination of #{ $number } was changed: { $nominations }.
record-elect-suggested =
    { $seq }. { $at }: In #{ $number } { $person } suggested { $nominee }{ $reason ->
        [empty] {"."}
       *[set] : { $reason }
    }
record-elected = { $seq }. { $at }: { $person } took on #{ $number }, with the consent of the group.
record-elect-ended = { $seq }. { $at }: The election #{ $number } ended, and nobody was chosen.
record-elect-stopped = { $seq }. { $at }: { $person } took back the election #{ $number }.
