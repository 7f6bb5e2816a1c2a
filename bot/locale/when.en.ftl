# What is asked back when a time is not clear. What to type instead is shown below each of these.

when-nothing = Please tell me a day and a time.
when-too-long = That is too long for a time. Please write only when it is.
# $word (str): what was typed
when-unknown-word = I do not know the word “{ $word }” in a time.
# $word (str): what was typed
when-unclear = I cannot fit “{ $word }” into a time.
when-two-readings = These words do not fit together as one time.
when-languages-differ = People read this in two ways, depending on the language. Which one do you mean?

when-past = That time is over. When should it be?
when-too-far = That is too far away. Please choose a time within the next 20 years.
# $date (str): the date as it was typed
when-no-such-date = There is no day { $date } in the calendar.
# $time (str): the time as it was typed
when-no-such-time = There is no time { $time } on the clock.
# $time (str): a time of day
when-skipped = The clocks go forward then, and { $time } does not exist on that day. Which time do you mean?
# $time (str): a time of day
when-twice = The clocks go back then, and { $time } comes twice on that day. Which one do you mean?

when-ambiguous-date = Some people read the day first here, others the month. Which one do you mean?
when-date-or-time = This could be a date or a time. Which one do you mean?
when-hour-or-day = Is the number the hour or the day of the month?
when-morning-or-evening = In the morning or in the evening?
when-regional-time = People in different places read this time in different ways. Which one do you mean?
when-which-midnight = Midnight at the start of that day, or at its end?
when-which-hour = At what time of that day?
when-no-time = At what time?
# $time (str): a time of day
when-part-differs = { $time } does not fit that part of the day. Which time do you mean?
# $time (str): the time at which it begins
when-from-to = I can keep the time when it begins, { $time }, but not a length. Please write only when it begins.
when-half-day = Please use whole days, or say it in hours.

when-which-next = Some people mean the coming one, others the one after. Which day do you mean?
when-whose-day = It is another day there already, or still. Which day do you mean?
when-today-or-next-week = Today, or in a week?
when-which-day = Which day do you mean?
when-which-month = In which month, or every month?
when-several-days = These are several days. Please name one, or write “every” before them.
# $date (date): the date that was typed
when-weekday-differs = { $date } is another day of the week. Which one do you mean?
when-about-days = Some people count this as whole weeks, others by the day. Which one do you mean?
when-which-zone = Several places use this name for their time. Which one do you mean?

when-once-or-series = Just once, or every week?
when-no-series = Please say how often, such as “every Tuesday 19:00”.
when-every-nth = Every few weeks, or once a month? People read this in both ways.
# $word (str): what was typed
when-two-meanings = “{ $word }” means twice as often to some and half as often to others. Please write it in other words, such as “every 2 weeks”.
when-saturday-too = Saturday too, or only Monday to Friday?
when-which-weekday = On which day of the week?
when-which-week = In which week of the month?
when-short-month = Some months do not have that day. Which day do you mean?
when-leap-day = 29 February comes only in leap years. Which day do you mean?
when-ends-before = It would end before it begins. When should it end?
when-ends-at-a-time = Please name the day on which it ends.
when-too-often = Once a minute is as often as I can.
when-series-needs-zone = For something that repeats, please name a place for its time, such as “Berlin”.
