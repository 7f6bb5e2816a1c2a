# Guidelines, rules of decision, and what a group changes of itself.

change-nothing = #{ $number } cannot be changed. To see what it is: { CMD("show", $number) }
propose-looser-than-rule = This group decides such questions more strictly than that. Please leave those words out, or type { CMD("show rules") }
propose-shorter-than-rule = The group's rules give such a question at least { $least }. Please choose a later end, or none.

## Motions

motion-open-already = The group is voting on that already, as #{ $number }. Please wait until it has ended.
motion-not-reworded = #{ $number } has no words that can be changed. To take it back: { CMD("stop", $number) }
motion-fallback = There were objections in { $rounds } rounds, so #{ $number } is decided by a vote: it needs { $share } of yes and no, and half of the members must take part.
motion-blocked =
    There were objections, so nothing changes. { $more ->
        [yes] With other words it can be proposed once more. After two rounds with objections a large majority decides.
       *[no] If it is proposed once more, a large majority decides.
    }

## Kinds of matter

kind-everyday = everyday questions
kind-guidelines = guidelines
kind-rules = rules of decision
kind-roles = roles
kind-person = matters about a person
kind-spending = spending
kind-commitments = promises to people outside

## A rule that cannot be

rule-delegates-few = At least two delegates must have been chosen before they can decide. To choose one: { CMD("propose delegate @bo") }
rule-delegates-not-here = Guidelines, rules and matters about a person are decided by all members.
rule-share-range = A larger share is more than half, and less than all: for example 2/3.
rule-quorum-range = How many must take part is a share between nobody and all: for example half.
rule-quorum-many = { $least } people could never take part: { $members } may vote. A rule that cannot be met would lock the group.
rule-length-range = A vote is open for { $least } at least, and for { $most } at most.
rule-effect-range = A decision takes effect at once, or up to { $most } later.
rule-days-range = Please name at most { $most } days.
rule-lock-unanimity = If changing a rule needed every single voice, one person could lock the rules for ever. Please choose something that the group can meet.
rule-lock-quorum = If more than { $most } had to take part to change a rule, the group could be locked whenever a few people are away. Please choose less.
rule-person-secret = What concerns a person is voted on in secret, always.
rule-person-consent = What concerns a person is voted on in secret, and in consent an objection must be heard. Please choose a share: for example 3/4.

## Commands

command-show-guidelines =
    { CMD("show guidelines") } shows the guidelines of the group, since when each one holds, and by which decision.
    .names = show guidelines, guidelines
command-show-guideline =
    { CMD("show guideline 4") } shows one guideline.
    .names = show guideline, guideline
command-propose-guideline =
    { CMD("propose guideline We begin on time") } asks the group for a new guideline. { CMD("propose guideline 4 We begin on time") } asks for other words in guideline 4.
    .names = propose guideline, propose guidelines
command-propose-without-guideline =
    { CMD("propose without guideline 4") } asks the group to drop a guideline.
    .names = propose without guideline
command-agree =
    { CMD("agree") } says that you agree to the guidelines as they stand. When they change, you are asked once more.
    .names = agree, i agree
command-why-guideline =
    { CMD("why guideline 4") } tells how a guideline came about.
    .names = why guideline
command-why =
    { CMD("why 4") } tells how guideline 4 came about: when, how it was decided, and which concern changed its words. You can also reply `why` to a guideline or a result.
    .names = why
command-translate-guideline =
    { CMD("translate guideline 4 German: Wir fangen pünktlich an") } gives a guideline in another language, as a help to read it. The words that were decided stay the binding ones.
    .names = translate guideline
command-show-rules =
    { CMD("show rules") } tells which matters this group decides how.
    .names = show rules, rules
command-propose-rule =
    { CMD("propose rule guidelines: quorum half") } asks the group for another rule of decision.

    - Kinds of matter: everyday, guidelines, rules, roles, person, spending, commitments.
    - What can change: { CMD("propose rule spending: needs 2/3") }, { CMD("propose rule roles: in consent") }, { CMD("propose rule everyday: open for 5 days") }, { CMD("propose rule guidelines: quorum half") }, { CMD("propose rule guidelines: takes effect at once") }, { CMD("propose rule guidelines: who counts 14 days") }, { CMD("propose rule roles: fallback 3/4") }, { CMD("propose rule everyday: again after 60 days") }, { CMD("propose rule everyday: choices by schulze") }.
    - It is decided as strictly as the old and the new rule ask, whichever is more.
    .names = propose rule, propose rules

word-why =
    .words = why
word-kind-everyday =
    .words = everyday, everyday questions, questions
word-kind-guidelines =
    .words = guidelines, guideline
word-kind-rules =
    .words = rules, rules of decision
word-kind-roles =
    .words = roles, role
word-kind-person =
    .words = person, people, about a person
word-kind-spending =
    .words = spending, money
word-kind-commitments =
    .words = commitments, commitment, promises
word-rule-method =
    .words = decided by, decided, by
word-rule-length =
    .words = open for, open, length, how long
word-rule-quorum =
    .words = quorum, at least
word-rule-effect =
    .words = takes effect after, takes effect, effect, in effect after
word-rule-voters =
    .words = who counts, who decides, who votes, members since
word-rule-again =
    .words = again after, again
word-rule-fallback =
    .words = fallback, after two rounds
word-rule-consent =
    .words = consent
word-rule-majority =
    .words = majority, more yes than no, simple majority
word-rule-at-once =
    .words = at once, immediately, none
word-rule-delegates =
    .words = delegates
word-rule-everybody =
    .words = everybody, everyone, all, all members
word-rule-choice =
    .words = choices by, choices
word-choice-approval =
    .words = approval, all that suit
word-choice-plurality =
    .words = plurality, one each
word-choice-irv =
    .words = ranking, ranked, instant run-off, irv
word-choice-schulze =
    .words = schulze, pairs
word-choice-borda =
    .words = borda, points by rank
word-choice-score =
    .words = score, scores, points
word-choice-star =
    .words = star
word-choice-dots =
    .words = dots, dot vote
word-rule-none =
    .words = none, no
word-unit-hours =
    .words = hours, hour, h
word-unit-days =
    .words = days, day, d
word-unit-weeks =
    .words = weeks, week
share-1-2 =
    .words = half, a half, one half
share-1-3 =
    .words = a third, one third
share-1-4 =
    .words = a quarter, one quarter
ballot-keep = keep
    .words = keep, keep it
ballot-change = change
    .words = change, change it
ballot-drop = drop
    .words = drop, drop it
option-keep = keep
option-change = change
option-drop = drop
way-keep = { CMD("vote", $number, "keep") }
way-change = { CMD("vote", $number, "change") }
way-drop = { CMD("vote", $number, "drop") }

## Guidelines

guidelines-none = This group has no guidelines yet. To propose the first one: { CMD("propose guideline What is said here stays here") }
guidelines-draft =
    This is a draft. It holds when the group has said yes to it.

    { $guidelines }
guideline-drafted = { $guideline }. { $words }
guidelines =
    These are our guidelines:

    { $guidelines }

    { $agreed }
guideline =
    {""}**{ $guideline }.** { $words } (version { $version }, { $coming ->
        [yes] from { $since } on
       *[no] since { $since }
    }, by #{ $decision }{ $numbers }{ $review ->
        [empty] {""}
       *[set] ; we look at it again on { $review }
    }){ $before ->
        [empty] {""}
       *[set] {" "}Until then: { $before }
    }{ $translation ->
        [empty] {""}
       *[set] {" "}In your language: { $translation }{ $outdated ->
            [yes] {" "}(of an older version)
           *[no] {""}
        }
    }
guideline-numbers =
    { $counts ->
        [empty] {""}
       *[set] {": "}{ $counts }
    }
guideline-unknown = There is no guideline { $number }. To see them: { CMD("show guidelines") }
guideline-which = Which guideline is it? Type its number after { $command }. To see them: { CMD("show guidelines") }
guideline-empty = What should the guideline say? For example: { CMD("propose guideline We begin on time") }
guideline-too-long = That has { $length } letters, and a guideline can have { $most }. Please say it in fewer words.
guideline-same = Guideline { $number } says exactly that already.
guideline-difference = { $gone ->
        [empty] New: “{ $come }”
       *[set] { $come ->
            [empty] Gone: “{ $gone }”
           *[set] Before: “{ $gone }”. Now: “{ $come }”
        }
    }
guideline-changed =
    { $gone ->
        [yes] Guideline { $guideline } is dropped from { $at } on.
       *[no] { $new ->
            [yes] New, from { $at } on: guideline { $guideline }: { $words }
           *[no] From { $at } on guideline { $guideline } reads: { $words }
        }
    }

    { $changes }

    { $agreed ->
        [0] {""}
       *[some] Who agreed to the guidelines before can do so again: { CMD("agree") }
    }
assent =
    { $state ->
        [yes] You have agreed to them.
        [before] You agreed to an earlier version. To agree to this one: { CMD("agree") }
       *[no] If you agree with them: { CMD("agree") }
    }
agree-nothing = This group has no guidelines yet that it has decided on, so there is nothing to agree to.
agreed = Thank you. I have noted that you agree to the guidelines as they stand now. If they change, I ask you once more.
agree-already = I have noted that already. Thank you.
translate-language = Which language is it? I can keep { $known }. For example: { CMD("translate guideline 4 German: Wir fangen pünktlich an") }
translate-binding = The guidelines of this group are binding in { $language }. To change their words: { CMD("propose guideline 4 ...") }
translated = { $person } put guideline { $guideline } into { $language }: “{ $words }”. It is a help to read it; the words that were decided stay the binding ones.
translated-thanks = Thank you. I have told the group.

motion-guideline-new = New guideline: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }
motion-guideline-words = Guideline { $guideline } becomes: { $words ->
        [empty] (the text was removed)
       *[set] { $words }
    }
motion-guideline-dropped = Without guideline { $guideline }: { $words }
motion-review = Guideline { $guideline }: { $words }

motion-review-several = Guidelines { $places }
review-all-kept = These guidelines stay as they are. We look at them again on { $review }.
review-some =
    { $drop ->
        [yes] The group would like to drop some of them. Which one? { CMD("propose without guideline 4") }
       *[no] The group would like other words for some of them. Who has some? { CMD("propose guideline 4 ...") }
    }

poll-review = #{ $number } Shall we keep this? { $question }
how-review =
    { $polled ->
        [yes] Tap, reply { "`keep`, `change` or `drop`" }, or type { $vote }.
       *[no] In a direct chat with me, type { $vote }.
    }
needs-review = The answer with most votes says what we do. Nothing changes by it alone.
review-kept = Guideline { $guideline } stays as it is. We look at it again on { $review }.
review-change = The group would like other words for guideline { $guideline }. Who has some? { CMD("propose guideline", $guideline, "...") }
review-drop = The group would like to drop guideline { $guideline }. That needs a decision by the rule for guidelines, which follows.

## Why

why-which = What would you like to know? { CMD("why 4") } tells how guideline 4 came about; or reply `why` to a guideline or a result.
why-other = If you meant #{ $number } and not guideline { $number }: { CMD("show", $number) }
why-guideline =
    How guideline { $guideline } came about:

    { $versions }
why-version =
    Version { $version }, { $coming ->
        [yes] from { $since } on
       *[no] since { $since }
    }: { $words ->
        [empty] dropped
       *[set] “{ $words }”
    }. { $proposer ->
        [empty] Decided
       *[set] Proposed by { $proposer }, decided
    } by #{ $decision }{ $numbers }. { $concerns }
why-concern = A concern of { $person } changed the words{ $reason ->
        [empty] {""}
       *[set] : “{ $reason }”
    }. Before: “{ $words }”.

## Rules

rules =
    { $adopted ->
        [yes] This is how we decide:
       *[no] We have not adopted a charter, so the usual rules hold:
    }

    { $rules }

    Every member can propose, and each has one vote. A question that was decided rests for 30 days, if its rule does not say otherwise. Another rule: { CMD("propose rule guidelines: quorum half") }
rule-line =
    {""}**For { $kinds }:** { $rule }{ $decision ->
        [0] {""}
       *[some] {" "}{ $coming ->
            [empty] Decided by #{ $decision }.
           *[set] From { $coming } on, by #{ $decision }: { $next }
        }
    }
rule-words =
    { $method ->
        [empty] {""}
       *[set] { $method }{" "}
    }{ $quorum ->
        [empty] {""}
       *[set] { $quorum }{" "}
    }{ $length ->
        [empty] {""}
       *[set] { $length }{" "}
    }{ $fallback ->
        [empty] {""}
       *[set] { $fallback }{" "}
    }{ $effect ->
        [empty] {""}
       *[set] { $effect }{" "}
    }{ $secret ->
        [empty] {""}
       *[set] { $secret }{" "}
    }{ $settled ->
        [empty] {""}
       *[set] { $settled }{" "}
    }{ $voters ->
        [empty] {""}
       *[set] { $voters }{" "}
    }{ $again ->
        [empty] {""}
       *[set] { $again }{" "}
    }{ $choice ->
        [empty] {""}
       *[set] { $choice }{" "}
    }
rule-method-majority = It passes with more yes than no.
rule-method-supermajority = It passes if { $share } of yes and no are yes.
rule-method-consent = It passes in consent, if nobody objects.
rule-method-unanimity = It passes if nobody says no.
rule-method-choice = The best result wins, and a tie goes to a run-off.
rule-quorum =
    { $everyone ->
        [yes] All members must take part.
       *[no] { $share ->
            [empty] At least { $least } members must take part.
           *[set] { $least ->
                [0] At least { $share } of the members must take part.
               *[some] At least { $share } of the members, and { $least } people, must take part.
            }
        }
    }
rule-length = The vote is open for { $length }.
rule-fallback = After two rounds with objections { $share } of yes and no decide.
rule-effect = It is in effect { $wait } later, unless { $share } of the members, at least { $least }, object.
rule-secret = The vote is secret.
rule-settled = Whoever has been here for { $days } days can vote.
rule-voters = The delegates decide.
rule-again = The same can be asked again after { $days } days.
share =
    { $share ->
        [s1-2] half
        [s1-3] a third
        [s2-3] two thirds
        [s1-4] a quarter
        [s3-4] three quarters
        [s1-5] a fifth
        [s4-5] four fifths
        [s1-1] all
       *[other] { $plain }
    }
choice-approval = approval: everyone names all that suit, and most win
choice-plurality = one vote each, and most win
choice-irv = a ranking with an instant run-off
choice-schulze = a ranking, compared in pairs (Schulze)
choice-borda = a ranking that gives points (Borda)
choice-score = points from 0 to 5, added up
choice-star = points from 0 to 5, and a run-off between the two highest (STAR)
choice-dots = dots: everyone has 8 to share out
rule-choice = A choice among options is counted by { $method }.
rule-choice-unknown =
    I can count a choice in these ways. For example: { CMD("propose rule everyday: choices by schulze") }

    { $known }
tally-yes = { $count } yes
tally-no = { $count } no
tally-abstain = { $count } abstained
tally-consent = { $count } consented
tally-stand_aside = { $count } stood aside
tally-object = { $count } objected
tally-keep = { $count } to keep
tally-change = { $count } to change
tally-drop = { $count } to drop
tally-looks_good = { $count } looks good
tally-not_sure = { $count } not sure
tally-concerned = { $count } concerned
needs-rule = { $method } { $quorum } Silence is never a yes.
motion-rule = Rule for { $kind }: { $before ->
        [empty] new: { $after }
       *[set] { $after ->
            [empty] no longer: { $before }
           *[set] { $after } Before: { $before }
        }
    }
rule-which-kind =
    Which kind of matter is it about? For example: { CMD("propose rule guidelines: quorum half") }

    { $kinds }
rule-kind-choice = { $kind }
rule-how = What should the rule be? For example: { CMD("propose rule spending: needs 2/3") }. All that can change: { CMD("help propose rule") }
rule-one-part = One change at a time, please, so that people can say yes to one and no to another. For example: { CMD("propose rule guidelines: quorum half") }
rule-same = That is the rule for { $kind } already.
rule-length-unclear = How long is “{ $words }”? For example: { CMD("propose rule everyday: open for 5 days") }

## In the record

record-guideline =
    { $seq }. { $at }: { $gone ->
        [yes] guideline { $guideline } is dropped from { $since } on, by #{ $number }.
       *[no] guideline { $guideline }, version { $version }, from { $since } on, by #{ $number }: { $words ->
            [empty] (the text was removed)
           *[set] “{ $words }”
        }
    }
record-undone = { $seq }. { $at }: what #{ $number } changed was taken back, because enough members objected in time.
record-translated = { $seq }. { $at }: { $person } put guideline { $guideline } into { $language }.
record-rule = { $seq }. { $at }: a rule by #{ $number }, from { $since } on, for { $kind }: { $rule }
