# Holding the room: rounds, raised hands, time, pauses, safe talk.

command-round =
    { CMD("round How was your week?") } gives everybody who is here one turn, in an order drawn by lot. With a time for each: { CMD("round How was your week? 2 minutes each") }

    You can always pass: { CMD("pass") }. When you have spoken: { CMD("done") }. Who is not there for a moment is asked again at the end: { CMD("later") }
    .names = round
command-round-end =
    { CMD("round end") } ends a round before everybody had a turn. Whoever began it can do that, who keeps the time, or two members.
    .names = round end, end round, round stop
command-later =
    { CMD("later") } is for a round: you would like your turn at the end, or whoever has the turn is not there right now.
    .names = later, not now
command-hand =
    { CMD("hand") } says that you would like to speak. Those who have not spoken in this meeting go first. A question about what was said goes before: { CMD("hand clarify") }. To give the floor to the next: { CMD("next") }
    .names = hand, raise hand
command-hand-clarify =
    { CMD("hand clarify") } says that you have a question about what was said. It goes first.
    .names = hand clarify, hand question
command-hand-down =
    { CMD("hand down") } takes your hand down.
    .names = hand down, lower hand
command-show-queue =
    { CMD("show queue") } shows who would like to speak, and in which order.
    .names = show queue, queue, show hands
command-timer =
    { CMD("timer 5 minutes") } tells softly when the time is over. To end it before: { CMD("timer stop") }
    .names = timer
command-silence =
    { CMD("silence 2 minutes") } begins a silence, and tells softly when it is over. I say nothing meanwhile.
    .names = silence
command-break =
    { CMD("break 10 minutes") } begins a break, and tells when it is over.
    .names = break
command-timer-stop =
    { CMD("timer stop") } ends a timer, a silence or a break before its time.
    .names = timer stop, stop timer, silence end, break end
command-pause =
    { CMD("pause 5") } asks everybody for five quiet minutes, when something hard was said or it is all too much. The facilitator can do that, or two members together. A pause has ten minutes at most, and there is one in an hour at most. Two members can end it at once: { CMD("pause end") }
    .names = pause
command-pause-end =
    { CMD("pause end") } ends a pause. In a direct chat with me it works too.
    .names = pause end, end pause, pause stop
command-cw =
    { CMD("cw hospital") } is a warning before a hard story: it says what the story is about, so that people can choose to read it. As a reply to a message it stands below that message.
    .names = cw, content warning
command-care =
    { CMD("care") } shows whoever facilitates, alone, what can be done in a hard moment. Later I ask them how they are.
    .names = care
command-back =
    { CMD("back") } brings us back to the topic, and shows what we keep for another time.
    .names = back, back to the topic

word-each =
    .words = each, per person, per turn
word-seconds =
    .words = seconds, second, secs, sec, s

## Rounds

# $person, $question (text, may be empty), $each (length, may be empty)
round-gathering =
    { $person } would like a round{ $question ->
        [empty] .
       *[set] : { $question }
    } { $each ->
        [empty] { "" }
       *[set] Each of us has up to { $each }.
    }

    Who is here? Please type { CMD("here") }. When all are there, { CMD("next") } begins it. Nobody has to say anything.
# $order (list of people), $first (mention)
round-begun =
    { $question ->
        [empty] A round: how are you?
       *[set] A round: { $question }
    }

    The order, drawn by lot: { $order }. { $each ->
        [empty] { "" }
       *[set] Each of us has up to { $each }.
    } We listen and do not reply. You can always pass.

    { $first }, you can begin. When you are done: { CMD("done") }
# $person (mention), $next (person, may be empty), $again: they were not there before
round-turn =
    { $again ->
        [yes] { $person }, you were not there before: would you like your turn now? { CMD("pass") } is fine too.
       *[no] { $person }, it is your turn, if you like.
    } { $next ->
        [empty] { "" }
       *[set] After that: { $next }.
    }
round-over =
    Thank you. Everybody who wanted to has had a turn.{ $meeting ->
        [yes] {" "}To go on: { CMD("meet next") }
       *[no] { "" }
    }
round-ended = The round ends here. Thank you for listening to each other.
round-forgotten = The round has been quiet for a long time, so I end it here. Whoever still wants to say something can do so.
round-time = { $person }, the time that we agreed on is over. Please finish in peace.
round-passed = You pass. That is always fine.
round-in = You are in. Your turn comes.
round-was-in = You have had your turn in this round. If you want to say more: { CMD("hand") }
round-one-more = One more person is needed for that, so that nobody is cut off by one other alone. If somebody else types the same, I go on.
round-end-one-more = When one more member types { CMD("round end") }, the round ends.
round-on = A round is on. To end it: { CMD("round end") }
round-none = No round is on. To begin one: { CMD("round How are you?") }
round-has-begun = The round has begun already.
round-not-begun = The round has not begun yet. When all are there: { CMD("next") }
round-few = A round needs two people at least. Whoever is here types { CMD("here") }
round-not-your-turn = It is somebody else's turn in the round. If they are done, { CMD("next") } goes on.
round-no-turn = You have no turn to come in this round, so there is nothing to pass.
round-not-in = You have not said that you are here, so I will not ask you in this round.
round-long = A question for a round can have { $most } letters. This one has { $length }.
round-each = A turn can have between { $least } and { $most }.

## Raised hands

hand-up = Your hand is up. Your place: { $place }.
hand-down = Your hand is down.
hand-none = Your hand is not up. To raise it: { CMD("hand") }
# $person (mention), $next (person, may be empty)
queue-turn =
    { $person }, please. { $next ->
        [empty] { "" }
       *[set] After that: { $next }.
    }
queue-done = Nobody else has a hand up.
queue-empty = Nobody has a hand up. To raise yours: { CMD("hand") }
queue-none = Nobody has a hand up. To raise yours: { CMD("hand") }
queue =
    { $speaking ->
        [empty] Nobody is speaking right now.
       *[set] { $speaking } has the floor.
    } { $people ->
        [empty] Nobody else has a hand up.
       *[set] These would like to speak:
    }

    { $people }
queue-hand =
    { $person }{ $clarify ->
        [yes] , with a question
       *[no] { "" }
    }

## Time

# $length (length), $ends (moment)
time-timer = A timer for { $length }, from now on.
time-silence = We are silent for { $length }. Nobody needs to write or to read.
time-break = A break of { $length }, until { $ends }.
time-over-timer = { $length }: the time is over.
time-over-silence = The silence is over. Thank you.
time-over-break = The break is over. Welcome back.
time-stopped =
    { $kind ->
        [silence] The silence ends here.
        [break] The break ends here.
       *[timer] The timer is off.
    }
time-one-more = When one more member types the same, I begin.
time-stop-one-more = When one more member types { CMD("timer stop") }, it ends.
time-on =
    { $kind ->
        [silence] A silence is on
        [break] A break is on
       *[timer] A timer is running
    } until { $ends }. To end it before: { CMD("timer stop") }
time-none = No timer is running.
time-range = That can last between { $least } and { $most }.
# $command: what to type
time-unclear =
    { $words ->
        [empty] How long?
       *[set] How long? I cannot read “{ $words }”.
    } For example { $command }

## A pause

# $length (length), $ends (moment)
pause-begun =
    Let us all take a breath. It is quiet here now for { $length }, until { $ends }.

    { $closed ->
        [yes] Until then nobody can write or react in this room. Votes go on: you can vote by writing to me alone.
        [no-power] The group wants that nobody can write meanwhile. I have not the power for that here, so please do not write or react until then.
       *[no] Please do not write or react until then.
    } Nobody has done anything wrong. If you need somebody now: { CMD("urgent") } shows where to find help, and you can write to me alone.
# $topic (text, may be empty), $person (may be empty): who had the floor
pause-over =
    The pause is over. Thank you for waiting. { $topic ->
        [empty] { "" }
       *[set] We were here: { $topic }
    } { $person ->
        [empty] { "" }
       *[set] In the round it is the turn of { $person }.
    }
pause-one-more = A pause needs the facilitator or two members. When one more member types { CMD("pause") } in the next ten minutes, it begins.
pause-end-one-more = When one more member types { CMD("pause end") }, it ends at once.
pause-on = It is quiet here until { $ends }. To end it now: { CMD("pause end") }
pause-none = There is no pause right now.
pause-late = I read this only now. The time of that pause would be over by now, so I did not begin it.
pause-range = A pause can last ten minutes at most: { CMD("pause 5") }
pause-again = There was a pause not long ago. The next one can be from { $at } on. If somebody needs help now: { CMD("urgent") }

pause-not-closed = The server does not let me close the room for writing. So please just wait until the pause is over.
pause-not-opened =
    I may not open the room{ $group ->
        [empty] { "" }
       *[set] {" "}of { $group }
    } for writing again, because my power here was changed. Please let somebody who administers the room set the level for sending messages back, or give me my power again. I keep trying.

word-setting-pause-raises-levels = closing the room in a pause
    .words = pause raises levels, pause closes, closed pause
setting-pause-raises-levels = Whether nobody but moderators can write and react during a { CMD("pause") }. Direct messages and running votes go on, and afterwards everything is as before. I need the power to change permissions for it. { CMD("set pause raises levels on") }

## Safe talk

# $own (passage, may be empty): the group's own words
cw-how =
    { $own ->
        [empty] Type { CMD("cw") } and what the story is about, for example { CMD("cw hospital, death of a parent") }. Then write your story in a reply. People can choose if they want to read it.
       *[set] { $own }
    }

    { $own ->
        [empty] Say what it is about, and leave out how it was done, pictures and numbers. If you forgot it, that is no problem: type { CMD("cw ...") } as a reply to your own message.
       *[set] { "" }
    }
cw-before =
    A word before the next message, so that everybody can choose whether to read it now, later or not at all.

    It is about: { $topic }
cw-under =
    A word about this message, so that everybody can choose whether to read it now, later or not at all.

    It is about: { $topic }
cw-note =
    Somebody{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    } has put a word of warning below a message of yours, so that others can choose when to read it. You have done nothing wrong, and you can stay as you are. If you would rather say in your own words what it is about: reply to your message in the room with { CMD("cw ...") }
cw-direct = A warning belongs below the story or before it. Please type it in the room of the group.
cw-long = A warning can have { $most } letters. A few plain words are best: { CMD("cw hospital") }

care-told =
    { $own ->
        [yes] I have written to you alone.
       *[no] I have written to whoever looks after us now.
    }
# $topic (text, may be empty), $own (passage, may be empty): the group's own words
care-steps =
    (Only you can see this.) { $own ->
        [empty] Somebody in the group thinks that this is a hard moment. You could do this, in your own words:
       *[set] { $own }
    }

    { $own ->
        [empty] { care-four }
       *[set] { "" }
    }

    { $own ->
        [empty] { $topic ->
            [empty] Then come back: “Let us take a breath, and then go on together.”
           *[set] Then come back: “Let us take a breath, and then go back to our topic.” It was: { $topic }
        } Please do not tell people to mute or to leave. Look after yourself too: { CMD("turn rest") } hands your tasks on.
       *[set] { "" }
    }
care-four =
    {"1."} Thank them. “Thank you for trusting us with this. That sounds very painful.”

    {"2."} Keep everyone safe. “I would like to stop the details here, because they may hurt others.” { CMD("pause 5") } gives the room five quiet minutes.

    {"3."} Offer help. Name one or two places that know this topic: { CMD("show resources") }. Ask the group if they know more.

    {"4."} Ask what they need. “Would you like one of us to write to you after the meeting?”
care-after =
    An hour ago there was a hard moment{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }, and you looked after the others. How are you now? You do not have to carry it alone: reply { CMD("person") } and somebody of the group will write to you.

# $topic (text), $parked (Lines, may be empty)
back =
    Let us take a breath, and come back to our topic: { $topic }

    { $parked ->
        [empty] What comes up besides can wait for another time: { CMD("note park ...") }
       *[set] This we keep for another time:
    }

    { $parked }
back-nowhere = No meeting is on, and the group has not said what it is about. So I do not know where to come back to.
back-one-more = When one more member types { CMD("back") }, I say it to all.

# $guideline (number), $words (text)
guideline-kindly =
    A kind reminder of something that we agreed on together, for all of us. Guideline { $guideline }:

    { $words }

data-floor = That you have to do with a round, a queue, a timer or a pause that is on now; it is gone when that is over
