# What follows a decision, and what is true of everything that has a number.

command-object =
    { CMD("object 1 because it is too far") } objects to a decision that was taken in consent, before it takes effect. If enough members object, there is one new vote.
    .names = object, object to
command-propose-again =
    { CMD("propose again 1") } asks to put a decided question once more. If you voted with the winning side, it happens at once; otherwise when a third of the members ask for it. After 30 days anybody can propose it anew.
    .names = propose again
command-note-outcome =
    { CMD("note outcome 1 We met twice and it went well") } keeps what came of a decision. { CMD("show 1") } shows it.
    .names = note outcome

number-no-vote = #{ $number } is not a question to vote on. To see what it is: { CMD("show", $number) }
now-under-way =
    This is under way:

    { $matters }
who-nobody-asked = #{ $number } asks nobody for an answer, so nobody is missing.
after-which = Which number is it about? Please type it after the command, or reply to its result.

## Before it takes effect

effect-later = It takes effect on { $at }. Who sees harm in it can object until then: { CMD("object", $number, "because ...") }. If { $needed } of those who could vote object, there is one new vote.
effect-now = **#{ $number }** { $question }: this decision is in effect since { $at }.
object-heard =
    Your objection to #{ $number } is noted: { $count } of { $needed }. If { $needed } members object before { $at }, there is a new vote.
object-enough = { $count } members object to #{ $number }, so it does not take effect. There is one new vote, as #{ $second }.
object-needs-reason = Please say why, so that the others can understand it: { CMD("object", $number, "because ...") }
object-vote-no = #{ $number } is still open, and more yes than no decides it. If you are against it, vote no.
object-no-decision = #{ $number } is not a decision that somebody can object to. To see what it is: { CMD("show", $number) }
object-nothing-decided = #{ $number } decided nothing that could take effect, so there is nothing to object to.
object-in-effect-at-once = #{ $number } took effect as soon as it was decided. If you would like the group to think again: { CMD("propose again", $number) }
object-too-late = #{ $number } took effect on { $at }. If you would like the group to think again: { CMD("propose again", $number) }
object-enough-already = Enough members have objected to #{ $number } already, and a new vote has begun.
object-heard-already = I have noted your objection to #{ $number } already.
object-not-yours = Those who were members on { $opened }, when #{ $number } opened, can object to it. If you are worried about it, please tell one of them.

## The same question again

propose-decided-already = The group decided this on { $ended }, as #{ $number }. It can be proposed anew from { $free }. To ask for it sooner: { CMD("propose again", $number) }
again-still-open = #{ $number } is still open, so you can vote on it now.
again-done = #{ $number } has been put again already. To see what is open: { CMD("now") }
again-no-words = The words of #{ $number } were deleted, because whoever wrote them asked for it. You can ask it in your own words: { CMD("propose ...") }
again-not-yours = Those who could vote on #{ $number }, the members on { $opened }, can ask for it to be put again.
again-asked = I have noted that you would like to put #{ $number } again: { $count } of { $needed }. When { $needed } members ask for it, I do.
again-asked-already = I have noted that already: { $count } of { $needed } members ask to put #{ $number } again.
again-put = { $person } asks the group to think about #{ $number } once more. I put it again, as #{ $second }.

## What came of it, and looking again

outcome-noted = I have noted what came of #{ $number }. To see it: { CMD("show", $number) }
outcome-still-open = #{ $number } is not over yet. Please note what came of it when it is.
outcome-too-long = That has { $length } letters, and I can keep { $most }. Please say it in fewer words.

## In the record

record-effective =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] “{ $question }”
       *[no] (the text was removed)
    } took effect.
record-objected =
    { $seq }. { $at }: { $person } objected to #{ $number }{ $reason ->
        [empty] {"."}
       *[set] : { $reason }
    }
record-asked-again = { $seq }. { $at }: { $person } asked to put #{ $number } again.
record-outcome =
    { $seq }. { $at }: { $person } noted what came of #{ $number }{ $outcome ->
        [empty] {"."}
       *[set] : { $outcome }
    }
record-put-again = { $seq }. { $at }: #{ $number } was put again, as #{ $second }.
record-second-vote = { $seq }. { $at }: #{ $number } puts the question of #{ $of } again.

## Asking for a secret vote

command-secret =
    { CMD("secret 1") } asks that an open vote be secret. When a fifth of those who may vote ask for it, and at least two, it begins anew in secret.
    .names = secret, in secret
ask-secret-is = #{ $number } is secret already.
ask-secret-not-here = #{ $number } cannot become a secret vote.
ask-secret-few = Only { $count } may vote on #{ $number }. With fewer than { $enough } a secret vote would hide little.
ask-secret-already = I have noted that already: { $count } of { $needed } ask for a secret vote on #{ $number }.
ask-secret-heard = I have noted that you would like #{ $number } to be secret: { $count } of { $needed }. When { $needed } members ask for it, it begins anew in secret.
ask-secret-done =
    { $count } members ask that #{ $number } be secret, so it begins anew, in secret. { $void ->
        [0] {""}
        [one] The vote that was given is void.
       *[other] The { $void } votes that were given are void.
    }
record-asked-secret = { $seq }. { $at }: { $person } asked that #{ $number } be secret.
