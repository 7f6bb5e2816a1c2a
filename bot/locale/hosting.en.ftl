## What a host has room for, and when a host wants the bot to leave

declined-full = I am in as many groups as there is room for here, so I cannot come into this one. Please ask whoever runs me for room, or find another host.
declined-crowd = This room has { $members } members, and there is room here for groups of { $most } at most. Please ask whoever runs me for room, or find another host.
outgrown =
    You are { $members } now. Whoever runs me has room for groups of { $most }.

    Nothing changes for you: everybody is counted, and every decision goes on. If you want to be sure of your place, ask whoever runs me for more room. You can also move to another host with your whole record: { CMD("show record export") }
departure =
    Whoever runs me wants me to leave this group on { $at }. Until then everything goes on as it is.

    I keep all that is yours until { $until }, and then delete it. If I am invited again before, you find everything as it was. If you would like me to stay, ask whoever runs me why. To take your record with you: { CMD("show record export") }
departure-now = Whoever runs me wants me to leave this group now. I keep all that is yours until { $until }, and then delete it. Until then you can ask whoever runs me for all of it in one file, with which you can move to another host.
departure-reason = Whoever runs me wanted me to leave, as I told you. What is yours is kept for { $days ->
        [one] one day
       *[other] { $days } days
    } from now.
departure-withdrawn = I stay. Whoever runs me no longer wants me to leave this group.
