# What the operator's room is told about the program itself: never anything about people, rooms or what they say.

introduction-operators = Hello, I am Folkmoot. Here I tell you when something is wrong with me, and when it is well again: the homeserver, my keys, the disk, the backups, a record that does not hold. As long as I say nothing, I know of nothing.
watch = { $lines }
watch-outage = I could not reach the homeserver from { $since } to { $until }, so I can say it only now. I am back, and do what was due meanwhile.
watch-keys =
    { $count ->
        [0] The homeserver has no one-time keys of mine any more
        [one] The homeserver has only one one-time key of mine left
       *[other] The homeserver has only { $count } one-time keys of mine left
    }. Without them new devices cannot write to me so that I can read it. My log says why I can put no new ones there.
watch-keys-well = There are enough one-time keys again.
watch-disk = The disk with my data is { $percent } % full. When it is full I can keep nothing any more. Please make room.
watch-disk-well = There is room on the disk again.
watch-backup = My last backup is from { $since }. Please see why there is no newer one.
watch-backup-none = There is no backup of me yet. Please see why.
watch-backup-well = There is a new backup.
watch-record = The record of room number { $room } does not hold: somebody or something changed it outside of me. Please keep the last backups, and look at it before more is decided there.
watch-record-well = The record of room number { $room } holds again.
