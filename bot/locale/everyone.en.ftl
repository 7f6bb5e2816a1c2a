# Everyone counts: newcomers, people at the door, requests, concerns, and where help outside is.

command-more =
    { CMD("more") } shows how we are here, and what I store.
    .names = more
command-bots =
    { CMD("bots") } shows which accounts here are programs, or puppets of people who write from elsewhere. They are not welcomed, do not count and do not vote.
    .names = bots
command-bots-add =
    { CMD("bots add @news:example.org") } says that an account is a program. Anyone can take it back.
    .names = bots add
command-bots-remove =
    { CMD("bots remove @news:example.org") } says that an account is a person.
    .names = bots remove
command-i-am-a-person =
    In a direct chat with me, { CMD("i am a person") } takes you off the list of programs, if you are on it by mistake.
    .names = i am a person
command-ask =
    { CMD("ask How do I join the meeting?") } asks, and I follow your question until a person has answered, in the room or in a direct chat with me. Or react with a raised hand 🙋 to a message of your own. Only you close it: { CMD("thanks") }
    .names = ask
command-ask-listen =
    { CMD("ask listen") } and your words: you would like somebody to listen. No advice.
    .names = ask listen
command-ask-ideas =
    { CMD("ask ideas How do you sleep before a checkup?") } asks for ideas and experience.
    .names = ask ideas
command-ask-info =
    { CMD("ask info Where is the next meeting?") } asks for something that you need to know.
    .names = ask info
command-person =
    { CMD("person") } asks that somebody of your group writes to you. I pass on your name and nothing else. If nobody has written, I ask others.
    .names = person, ask person
command-ask-concern =
    In a direct chat with me, { CMD("ask concern Ana | Bo keeps interrupting me") } tells a concern to those whom you pick. Add `about Bo` after their names, and I make sure that it never reaches Bo. I keep the dates, not the words.
    .names = ask concern
command-thanks =
    { CMD("thanks 1") } closes your request 1: a person has answered.
    .names = thanks, thank you
command-answered =
    { CMD("answered 1") } tells me that you have answered request 1. I ask the person who asked whether that is so.
    .names = answered
command-show-requests =
    { CMD("show requests") } shows which requests wait for a person, the oldest first. What was asked is not shown.
    .names = show requests, requests
command-me-requests =
    { CMD("me requests always") }: requests may reach you in your quiet hours too. { CMD("me requests daytime") } goes back.
    .names = me requests
command-urgent =
    { CMD("urgent") } shows where to find help outside this group.
    .names = urgent, crisis
command-urgent-numbers =
    { CMD("urgent numbers 112 | Night line 0800 1110111") } sets the group's own numbers: the emergency number first, then lines to talk to. Everyone here sees that they changed.
    .names = urgent numbers
command-urgent-checked =
    { CMD("urgent checked") } says that you looked, and that the group's numbers are right. I ask once a year.
    .names = urgent checked
command-resource =
    { CMD("resource Sleep | Clinic on Oak Street | https://example.org | Germany | German") } adds to the group's list of resources: what it is about, what it is, and where. { CMD("stop 1") } takes number 1 off the list. Both count at once, and I tell everyone. Within 72 hours one member who objects turns it back, and then the group votes on it.
    .names = resource
command-resource-checked =
    { CMD("resource checked 1") } says that you looked, and that number 1 of the list is right.
    .names = resource checked
command-show-resources =
    { CMD("show resources") } shows the group's list of resources, { CMD("show resources sleep") } what is on it about sleep.
    .names = show resources, resources

word-about-person =
    .words = about
word-and =
    .words = and
word-requests-always =
    .words = always, any time, at night
word-requests-daytime =
    .words = daytime, not at night

words-said = { $words }
words-said-more = { $words } { $more }
done-in-room = Done. The room was told.
danger-line =
    If someone is in danger now, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    }. We are not a crisis service.

## Newcomers

welcome =
    { danger-line }

    Hello { $people }{ $others ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $others } more
    }, welcome to { $group ->
        [empty] our group
       *[set] { $group }
    }. { $own ->
        [empty] { $about ->
            [empty] { "" }
           *[set] { $about }{" "}
        }You do not have to share anything. You can just read.
       *[set] { "" }
    }

    { $own }

    { $meeting ->
        [empty] { "" }
       *[set] Next meeting: { $meeting }.
    } { $duty ->
        [empty] Nobody is on duty right now.
       *[set] This week { $duty } looks after the group. You can write to them.
    } { $welcomer ->
        [empty] { "" }
       *[set] { $welcomer } is there for people who are new.
    } To ask something: { CMD("ask") } and your question. I follow it until a person has answered.

    I am a program. I keep time and count votes. For how we are here and what I store, type { CMD("more") }
more-usual = What people share here stays here. No one is the boss, and no one is an expert on you. Each member has one vote. You can pass at any time. No one has to give a reason.
more =
    {""}**How we are here**

    { $own ->
        [empty] { more-usual }
       *[set] { "" }
    }

    { $own }

    { $guidelines ->
        [0] The group has not adopted guidelines yet. Those that it may begin with: { CMD("show guidelines") }
       *[other] Our ground rules: { CMD("show guidelines") }. If you agree with them, type { CMD("agree") }
    }

    {""}**About me.** I store what the group decides, its jobs, meetings and open questions. I do not store what you tell each other. In your first week I keep which messages are yours, without their words, to know whether somebody has answered you. I can decrypt this room, because I am in it. So whoever runs me could read along if they broke their promise. I throw old message keys away after { $days } days. To see more: { CMD("about") }
welcomer-told =
    { $people }{ $others ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $others } more
    } came to { $group ->
        [empty] your group
       *[set] { $group }
    }, and you are there for newcomers now. A short hello in the room, or a message to them, helps people to arrive.
welcomer-nudged =
    Nobody has written with { $people }{ $others ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $others } more
    } in { $group ->
        [empty] your group
       *[set] { $group }
    } yet, as far as I can see. Would you say hello? If you have written to them in private, all is well.
newcomer-nobody =
    { $people }{ $others ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $others } more
    } came a day ago. A short hello from one of you would help them to arrive.
newcomer-asked =
    You have been in { $group ->
        [empty] the group
       *[set] { $group }
    } for a week. Has anyone written with you? Reply `yes` or `no`. If you would like somebody to write to you: { CMD("person") }
newcomer-well = Good to hear. I will not ask again.
newcomer-alone =
    Thank you for telling me. That should not be so. Type { CMD("person") } and somebody of { $group ->
        [empty] the group
       *[set] { $group }
    } will write to you.

## At the door

knock-seen =
    Your wish to join { $group ->
        [empty] the group
       *[set] { $group }
    } was seen. I have told those who can let you in. If nobody has answered in { $span }, I ask them again and tell you. If someone may be hurt, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } now: we are not a crisis service.
knock-still =
    You are still waiting to join { $group ->
        [empty] the group
       *[set] { $group }
    }. I am sorry that nobody has answered. I have asked again, and you hear from me in { $span } at the latest.
knock-last =
    Nobody has answered your wish to join { $group ->
        [empty] the group
       *[set] { $group }
    } since { $since }. I am sorry. I will not write about it again. If you know somebody there, please ask them directly.
knock-refused =
    { $group ->
        [empty] The group
       *[set] { $group }
    } cannot let you in right now. I do not know why. Whoever told you about the group may know more.
knock-told =
    { $people } asks to be let into { $group ->
        [empty] your group
       *[set] { $group }
    }. Somebody who may invite people can let them in, in the app: open the room's list of people. I have told { $people } that it was seen.
knock-waits =
    Still waiting to be let into { $group ->
        [empty] your group
       *[set] { $group }
    }: { $people }{ $others ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $others } more
    }. Please answer them in the app, with a yes or a no.

## Programs

program-suspected =
    { $count ->
        [one] { $people } looks like a program, or like the puppet of somebody who writes from elsewhere. Matrix does not tell. If it is one, type { $example } and it does not count as a member. If it is a person, type { $human }
       *[other] { $people }{ $others ->
            [0] { "" }
            [one] {" "}and one more
           *[other] {" "}and { $others } more
        } look like programs, or like puppets of people who write from elsewhere. Matrix does not tell. For each that is one, type for example { $example } and it does not count as a member. For each that is a person, type for example { $human }
    }
programs-none = No account here is listed as a program. To add one: { CMD("bots add @news:example.org") }
programs =
    These accounts are programs or puppets. They are not welcomed, do not count and do not vote:

    { $people }

    If one of them is a person: { CMD("bots remove @news:example.org") }
programs-many = The list of programs is full: it holds { $most }.
program-unknown = I see nobody here who is called “{ $name }”. Please type the full id, for example { CMD("bots add @news:example.org") }
program-yourself = You typed that yourself, so you are no program.
program-already = { $person } is on the list already.
program-not-listed = { $person } is not on the list of programs.
program-not-you = You are not on a list of programs. All is well.
program-added = { $by } says that { $person } ({ $account }) is a program. It does not count as a member and does not vote. If that is wrong, anyone can type { CMD("bots remove", $account) }
program-told =
    Somebody in { $group ->
        [empty] the group
       *[set] { $group }
    } says that this account is a program, so I do not answer it there. If you are a person, type { CMD("i am a person") }
program-removed = { $person } is a person. They count as a member and may vote.
program-sorry = I am sorry for the mistake. You count as a member again.

## Requests

want-answer = an answer
want-listen = somebody to listen
want-ideas = ideas
want-info = to know something
want-person = a person to write to them
request-ack =
    { $want ->
        [person] Thank you for asking, { $person }. This is request #{ $number }. I pass on your name and nothing else.
       *[other] Thank you for asking, { $person }. This is request #{ $number }.
    } { $people ->
        [empty] Nobody is on duty right now, so everyone in { $group ->
            [empty] your group
           *[set] { $group }
        } is asked. I cannot promise how soon somebody sees it.
       *[some] I have asked { $people } to answer you. { $rests ->
            [yes] They have quiet hours, so they may see it only when these are over.
           *[no] { "" }
        } If nobody has by { $by }, I ask others, and I tell you.
    }

    { $own }

    { $meeting ->
        [empty] { "" }
       *[set] { $running ->
            [yes] We are meeting right now.
           *[no] Next meeting: { $meeting }.
        } { $join }
    } { $about ->
        [empty] { "" }
       *[set] Who the group is for: { $about }
    }

    { $resources }

    If someone may be hurt, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } now. { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }

    { $helplines }

    When a person has answered, please type { CMD("thanks", $number) }
person-wanted = { $person } would like somebody of this group to write to them in private. If you can, please take it: { CMD("turn take", $number) }
request-room-new =
    Somebody has asked me for { $want ->
        [listen] somebody to listen
        [ideas] ideas
        [info] information
        [person] a person to write to them
       *[other] an answer
    }, and nobody is on duty. It is request #{ $number }. Who can answer? { CMD("turn take", $number) }
request-room = Request #{ $number } has waited { $span } for an answer by a person. Who can answer? { CMD("turn take", $number) }
request-told =
    {""}**Request #{ $number }** in { $group ->
        [empty] your group
       *[set] { $group }
    }: { $want ->
        [listen] { $person } would like somebody to listen. Please do not give advice.
        [ideas] { $person } asks for ideas and experience.
        [info] { $person } needs to know something.
        [person] { $person } would like somebody to write to them.
       *[other] { $person } would like an answer.
    }

    { $words }

    { $link ->
        [empty] { "" }
       *[set] The message: { $link }
    }

    Please write to { $person }. When you have: { CMD("answered", $number) }. If you cannot now: { CMD("turn pass", $number) }. You do not have to say why.
request-reply-stays = I do not pass on what you write to me here. Please write to { $person } yourself. When you have: { $done }
request-reminder =
    You took request #{ $number } of { $person } in { $group ->
        [empty] your group
       *[set] { $group }
    }, and I do not know yet whether you have answered. If you have: { CMD("answered", $number) }. If you cannot: { CMD("turn pass", $number) }
request-step =
    Request #{ $number }: { $late ->
        [empty] { "" }
       *[set] I was away, so this comes { $late } late.
    } { $circle ->
        [holder] I have asked { $people } how it is going.
        [room] Nobody has answered yet. I have told the whole group that request #{ $number } waits, and not what it is about.
       *[other] Nobody has answered yet. I have now asked { $people }.
    } { $rests ->
        [yes] They have quiet hours, so they may see it only when these are over.
       *[no] { "" }
    } { $next ->
        [empty] I have asked everyone whom I can ask. It stays in { CMD("show requests") }. I am sorry. For help outside this group: { CMD("urgent") }
       *[set] If nobody has answered by { $next }, I ask again and tell you.
    }
request-answered = { $person } has answered your request #{ $number }. Was that an answer for you? Reply `yes` and it is closed, or `no` and I go on asking.
request-asker-asked = Thank you. I have asked whether request #{ $number } is answered now.
request-closed = Good. Request #{ $number } is closed.
request-closed-thanks =
    Request #{ $number } in { $group ->
        [empty] your group
       *[set] { $group }
    } is closed. Thank you for being there.
request-goes-on =
    Then I go on asking for #{ $number }. { $next ->
        [empty] I ask the next people now.
       *[set] The next people are asked at { $next } at the latest.
    } If it is urgent: { CMD("person") }
request-taken = { $person } has taken your request #{ $number } and will answer you.
request-yours = Thank you. Request #{ $number } is yours. I have written to you what it is about.
request-passed = Request #{ $number } goes to somebody else. That is fine.
request-left =
    Request #{ $number } in { $group ->
        [empty] your group
       *[set] { $group }
    } is closed: the person who asked has left the group.
request-own = Request #{ $number } is your own, so somebody else answers it. Do you need it no longer? { CMD("thanks", $number) }
request-held = Somebody else has taken request #{ $number } already. To see what waits: { CMD("show requests") }
request-yours-already = You have taken request #{ $number } already. When you have answered: { CMD("answered", $number) }
request-pass-nothing = You were not asked about request #{ $number }, so there is nothing to pass on.
request-not-yours = Only the person who asked request #{ $number } can close it. If you have answered: { CMD("answered", $number) }
request-over = Request #{ $number } is closed, or answered already.
request-answered-own = Request #{ $number } is your own. If a person has answered: { CMD("thanks", $number) }
request-take-first = Please take request #{ $number } first: { CMD("turn take", $number) }
request-is-none = #{ $number } is no request. To see the requests: { CMD("show requests") }
request-too-long = Your words have { $length } letters, and I can take { $most }. Please say the beginning; the rest you can tell the person who answers.
request-many-open = You have { $most } open requests: { $numbers }. I follow all of them, none is lost. If one is answered, close it, and you can ask again: { CMD("thanks") }
request-many-today = You have asked { $most } times today, and I pass on no more until tomorrow, so that people can keep up. If someone may be hurt: { CMD("urgent") }
thanks-none = You have no open request. To ask something: { CMD("ask") } and your question.
answered-none = Nobody has asked you to answer anything right now. To see what waits: { CMD("show requests") }
requests-none = No request waits for a person. To ask something: { CMD("ask") } and your question.
requests =
    These requests wait for a person, the oldest first:

    { $requests }

    To answer one: { CMD("turn take", $number) }
request-line =
    #{ $number } wishes { $want ->
        [listen] { want-listen }
        [ideas] { want-ideas }
        [info] { want-info }
        [person] { want-person }
       *[answer] { want-answer }
    }, since { $asked }. { $answered ->
        [yes] Somebody has answered; the person who asked says whether that was it.
       *[no] { $holder ->
            [empty] Nobody has taken it yet.
           *[set] { $holder } has taken it.
        }
    }
request-shown =
    {""}**Request #{ $number }** wishes { $want ->
        [listen] { want-listen }
        [ideas] { want-ideas }
        [info] { want-info }
        [person] { want-person }
       *[answer] { want-answer }
    }, since { $asked }. { $closed ->
        [empty] It is open.
       *[set] { $ending ->
            [left] It was closed on { $closed }, because the person left.
            [stopped] It was taken back on { $closed }.
           *[thanks] It was closed on { $closed }: a person has answered.
        }
    }

    { $words }

    { $steps }

    { $mine ->
        [yes] When a person has answered, please type { CMD("thanks", $number) }
       *[no] { "" }
    }
request-done =
    { $at }: { $what ->
        [taken] somebody took it
        [passed] somebody passed it on
        [answered] somebody answered
        [doubted] it was no answer yet
        [holder] whoever took it was reminded
        [room] the room was told
        [duty] whoever was on duty was asked
        [backup] the next one was asked
       *[other] more people were asked
    }{ $people ->
        [empty] { "" }
       *[some] {" "}({ $people })
    }
request-month =
    Last month { $count } requests were made in this group. { $median ->
        [empty] For most of them I do not know how long it took until a person answered.
       *[set] Half of those that were answered had a first answer by a person within { $median }.
    }
me-requests-unknown = Please type { CMD("me requests always") } or { CMD("me requests daytime") }.
me-requests-saved =
    { $always ->
        [yes] Good. Requests may reach you in your quiet hours too.
       *[no] Good. In your quiet hours no request reaches you. It waits, and others are asked meanwhile.
    }

## Concerns

concern-how =
    You can tell a concern to people whom you pick. I pass on your name and your words to them alone, and keep only the dates. { $people ->
        [empty] Nobody serves as facilitator right now, so you can pick any member.
       *[some] These people serve as facilitators: { $people }.
    } Begin with the names, then your words on a new line. If it is about one of them, say so, and it never reaches them: { CMD("ask concern Ana about Bo | what happened") }
concern-only-direct = Please write that to me in a direct chat, so that nobody else sees it.
concern-passed-on = Your concern #{ $number } goes to { $people } and to nobody else. I keep no words of it. If nobody has answered in { $span }, I tell you. When it is settled: { CMD("thanks", $number) }
concern-told =
    {""}**Concern #{ $number }** in { $group ->
        [empty] your group
       *[set] { $group }
    }, told to you by { $person }:

    { $words }

    I keep no words of it. Please write to { $person }, listen first, and tell nobody without asking them. When you take care of it: { CMD("turn take", $number) }
concern-yours = Thank you. I have told { $person } that you will answer concern #{ $number }.
concern-taken = { $person } has read your concern #{ $number } and will write to you. When it is settled: { CMD("thanks", $number) }
concern-waited = Your concern #{ $number } has waited { $span } and nobody has answered. I am sorry. You may now take it to the group, or to other people: { CMD("ask concern") }. I do nothing by myself.
concern-closed = Good. Concern #{ $number } is closed. I forget its dates after some time.
concern-yours-already = You have taken concern #{ $number } already. Please write to whoever told you, and listen first.
concern-over = Concern #{ $number } is closed.
concern-about-reader = You named the same person as a reader and as the one it is about. It must never reach whom it is about, so please pick others.
concern-to-yourself = You cannot tell a concern to yourself. Please pick somebody else.
concern-nobody = Who may read it? Please begin with their names: { CMD("ask concern Ana | what happened") }
concern-no-words = What is it? Please write it after the names, on a new line: { CMD("ask concern Ana | what happened") }
concern-too-long = That has { $length } letters, and I can pass on { $most }. Please say it in fewer words; the rest you can tell them yourself.
concern-person-unknown = I know nobody in this group who is called “{ $name }”. Nothing was passed on. Please type the name as I show it, or the full id.
concern-not-facilitator = { $people } is no facilitator, so I passed nothing on. These people serve as facilitators: { $facilitators }.
concern-many-open = You have { $most } open concerns. Please close one that is settled: { CMD("thanks") }
concern-shown =
    {""}**Concern #{ $number }**, told to { $people } on { $raised }. { $closed ->
        [empty] { $holder ->
            [empty] Nobody has said yet that they take care of it.
           *[set] { $holder } takes care of it.
        }
       *[set] It was closed on { $closed }.
    } I keep no words of it.

## Where help outside is

numbers-checked = { $person } has looked: the group's numbers for emergencies are right.
numbers-old =
    A year has passed since somebody looked whether the group's numbers are right. { $emergency ->
        [empty] { "" }
       *[set] The emergency number is { $emergency }.
    }

    { $helplines }

    Please look, and then type { CMD("urgent checked") }
numbers-none = The group has no numbers of its own yet. To set them: { CMD("urgent numbers 112 | Night line 0800 1110111") }
numbers-no-number = “{ $words }” has no number in it. The emergency number comes first: { CMD("urgent numbers 112 | Night line 0800 1110111") }
numbers-too-many = Please name at most { $most } numbers, each in a few words.
urgent-checked = The group last looked at these numbers on { $checked }.
resource-entry =
    #{ $number } **{ $topic }**{ $words ->
        [empty] { "" }
       *[set] : { $words }
    }{ $link ->
        [empty] { "" }
       *[set] {" "}{ $link }
    }{ $country ->
        [empty] { "" }
       *[set] , { $country }
    }{ $language ->
        [empty] { "" }
       *[set] , { $language }
    }. Checked on { $checked } by { $person }.
resource-added = { $person } has added to the group's list of resources: { $entry } If it does not suit you, one objection until { $at } takes it off again: { CMD("object", $number, "because ...") }
resource-removed = { $person } has taken this off the group's list of resources: { $entry } If that does not suit you, one objection until { $at } puts it back: { CMD("object", $number, "because ...") }
resource-stopped = { $how ->
        [added] { $person } has put this back on the group's list of resources: { $entry }
       *[removed] { $person } has taken this off the group's list of resources again: { $entry }
    }
resource-undone =
    { $how ->
        [added] This is on the group's list of resources again: { $entry }
       *[removed] This is off the group's list of resources again: { $entry }
    }

    { $person } objects: { $reason }

    { $next }
resource-already = That is on the list already: { $entry }
resource-shown =
    { $entry }{ $listed ->
        [yes] { "" }
       *[no] {" "}It is not on the list.
    }{ $open ->
        [yes] {" "}One objection until { $at } turns that back: { CMD("object", $number, "because ...") }
       *[no] { "" }
    }

    { $history }
motion-listing = { $how ->
        [added] Put on the list of resources: { $words }
       *[removed] Take off the list of resources: { $words }
    }
record-resource-added = { $seq }. { $at }: #{ $number } { $person } added to the list of resources: { $words ->
        [empty] no longer known
       *[set] { $words }
    }.
record-resource-removed = { $seq }. { $at }: { $person } took #{ $number } off the list of resources.
record-resource-undone = { $seq }. { $at }: { $person } objected, so #{ $number } is { $how ->
        [added] on the list of resources again
       *[removed] off the list of resources again
    }{ $follows }
record-resource-stopped = { $seq }. { $at }: { $person } took that back, so #{ $number } is { $how ->
        [added] on the list of resources again
       *[removed] off the list of resources again
    }.
resource-checked = Thank you. { $entry }
resource-old = A year has passed since somebody looked at this: { $entry } Is it still right? Then type { CMD("resource checked", $number) }
resource-is-none = #{ $number } is not on the list of resources. To see the list: { CMD("show resources") }
resource-incomplete = Please say what it is about, and what or where it is: { CMD("resource Sleep | Clinic on Oak Street | https://example.org") }
resource-too-much = That is too much for one entry. It holds a topic, one line of at most { $most } letters, one link, a country and a language.
resources-many = The list holds { $most } entries, and it is full. To take one off: { CMD("stop") } and its number.
resources-none = The group has no resources on its list yet. To add one: { CMD("resource Sleep | Clinic on Oak Street | https://example.org") }
resources-none-on = Nothing on the list is about “{ $topic }”. To see the whole list: { CMD("show resources") }
resources =
    { $entries }

    { $more ->
        [0] { "" }
       *[other] There are { $more } more. To see those on a topic: { CMD("show resources sleep") }
    }

## Settings

word-setting-welcome-place = where newcomers are greeted
    .words = welcome place, greeting place, welcome in
setting-welcome-place = Newcomers are greeted in the room, in a direct chat, or in both: { CMD("set welcome place both") }
word-setting-answer-hours = hours until a question goes on
    .words = answer hours
setting-answer-hours = After so many hours without an answer a question goes to the backup, then to all facilitators, then to the room: { CMD("set answer hours 24 72 168") }
word-setting-person-hours = hours until the wish for a person goes on
    .words = person hours
setting-person-hours = After so many hours the wish for a person goes to the backup, then to everyone who serves, then to the room, without the name: { CMD("set person hours 1 4 24") }
word-setting-request-days = how long the words of a request are kept
    .words = request days
setting-request-days = So many days after a request is closed I delete its words: { CMD("set request days 30") }
word-setting-monthly-line = monthly line about requests
    .words = monthly line, monthly
setting-monthly-line = Once a month the room is told how many requests there were and how soon a person answered, without names, and nothing below five: { CMD("set monthly line on") }
word-setting-emergency = numbers for emergencies
    .words = urgent numbers, emergency numbers, emergency
setting-emergency = The group's own numbers, in the place of those of my host. The emergency number comes first: { CMD("set urgent numbers 112 | Night line 0800 1110111") }
word-welcome-room =
    .words = room, in the room
word-welcome-direct =
    .words = direct, direct message, direct chat, in a direct chat
word-welcome-both =
    .words = both
welcome-in-room = in the room
welcome-in-direct = in a direct chat
welcome-in-both = in the room and in a direct chat
welcome-place-unclear = Please type { CMD("set welcome place room") }, { CMD("set welcome place direct") } or { CMD("set welcome place both") }
hours-three = { $first }, { $second } and { $third } hours
hours-unclear = Please type three numbers of hours, each larger than the one before, and none above { $most }: { CMD("set answer hours 24 72 168") }
request-days =
    { $days ->
        [0] not at all
        [one] one day
       *[other] { $days } days
    }
request-days-unclear = Please type a number of days, at most { $most }: { CMD("set request days 30") }
numbers-of-host = those of my host
numbers-own =
    { $emergency ->
        [empty] { "" }
       *[set] { $emergency }
    }{ $helplines ->
        [empty] { "" }
       *[some] {" "}({ $helplines })
    }
