# What a room hears after a backup was put back.
put-back =
    { $direct ->
        [yes] My memory of this chat was put back from a copy that was made on { $made }. I have read again what was written here since.
       *[no] My memory of this group was put back from a copy that was made on { $made }. I have read again what happened here since, and nothing that I said then is said again.
    }{ $unread ->
        [0] { "" }
        [one] { " " }One message since then I cannot read. If it was for me, please write it again.
       *[other] { " " }{ $unread } messages since then I cannot read. What was for me in them, please write again.
    }{ $lost ->
        [0] { "" }
        [one] { " " }One mark of the record that I said here after that time is not in my record. What I could read again stands there anew, with another mark. Please compare the two.
       *[other] { " " }{ $lost } marks of the record that I said here after that time are not in my record. What I could read again stands there anew, with other marks. Please compare them.
    }{ $stays ->
        [yes] { " " }I was to leave this group. Now I stay, until whoever runs me says so again.
       *[no] { "" }
    }
secret-put-back =
    __The secret vote #{ $number } begins anew.__ My memory was put back from a copy, and no copy holds secret votes. So all votes on it are lost, and if I told a result of it meanwhile, my record does not have it. Please vote again.
