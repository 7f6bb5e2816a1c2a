# What the bot says, in Markdown. Command words are attributes: `names` of a command, `words` of an option or a ballot.

language-en = English
    .words = english, englisch, en
language-de = German
    .words = german, deutsch, de

## Commands: the value is the help of the command

command-help =
    { CMD("help") } shows what I can do. { CMD("help propose") } tells more about one command.
    .names = help, commands
command-about =
    { CMD("about") } tells what I am, what I store and what I can read.
    .names = about
command-propose =
    { CMD("propose Shall we meet on Tuesdays?") } asks the group. Everyone who is in the room when the poll appears has one vote.

    - A question is open for 72 hours. To choose the end, add { CMD("propose Shall we meet on Tuesdays? until Friday 20:00") }. Less than 72 hours? Then more than half of all members must say yes.
    - It passes when at least half of the members take part and more say yes than no. Nobody's silence is a yes.
    - Add `in consent` at the end, and it passes when nobody objects. That stays open for 7 days. Add `needs 2/3` to make it stricter.
    - To choose: { CMD("propose Which day? | Tuesday | Thursday | Saturday") }. Add `| ranked` to let people put the options in order.
    - Add `| hidden` and the votes come to me in a direct chat. Add `| secret` and nobody in the group ever sees who voted how.

    To take it back: { CMD("stop") } and its number.
    .names = propose, proposal
command-vote =
    Tap an answer in the poll, reply to it with `yes`, `no` or `abstain`, or type { CMD("vote 1 yes") }. It is the same vote.

    - To give a reason: { CMD("vote 1 yes because it is near") }
    - To change your vote, vote again. Your last vote counts.
    - To take it back: { CMD("vote 1 nothing") }
    .names = vote
command-count =
    Reply { CMD("count until Friday 20:00") } to a poll that a member made in their app: it becomes a decision of the group, with the answers that were already given.
    .names = count
command-who =
    { CMD("who 1") } tells who has voted and who has not, never how.
    .names = who, who voted
command-change =
    { CMD("change 1") } and a new question makes a new version of your proposal: all votes are void and the clock starts again. { CMD("change 1 until Sunday") } keeps it open longer.
    .names = change, amend
command-not-everyday =
    Reply { CMD("not everyday") } to a question that is too important to be decided in passing. It then goes on in consent for 7 days.
    .names = not everyday
command-now =
    { CMD("now") } shows which votes are open and whether you have voted.
    .names = now
command-show =
    { CMD("show 1") } tells what number 1 is and how it ended. { CMD("show record") } shows what the group has decided.
    .names = show
command-stop =
    { CMD("stop 1") } takes back a proposal of your own, or stops a reminder.
    .names = stop, withdraw
command-me =
    { CMD("me") } shows what you have set for yourself: { CMD("me language German") }, { CMD("me zone Berlin") }, { CMD("me receipts words") }.
    .names = me
command-me-language =
    { CMD("me language German") } sets the language in which I write to you alone.
    .names = me language, me lang
command-me-zone =
    { CMD("me zone Berlin") } sets your time zone: when you type a time, I read it there.
    .names = me zone, me timezone
command-me-receipts =
    { CMD("me receipts words") }: when your vote is counted I answer in words, not with a mark. { CMD("me receipts marks") } goes back.
    .names = me receipts
command-group =
    In a direct chat, { CMD("group") } and a name says which of your groups the next commands are about.
    .names = group

## Words of ballots and options

ballot-yes = yes
    .words = yes, y, yep, yeah, aye, +1, in favour, in favor, 👍, ✅, ✔
ballot-no = no
    .words = no, n, nope, nay, -1, against, 👎, ❌
ballot-abstain = abstain
    .words = abstain, abstention, 0, neutral, 🤷, 😐
ballot-consent = consent
    .words = consent, i consent, no objection, yes, y, +1, 👍
ballot-stand_aside = stand aside
    .words = stand aside, stand-aside, aside, i stand aside
ballot-object = object
    .words = object, i object, objection, no, -1, 👎
ballot-nothing = nothing
    .words = nothing, withdraw, unvote, none
word-until =
    .words = until, closes, closing
word-because =
    .words = because
word-in-consent =
    .words = in consent, by consent
word-ranked =
    .words = ranked, by rank
word-hidden =
    .words = hidden
word-needs =
    .words = needs, need
word-seats =
    .words = elect, seats
share-2-3 =
    .words = two thirds, two-thirds
share-3-4 =
    .words = three quarters, three-quarters
share-1-1 =
    .words = all, everyone, unanimity
word-receipts-words =
    .words = words, in words
word-receipts-marks =
    .words = marks, mark

way-yes = { CMD("vote", $number, "yes") }
way-no = { CMD("vote", $number, "no") }
way-abstain = { CMD("vote", $number, "abstain") }
way-consent = { CMD("vote", $number, "consent") }
way-stand_aside = { CMD("vote", $number, "stand aside") }
way-object = { CMD("vote", $number, "object because ...") }
way-choice = { CMD("vote", $number, "a") }
way-choices = { CMD("vote", $number, "a, b") }
way-ranking = { CMD("vote", $number, "b > a") }
way-scores = { CMD("vote", $number, "a 5, b 2") }

option-yes = yes
option-no = no
option-abstain = abstain
option-consent = consent
option-stand_aside = stand aside
option-object = object

## Help and what the bot is

help =
    I help this group to decide, to meet and to remember. What I am: { CMD("about") }. This is what you can do:

    { $situations }

    More about one of them: { CMD("help propose") }
help-decide = **Ask the group something:** { CMD("propose Shall we meet on Tuesdays?") } Then vote: tap the poll, reply `yes`, `no` or `abstain`, or type { CMD("vote 1 yes") }
help-agree = **How we treat each other, decide and share the work:** { CMD("show guidelines") }, { CMD("show rules") }, { CMD("show roles") }
help-meet = **Meet:** { CMD("meet Tuesday 19:00") }. When is the next one? { CMD("next meeting") }
help-remind = **Be reminded:** { CMD("remind me tomorrow 9:00 to call the clinic") }, or all of us: { CMD("remind us tomorrow 9:00 to bring cake") }
help-ask = **I need an answer, a person to write to me, or help now:** { CMD("ask") }, { CMD("person") }, { CMD("urgent") }
help-look = **What waits for me, what we decided, my own settings:** { CMD("now") }, { CMD("show record") }, { CMD("me") }
help-unknown = I have no command called “{ $words }”. Type { CMD("help") } to see what there is.

about =
    I am Folkmoot, a program. I count votes, keep time and remember what the group decides. I do not rule: every decision is made by the members, and each member has one vote. No host, admin or facilitator has a command that changes it.

    {""}**What I store:** proposals, votes, results and the reasons given with them; reminders that you ask for; who is a member; who was greeted; requests, and their words until a while after they are closed; your language and time zone. I do not store what you say to each other.

    {""}**What I can read:** I am in this room, so I can decrypt it. Whoever runs me could read along if they broke their promise. I throw old message keys away after { $days } days. You may keep me in a side room. Matrix does not encrypt reactions, so in an encrypted room I count them as votes only if the group wants that.

    {""}**What I cannot do:** stop an admin of this Matrix room from removing people, or me.

    { $crisis }
introduction =
    Hello, I am Folkmoot. I help you to decide together: I count, keep time and remember. I never rule.

    - To agree on how you want to work: { CMD("start") }
    - To ask the group something: { CMD("propose Shall we meet on Tuesdays?") }
    - To see what I can do: { CMD("help") }
introduction-direct =
    Hello, I am Folkmoot. Here you can type commands without a sign in front, for example { CMD("now") } or { CMD("help") }. I am a program and cannot understand anything else.{ $encrypted ->
        [no] {" "}This chat is not encrypted: whoever runs the server could read along.
       *[yes] {""}
    }
declined = I only join rooms when somebody whom my host knows invites me. Please ask whoever runs me.
moved-on = This group goes on in its new room, and so do I.
declined-direct =
    I only chat with members of a group that I am in, and with people from servers that my host knows. If someone may be hurt, call { $emergency ->
        [empty] your local emergency number
       *[set] { $emergency }
    } now.

## What was not understood or may not be

unknown-command = I do not know “{ $words }”. Did you mean { $nearest }?
unknown-command-far = I do not know “{ $words }”. Type { CMD("help") } to see what I can do.
crashed = Something went wrong in me, and nothing was changed. Please tell whoever runs me this word: { $id }
words-missing = There is something missing after { $command }. To see how it goes, type { $help }
words-too-many = I understand { $command }, but not “{ $words }” after it. To see how it goes, type { $help }
right-member = Only members of this group can do that.
number-unknown = There is no #{ $number } in this group. Type { CMD("now") } to see what is open.
number-nothing-open = Nothing is open right now. To ask the group something, type { CMD("propose") } and your question.
number-which = Several votes are open. Which one? { $numbers }
group-none = We are not in a group together yet. Invite me into your group's room, then I can help you here.
group-which = We are in several groups together. Which one is it about? { $groups }
group-chosen =
    Good. What you type here is now about { $group ->
        [empty] the group that you chose
       *[set] { $group }
    }.
cannot-read =
    I could not read a message from { $people }, because its key did not reach me. If it was for me, please send it again. If this keeps happening, log out and in again in your app.

## Proposing

propose-empty = What is the question? Type it after { CMD("propose") }.
propose-too-long = Your question has { $length } letters, and I can take { $most }. Please say it in fewer words.
propose-two-open = You already have { $most } proposals open. Please wait until one has ended, or take one back with { CMD("stop") } and its number.
propose-too-short = That is too short a time to vote. Please choose a later end, for example { CMD("propose Shall we meet on Tuesdays? until Friday 20:00") }.
propose-too-far = That is more than a year away. Please choose an earlier end.
count-reply = Reply { CMD("count until Friday 20:00") } to a poll that somebody made in their app, in the group's room. Then I count it.
count-when = Until when shall I count? For example: { CMD("count until Friday 20:00") }
count-counted = I count that one already, as #{ $number }.
count-no-poll = That is not a poll that I can read. If it is older than I am here, please make a new one.
count-adopted = I count this poll from now on, as #{ $number }, until { $closes }. { $voted ->
        [0] Nobody has answered yet.
        [one] The answer that was given counts.
       *[other] The { $voted } answers that were given count.
    }
propose-one-option = A choice needs at least two options. For example: { CMD("propose Which day? | Tuesday | Thursday") }
propose-many-options = That is { $count } options, and I can take { $most }. Please leave some out or ask twice.
propose-long-option = “{ $option }” is too long for an option. Please use at most { $most } letters.
propose-twin-options = Two of the options are the same. Please name each one once.
propose-seats = You cannot elect { $seats } from { $options } options. There must be more options than places.
propose-seats-unclear = How many are to be elected? I read “{ $phrase }”. You could type { CMD("propose Who keeps the keys? | Ana | Bo | Cem | elect 2") }.
propose-options-and-consent = A choice among options has no consent and no share that it needs. Please ask for one of them: options, or yes and no.
propose-ranked-options = To rank, people need options. For example: { CMD("propose Which day? | Tuesday | Thursday | Saturday | ranked") }
propose-consent-and-needs = In consent there is no share to reach: one objection is enough. Please leave out one of the two.
propose-needs-looser = A proposal can be made stricter than more than half, never looser. For example: { CMD("propose Shall we move? needs 2/3") }
propose-needs-unclear = How much does it need? I read “{ $phrase }”. You could type { CMD("propose Shall we move? needs 2/3") } or { CMD("propose Shall we move? needs all") }.
propose-taken =
    I have put it to { $group ->
        [empty] your group
       *[set] { $group }
    } as #{ $number }.
until-repeats = “{ $phrase }” happens again and again. A vote has one end, for example { CMD("propose Shall we meet on Tuesdays? until Friday 20:00") }.
until-choice = `until { $when }`
until-unclear =
    When should the vote end? I read “{ $phrase }”. { $why } { $choices ->
        [empty] { "" }
       *[some] You could type: { $choices }
    }
poll-ended = #{ $number } has ended. My count follows.
poll-stopped = #{ $number } was taken back, so this poll has ended.
poll-old-version = #{ $number } has changed, so this poll has ended. The new one follows.
poll-question = #{ $number } { $question }
poll-consent = #{ $number } In consent: { $question }
poll-fallback =
    { $question }

    { $options }

    { $how }
announce =
    {""}**{ $question }**

    { $options }

    { $how } { $privacy }

    Proposed by { $person }.{ $seal ->
        [empty] { "" }
       *[set] {" "}Seal of the lot, in case of a second tie: { $seal }
    }
option-lettered = { $letter }) { $option }
option-plain = { $option }
status =
    {""}**#{ $number }** is open until { $closes }. **{ $voted } of { $eligible }** have voted.

    { $how } { $rule } { $privacy }
how-choice =
    { $polled ->
        [yes] Tap, reply { "`yes`, `no` or `abstain`" }, or type { $vote }.
       *[no] In a direct chat with me, type { $vote }.
    }
how-option =
    { $polled ->
        [yes] Tap one, or type its letter: { $vote }.
       *[no] In a direct chat with me, type the letter of one: { $vote }.
    }
how-consent =
    { $polled ->
        [yes] Tap, reply { "`consent`" } or { "`stand aside`" }, or type { CMD("vote", $number, "object because ...") } if you see harm in it.
       *[no] In a direct chat with me, type { CMD("vote", $number, "consent") } or { CMD("vote", $number, "object because ...") }.
    }
how-choices =
    { $polled ->
        [yes] Tap all that suit you, or type their letters: { $vote }.
       *[no] In a direct chat with me, type the letters of all that suit you: { $vote }.
    }
how-ranking =
    Put the options in your order, best first: { $vote }. You may leave some out, and { CMD("vote", $number, "b > a = c") } makes two equal.
how-scores = Give points: { $vote }.
needs-majority =
    { $short ->
        [yes] The time is short, so it passes only if more than half of all members say yes.
       *[no] It passes if at least half of the members take part and more say yes than no.
    }
needs-supermajority =
    It passes if at least half of the members take part and { $share } of yes and no are yes.{ $short ->
        [yes] {" "}The time is short, so more than half of all members must say yes.
       *[no] { "" }
    }
needs-unanimity =
    It passes if at least half of the members take part and nobody says no.{ $short ->
        [yes] {" "}The time is short, so more than half of all members must say yes.
       *[no] { "" }
    }
needs-consent =
    { $short ->
        [yes] The time is short, so it passes only if nobody objects and more than half of all members consent.
       *[no] It passes if nobody objects. Silence is not consent.
    }
needs-choice =
    { $short ->
        [yes] The time is short, so an option wins only with more than half of all members.
       *[no] It counts if at least half of the members take part. A tie goes to a run-off.
    }
privacy-open =
    { $polled ->
        [yes] Apps hide the answers until the end, but this is not a secret vote.
       *[no] What you type here can be seen by everyone in the room.
    }
privacy-hidden = Votes come to me in a direct chat. I show nothing of them before the end; afterwards the record shows who voted how.
privacy-secret = This vote is secret: nobody in the group will see how you voted. I see it when you send it, count it, and keep it without your name. I tell you more when you write to me.
status-closed = **#{ $number }** is closed. { $voted } of { $eligible } took part. The result is in a message of its own.

## Voting

vote-counted = Counted for #{ $number }: { $ballot }. To change it, vote again.
vote-withdrawn = Your vote on #{ $number } is taken back. You can vote again at any time until the end.
vote-edited-away = Your message is no answer to #{ $number } any more, so I have taken your vote back. You can vote again at any time until the end.
edit-refused = { $why } Your vote from before the edit still counts.
vote-not-an-answer =
    That is no answer to #{ $number }. { $choices ->
        [empty] { "" }
       *[some] You could type: { $choices }
    }
vote-not-open-yet = #{ $number } is not open yet. Please vote when the poll has appeared.
vote-closed = #{ $number } closed on { $at }, so this vote cannot count. To ask again, make a new proposal.
vote-stopped = #{ $number } was taken back on { $at }, so there is nothing to vote on.
vote-not-in-electorate =
    { $settled ->
        [0] Those who were members on { $opened }, when #{ $number } opened, vote on it. You came later, so this vote cannot count. You can vote on everything that opens from now on.
       *[some] Those who had been members for { $settled } days on { $opened }, when #{ $number } opened, vote on it. You came later, so this vote cannot count. You can vote on everyday questions from now on.
    }
ballot-list = { $options }
ballot-place =
    { $equal ->
        [yes] { $place }. { $options } as equals
       *[no] { $place }. { $options }
    }
ballot-ranking = { $places }
vote-old-version = #{ $number } has changed since then, and all votes on the old text are void. Please vote on the new one.
vote-in-direct = Votes on #{ $number } come to me in a direct chat, so that nobody sees them here. This one is not counted.
who =
    #{ $number }: { $voted ->
        [empty] Nobody has voted yet.
       *[some] { $voted } have voted.
    } { $missing ->
        [empty] Nobody is missing.
       *[some] Not heard from yet: { $missing }.
    }
who-secret = #{ $number } is a secret vote. I do not tell who has voted.
nudge =
    { $people ->
        [empty] #{ $number } is open until { $closes }. { $count } votes are still missing. To vote: { CMD("vote", $number, "...") }
       *[some] { $people }, #{ $number } is open until { $closes } and your vote is still missing. To vote: { CMD("vote", $number, "...") }
    }
extended = #{ $number }: too few took part so far ({ $voted }, and { $needed } are needed). It stays open once more, until { $closes }. Votes that were given count.
change-over = #{ $number } is over. To ask again, make a new proposal.
change-not-yours = Only the person who proposed #{ $number } can change it.
change-not-shorter = #{ $number } is open until { $closes }. You can make that longer, but not shorter.
announce-refused =
    I could not put “{ $question }” to { $group ->
        [empty] your group
       *[set] { $group }
    }: the room does not let me write there. Please ask somebody who can change the room to let me write, and then propose it again.
propose-edited = I have put your question as you first wrote it. Editing your message does not change it, because people may have voted on those words. To change it, type { $changes }. Everyone then votes again.
change-one-thing = Please change one thing at a time: { CMD("change", $number) } and the new question, or { CMD("change", $number, "until Sunday") }.
change-longer = #{ $number } stays open longer, until { $closes }. Votes that were given count.
change-new =
    {""}**#{ $number } has a new text.**

    Before: { $before }

    Now: { $after }

    { $void ->
        [0] The clock starts again.
        [one] The vote that was given is void, and the clock starts again. Please vote again.
       *[other] The { $void } votes that were given are void, and the clock starts again. Please vote again.
    }
not-everyday =
    { $person } says that #{ $number } is not an everyday question. So it goes on in consent: it passes if nobody objects, and it is open for 7 days. { $void ->
        [0] { "" }
        [one] The vote that was given is void. Please answer again.
       *[other] The { $void } votes that were given are void. Please answer again.
    }
not-everyday-already = #{ $number } is already decided by stricter rules.
objection-needs-reason = An objection to #{ $number } needs a reason, so that the group can make the proposal better: { CMD("vote", $number, "object because ...") }
objection-tapped = { $person }, to object to #{ $number } please say why, so that the group can make it better. Type { CMD("vote", $number, "object because ...") }
tap-not-counted = { $person }: { $why }

## Results

result =
    {""}**#{ $number } { $question }**

    {""}**{ $verdict }** { $why }

    { $counts }

    { $turnout } of { $eligible } took part.

    { $steps }

    { $reasons ->
        [empty] { "" }
       *[some] Reasons given:
    }

    { $reasons }

    { $notes }

    In the record: { $head }. To see it: { CMD("show", $number) }
result-passed = Passed.
result-not_passed = Not passed.
result-no_quorum = No decision.
result-blocked = Not passed.
result-chosen =
    { $several ->
        [yes] Chosen: { $winners }.
       *[no] Chosen: { $winners }.
    }
result-tie =
    { $winners ->
        [empty] A tie between { $tied }.
       *[some] Chosen: { $winners }. A tie for the rest between { $tied }.
    }
result-too_few = No decision.
result-no_result = No decision.
result-count = { $option }: { $count }
result-first = { $option }: first on { $count }
result-reason = { $person } ({ $choice }): { $reason }
result-late = I was away and closed this { $late } late. Only votes that were sent in time are counted.
result-unread =
    { $count ->
        [one] One message that was sent in this time could not be read.
       *[other] { $count } messages that were sent in this time could not be read.
    }
result-differs =
    My count decides. { $words ->
        [0] { "" }
        [one] One vote was given in words or by reaction; the poll in your app does not show it.
       *[other] { $words } votes were given in words or by reaction; the poll in your app does not show them.
    } { $stray ->
        [0] { "" }
        [one] The poll shows one answer that does not count.
       *[other] The poll shows { $stray } answers that do not count.
    }
why-quorum = At least { $needed } members were needed, and { $turnout } took part. Nothing is decided; you can ask again.
why-majority =
    { $quorum ->
        [empty] More yes than no was needed, and at least half of the members.
       *[set] More yes than no was needed. { $quorum }
    }
why-short = The time was short, so { $needed } of all { $eligible } members had to say yes.
why-tie = Neither an order of letters nor of time decides. A run-off between them follows.
why-drawn = The run-off was tied again, so the lot decided: { $order }. The seed was sealed when the vote opened: { $seed }
why-nobody = Nobody named an option.
why-choice =
    { $missing ->
        [0] Everyone answered.
        [one] One member was not heard from.
       *[other] { $missing } members were not heard from.
    }
why-share =
    { $share ->
        [all] Nobody may say no.
       *[other] { $share } of yes and no had to be yes, so { $needed } were needed.
    }
why-short-consent = The time was short, so { $needed } of all { $eligible } members had to consent. Nothing is decided; you can ask again.
why-consent =
    { $objections ->
        [0] Nobody objected.
        [one] There is one objection.
       *[other] There are { $objections } objections.
    } { $missing ->
        [0] Everyone answered.
        [one] One member was not heard from.
       *[other] { $missing } members were not heard from.
    }
stopped = #{ $number } { $question }: { $person } has taken it back. Nothing was decided.
stop-not-yours = Only whoever proposed #{ $number } can take it back. If you are against it, vote no.
stop-over = #{ $number } is over already, so there is nothing to take back.

## Looking up

now =
    These votes are open:

    { $open }

    To vote: { CMD("vote", $number, "...") }
now-nothing = Nothing is open right now. To ask the group something: { CMD("propose ...") }
now-line = #{ $number } “{ $question }” is open until { $closes }; { $voted } of { $eligible } have voted. { $mine }
now-waiting = **Your vote is still missing.**
now-voted = You have voted.
now-not-yours = You came after it opened, so it is decided without your vote.
show-announced = #{ $number } { $question } The poll is on its way.
show-open =
    {""}**#{ $number } { $question }** Proposed by { $person }.

    Open until { $closes }. { $voted } of { $eligible } have voted. To vote: { $ways }
record-empty = The record is empty: this group has not decided anything yet.
record-forgotten-person = member { $number }
record-opened =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] “{ $question }”
       *[no] (the text was removed)
    } was put to the group by { $person }. { $eligible } members may vote, until { $closes }.
record-closed =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] “{ $question }”
       *[no] (the text was removed)
    }: { $verdict } { $counts }; { $turnout } of { $eligible } took part.
record-changed =
    { $seq }. { $at }: #{ $number } { $known ->
        [same] “{ $question }” was asked anew by { $person }.
        [yes] was changed by { $person }: “{ $before }” became “{ $question }”.
       *[no] was changed by { $person }. The texts were removed.
    } { $void ->
        [0] { "" }
        [one] One vote became void.
       *[other] { $void } votes became void.
    }
record-stopped =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] “{ $question }”
       *[no] (the text was removed)
    } was taken back by { $person }.

## Settings of one's own

me = You have set: language { $language }, time zone { $zone }, a counted vote is shown { $receipts }{ $quiet ->
        [empty] { "" }
        [off] , no quiet hours
       *[set] , quiet hours { $quiet }
    }{ $nudges ->
        [yes] {"."}
       *[no] , no reminder when your vote is missing.
    } To change one: { CMD("me language German") }
me-language-saved = Good. I write to you in { $language } from now on, when I write to you alone.
me-language-unknown = I do not speak “{ $words }” yet. I know { $known }. For example: { CMD("me language German") }
me-zone-saved = Good. I read the times that you type as { $zone }.
me-zone-unknown = I do not know a time zone “{ $words }”. Please type a large city near you, for example { CMD("me zone Berlin") }
me-zone-which = There are several places of that name. Which one? { $choices }
me-receipts-unknown = Please type { CMD("me receipts words") } or { CMD("me receipts marks") }.
me-receipts-saved = Good. A counted vote is shown { $receipts }.
receipts-words = in words
receipts-marks = by a small mark
