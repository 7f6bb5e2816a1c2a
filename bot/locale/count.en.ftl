# How a count came about, step by step. One sentence each; they are said one after the other.

count-one = { $option }: { $votes }
count-nothing = Nobody voted for anything, so there is no result.

## Yes and no

count-answers = { $yes } said yes, { $no } said no, { $abstain } abstained.
count-base = { $base ->
    [voters] It is a share of all who took part: { $people }.
    [present] It is a share of all who are present: { $people }.
    [eligible] It is a share of all who may vote: { $people }.
    [eligible-less-abstentions] It is a share of all who may vote, without those who abstained: { $people }.
   *[votes] It is a share of those who said yes or no: { $people }.
}
count-needed = { $needed ->
    [one] Needed: 1 yes.
   *[other] Needed: { $needed } yes.
}
count-least-yes = { $least ->
    [one] There must be at least 1 yes, and more yes than no.
   *[other] There must be at least { $least } yes, and more yes than no.
}
count-passed = That is enough.
count-not-passed = { $short ->
    [one] 1 yes was missing.
   *[other] { $short } yes were missing.
}
count-quorum-reached = { $turnout } took part; { $needed } were needed for a decision to count.
count-quorum-missed = { $turnout } took part, but { $needed } were needed for a decision to count.
count-no-quorum = So nothing is decided, neither for nor against.
count-vetoes = { $vetoes ->
    [one] 1 veto stands against it.
   *[other] { $vetoes } vetoes stand against it.
}
count-vetoes-without-reason = { $vetoes ->
    [one] 1 veto came without a reason and does not count.
   *[other] { $vetoes } vetoes came without a reason and do not count.
}

## Consent, consensus, silence

count-consents = { $consents } gave consent, { $asides } stood aside, { $objections } objected.
count-consent = Nobody has an objection, so there is consent.
count-objections = { $objections ->
    [one] 1 objection is open. It does not count against the others; it shows what to make better.
   *[other] { $objections } objections are open. They do not count against the others; they show what to make better.
}
count-reason-missing = A reason is missing, so please ask for it.
count-waiting = { $missing ->
    [one] 1 person has not answered yet, and silence is not consent.
   *[other] { $missing } people have not answered yet, and silence is not consent.
}
count-nobody-consented = Nobody gave consent, so nothing is adopted.
count-consensus-answers = { $agreed } agreed, { $reservations } agreed with reservations, { $asides } stood aside, { $blocks } blocked.
count-consensus = So there is consensus.
count-blocks = { $most ->
    [0] { $blocks ->
        [one] 1 block stops it.
       *[other] { $blocks } blocks stop it.
    }
   *[other] { $blocks } blocks stop it; this group lets a decision pass with at most { $most }.
}
count-too-many-aside = { $asides } stood aside, and at most { $most } may. The group is not behind it yet, so please talk about it again.
count-nobody-agreed = Nobody agreed, so nothing is adopted.
count-notice = { $hours ->
    [one] There was 1 hour to object.
   *[other] There were { $hours } hours to object.
}
count-nobody-objected = Nobody objected, so it is agreed.
count-lazy-objections = { $objections ->
    [one] 1 objection came, so please talk about it or take a vote.
   *[other] { $objections } objections came, so please talk about it or take a vote.
}

## Votes and points

count-standing = { $votes ->
    [one] 1 vote. { $options }.
   *[other] { $votes } votes. { $options }.
}
count-half = That is more than half of the votes.
count-no-half = Nobody has more than half of the votes.
count-approvals = { $voters ->
    [one] 1 person voted. { $options }.
   *[other] { $voters } people voted, each for as many options as they liked. { $options }.
}
count-points = Points in all: { $options }.
count-means = Points on average: { $options }.
count-few-scores = Only { $scored } of { $voters } voters gave { $option } any points.
count-dots = Everyone had { $dots } dots. { $options }.
count-dots-rejected = A ballot cannot be counted: everyone has { $dots } dots, and at most { $most } may go to one option. No result is made until somebody has looked at it.
count-runoff = Of these two, people prefer: { $options }.

## Pairs

count-duels = { $option } against the others, one by one: { $duels }.
count-duel = { $won } to { $lost } against { $option }
count-unbeaten = { $options } is beaten by none of the others.
count-above-default = { $needed ->
    [one] To win, an option must be preferred to { $default } by at least 1 voter, and by more voters than prefer { $default }.
   *[other] To win, an option must be preferred to { $default } by at least { $needed } voters, and by more voters than prefer { $default }.
}
count-below-quorum = Fewer than { $needed } prefer to { $default }: { $options }.
count-below-default = Not preferred to { $default } by more voters than the other way round: { $options }.
count-default-wins = { $default } wins: no other option was preferred to it by enough voters, or it beat them.

## Rounds

count-round = Round { $number }: { $options }.
count-dropped = { $option } is last and is dropped; these votes go to the next option on each ballot.
count-exhausted = { $votes } votes name nobody who is left, and count no more.
count-over-half = { $option } has more than half of the votes that still count.
count-quota = { $votes } votes for { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}: whoever has { $quota } is elected.
count-quota-meek = { $votes } votes for { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}: at first whoever has { $first } is elected; the number sinks as votes run out.
count-reached-quota = Elected: { $options }.
count-surplus = { $option } has { $surplus } votes more than needed. That part of each of these ballots goes to its next option.
count-last-seats = As many are left as there are seats, so these are elected too: { $options }.
count-two-thirds = Two thirds are needed: { $needed } votes.
count-withdrawn = Too few votes to go on: { $options }.
count-goes-on = { $ballot ->
    [4] Nobody has enough yet. Going on: { $options }. The meeting now decides whether to vote once more or to draw lots.
    [5] Nobody has enough. The lot is drawn among { $options }.
   *[other] Nobody has enough yet. Going on to the next ballot: { $options }.
}

## Who wins, and ties

count-winners = { $options ->
    [empty] Nobody has won a seat.
   *[other] Result: { $options }.
}
count-tie = A tie between { $options }.
count-tie-inside = A tie on the way decides here. Depending on who is dropped, one of these wins: { $options }.
count-sure = { $options ->
    [empty] Nobody is certain of a seat yet.
   *[other] Certain of a seat: { $options }.
}
count-tie-last-seat = { $left ->
    [one] 1 seat is left, and these are tied for it: { $options }.
   *[other] { $left } seats are left, and these are tied for them: { $options }.
}
count-tie-too-many = There are too many ties to follow each one to its end, so all who are still in are called tied.
