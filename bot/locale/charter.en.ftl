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
