# Secret votes: what is promised, the ballot and its receipt, the seals, and who counts again.

command-check =
    In a direct chat with me, { CMD("check 1") } and your code tell whether your secret vote was counted.
    .names = check
command-confirm =
    { CMD("confirm 1") } is for those who were drawn to count a secret vote again: they found the same.
    .names = confirm
command-dispute =
    { CMD("dispute 1 because ...") } is for those who were drawn to count a secret vote again: they found something else.
    .names = dispute

word-secret =
    .words = secret, in secret, secretly
word-secret-anyway =
    .words = secret anyway
word-own-word =
    .words = word
word-anyway =
    .words = anyway

## Opening

secret-few =
    Only { $count } people could vote on this. With fewer than { $enough }, a secret is thin: people can often guess who voted how. What does the group want?

    - An open vote: type it again without `secret`.
    - A secret vote all the same: type it again with `| secret anyway` at the end.
    - Or ask somebody outside the group, whom you all trust, to collect the votes and count them.
secret-status =
    {""}**#{ $number }** is a secret vote, open until { $closes }. { $eligible } members may vote. { $turnout ->
        [0] I say how many have voted once { $first } have.
       *[other] **At least { $turnout }** have voted.
    }

    { $how } { $rule }

    { $few ->
        [yes] With so few voters, people may guess who voted how.
       *[no] { "" }
    } { $scrutineers ->
        [empty] { "" }
       *[some] Drawn by lot to count again: { $scrutineers }.
    }

    Seal of the lot: `{ $seal }`
secret-status-closed = **#{ $number }** is closed. { $voted } of { $eligible } voted in secret. The result is in a message of its own.
secret-extended = #{ $number }: too few took part so far; { $needed } are needed. It stays open once more, until { $closes }. Votes that were given count.
secret-change-new =
    {""}**#{ $number } has a new text.**

    Before: { $before }

    Now: { $after }

    All votes that were given are void and deleted, and the clock starts again. If you voted, please vote again.
secret-now-line = #{ $number } “{ $question }” is a secret vote, open until { $closes }. { $mine }
now-secret = I tell you in a direct chat whether you have voted.
secret-show-open =
    {""}**{ $question }**

    { $status }

## Before the first ballot

secret-promise =
    {""}**This is a secret vote. Here is what that means.**

    - Other members will not see how you voted. Facilitators will not see it either.
    - I do see your vote when you send it. I count it, and then I keep it without your name.
    - The person who runs me could look if they broke their promise. If this chat is not encrypted, the people who run the server could look too.
    - They can see that you wrote to me, and when.
    - Please do not show your receipt to anyone. If someone asks you to prove how you voted, tell a facilitator.
    - If everyone votes the same way, everyone will know how you voted.

    You get a receipt. When the vote is closed, I post a list of seals. If your seal is in the list, your vote was counted. { $scrutineers ->
        [empty] Nobody could be drawn to count again.
       *[some] { $scrutineers } were drawn by lot to count again. They see the votes but not the names.
    }

    If this is not safe enough for you, ask the group to use another way.
secret-now-vote =
    { $typed ->
        [yes] I have not counted anything yet. If this is all right for you, send your vote again.
       *[no] If this is all right for you, send your vote.
    } For example: { $vote }. You may add a word of your own: { CMD("vote", $number, "... word plum") }. With it, your receipt proves more.
secret-plain =
    {""}**This chat is not encrypted.** Whoever runs the server could read your vote. { $typed ->
        [yes] So I have not counted it.
       *[no] { "" }
    } It is better to start an encrypted chat with me and vote there. If you want to vote here all the same, add `anyway`: { CMD("vote", $number, "... anyway") }

## The ballot

secret-in-room =
    { $person }, votes on #{ $number } are secret, so this one is not counted. { $removed ->
        [yes] I have removed it from the room.
       *[no] I may not remove messages here. Please remove it yourself.
    } Please vote in a direct chat with me.
secret-removed = A secret vote stays nowhere longer than it must.
secret-remove-yours = I may not remove messages in this chat. Please remove yours, so that nobody finds it here.
secret-receipt =
    { $changed ->
        [yes] {""}**Your vote on #{ $number } is changed: { $choice }.**
       *[no] {""}**Counted for #{ $number }: { $choice }.**
    }

    Your code: `{ $code }`

    Your seal begins with: `{ $seal }`

    { $word ->
        [empty] You chose no word, so this receipt proves less: I alone made all its parts.
       *[set] Your word is { $word }. I made the rest of the code by chance.
    } Keep the code where nobody else sees it. I do not keep it. Without it you cannot change your vote. { $reasoned ->
        [yes] Everyone will read your reason at the end, without your name.
       *[no] { "" }
    }

    To change your vote: { CMD("vote", $number, "...", $code) }. To take it back: { CMD("vote", $number, "nothing", $code) }. After { $closes }, look whether it was counted: { CMD("check", $number, $code) }

    { $removed ->
        [yes] I now remove your message from this chat.
       *[no] I may not remove messages in this chat. Please remove your vote yourself, so that nobody finds it here.
    }
secret-withdrawn =
    Your vote on #{ $number } is taken back. Keep the code: with it you can vote again until the end. { $removed ->
        [yes] I now remove your message from this chat.
       *[no] I may not remove messages in this chat. Please remove yours, so that nobody finds it here.
    }
secret-not-an-answer =
    That is no answer to #{ $number } that I understand, so nothing is counted. You could type: { $choices }. After it you may put a word of your own (`word plum`) or the code of a vote that you want to change.
secret-voted = You have voted on #{ $number } already. To change your vote I need the code from your receipt, because I do not know which vote is yours: { $vote } and the code. If the code is lost, your first vote stays. I am sorry that I cannot change that.
secret-needs-code = To take back a secret vote I need the code from your receipt, because I do not know which vote is yours: { CMD("vote", $number, "nothing") } and the code. If the code is lost, your vote stays. I am sorry that I cannot change that.
secret-no-such-code = I have no vote on #{ $number } with that code. Please look at your receipt again. Without the right code I cannot change a vote, because I do not know which one is yours.
secret-word-long = That word is too long. Please use at most { $most } letters.
secret-word-strange = Please use only letters and digits for a word of your own.
secret-nudge =
    A secret vote is waiting for you: #{ $number } { $question } It is open until { $closes }. To vote, type here: { $vote }

## The result

secret-result =
    {""}**#{ $number } { $question }**

    {""}**{ $verdict }** { $why }

    { $counts }

    { $turnout } of { $eligible } voted in secret.

    { $steps }

    { $reasons ->
        [empty] { "" }
       *[some] Reasons given:
    }

    { $reasons }

    { $notes }

    { $final ->
        [empty] This is final.
       *[set] This becomes final when { $scrutineers } have counted again and one of them confirms it, or on { $final }.
    } In the record: { $head }. To see it: { CMD("show", $number) }
secret-reason = ({ $choice }) { $reason }
secret-seals =
    {""}**The seals of #{ $number }**{ $parts ->
        [one] { "" }
       *[other] {" "}({ $part } of { $parts })
    }: { $count ->
        [one] one vote, one seal.
       *[other] { $count } votes, { $count } seals.
    } Is yours in the list? Then your vote was counted.

    { $seals }

    Seed of the lot: `{ $seed }`. Name of this vote: `{ $poll }`
secret-seal = `{ $seal }`
secret-scrutiny =
    You were drawn by lot to count the secret vote #{ $number } again: { $question }

    I send you all { $count } votes, without names. Each line is a key and a vote. Please count them and compare with the totals and the seals in the room. Any computer can do it: copy the lines into this command, and end with Ctrl-D.

    `{ $command }`

    Is it the same? Type { CMD("confirm", $number) }. If not: { CMD("dispute", $number, "because ...") }. Please delete the lines afterwards and show them to nobody.
secret-pairs =
    {""}**Votes on #{ $number }**{ $parts ->
        [one] { "" }
       *[other] {" "}({ $part } of { $parts })
    }

    { $pairs }
secret-pair = `{ $key } { $choice }`
secret-confirmed = { $person } has counted #{ $number } again and found the same.
secret-disputed =
    {""}**{ $person } has counted #{ $number } again and found something else:** { $reason }

    I keep the votes, without names, until { $until }, so that you can look into it together. You can also vote again.
secret-final =
    #{ $number } is final. { $confirmed ->
        [0] Nobody confirmed the count in time.
        [one] One person confirmed the count.
       *[other] { $confirmed } people confirmed the count.
    } { $disputed ->
        [0] { "" }
        [one] One person disputed it, and the record says so.
       *[other] { $disputed } people disputed it, and the record says so.
    } I have deleted the votes; the seals and the totals stay.
secret-thanks = Thank you. I have told the group.
secret-not-closed = #{ $number } is still open. There is nothing to count yet.
secret-not-scrutineer =
    { $scrutineers ->
        [empty] Nobody was drawn to count #{ $number } again.
       *[some] Only { $scrutineers } were drawn by lot to count #{ $number } again.
    } If you think that something is wrong, please say so in the room.
secret-final-already = #{ $number } is final already, and the votes are deleted.
secret-counted-already = You have told me already what you found for #{ $number }.
secret-dispute-because = What did you find? { CMD("dispute", $number, "because ...") }

## Checking

secret-check-open = #{ $number } is not a secret vote. To see it: { CMD("show", $number) }
secret-check-direct = Please check your vote in a direct chat with me, so that nobody else sees your code.
secret-check-code = Please type your code after it, as it stands on your receipt: { CMD("check", $number, "...") }
secret-check-early =
    #{ $number } is open until { $closes }. The list of seals comes then. { $kept ->
        [yes] I have a vote with this code.
       *[no] I have no vote with this code. Please look at your receipt again.
    }
secret-check-found =
    {""}**Your vote was counted: { $choice }.** Its seal is in the list: `{ $seal }`

    You need not believe me. On a computer of your own this prints the same seal:

    `{ $command }`
secret-check-missing =
    I find no seal for this code { $choice ->
        [empty] { "" }
       *[set] and the vote { $choice }
    } in the list of #{ $number }. { $single ->
        [yes] Please look at your receipt again.
       *[no] Please look at your receipt again, and type your vote before the code: { CMD("check", $number, "a, b ...") }
    } If it is right, tell one of those who count again. On a computer of your own this prints the seal that should be there:

    `{ $command }`

## The record

record-closed-secret =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] “{ $question }”
       *[no] (the text was removed)
    }: { $verdict } { $counts ->
        [empty] { "" }
       *[some] { $counts };
    } { $turnout } of { $eligible } voted in secret; { $seals ->
        [one] one seal
       *[other] { $seals } seals
    }.
record-confirmed =
    { $seq }. { $at }: { $person } counted the secret vote #{ $number } again and found the same.
record-disputed =
    { $seq }. { $at }: { $person } counted the secret vote #{ $number } again and found something else: { $reason ->
        [empty] (the text was removed)
       *[set] { $reason }
    }
record-final =
    { $seq }. { $at }: #{ $number } became final. Confirmed by { $confirmed }, disputed by { $disputed }.
