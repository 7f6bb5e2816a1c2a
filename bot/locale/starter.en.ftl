# What the bot says when somebody may need help. Groups should have these words checked by people who know the field.

-no-number = your local emergency number

# Words in a direct chat that are no command. Always the same answer, whatever was written.
# $known (text): whether the person and the bot share a group (yes, no)
# $emergency (text, may be empty), $helplines (Lines, may be empty), $group (text, may be empty)
direct-reply =
    I am a program, so I cannot understand this, and I cannot judge danger. If someone may be hurt, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } now.

    { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }
    { $helplines }

    { $known ->
        [yes] Reply { CMD("person") } and somebody of { $group ->
            [empty] your group
           *[set] { $group }
        } will write to you.
       *[no] We are in no group together, so I cannot ask anybody to write to you. To find a group, ask whoever told you about me, or look for a room in your app and ask to be let in. When you are in a group that I am in, I can help you there.
    } Reply { CMD("help") } for what I can do. I have not kept what you wrote.

talk-today = If you want to talk to someone today:

# $emergency (text, may be empty), $helplines (Lines, may be empty), $checked (date, may be empty)
urgent =
    If life is in danger, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } now.

    { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }
    { $helplines }

    I am a program. I cannot help you in a crisis and I cannot judge danger, but people can. { $known ->
        [no] { "" }
       *[yes] Reply { CMD("person") } and somebody of the group will write to you. I only pass on your name.
    }

    { $checked ->
        [empty] { "" }
       *[set] { urgent-checked }
    }

# The part of `about` that says what the group and the bot are not. $emergency (text, may be empty)
about-crisis =
    If someone is in danger now, call { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    }, or go to the nearest emergency room.

    This group is run by its members. We share our own experience. It is not a medical, legal or crisis service, and it does not take the place of one. Please talk to your doctor, nurse or another expert about your health.

    No one watches this room all day and all night. A message here may not be seen for hours. I am a program. I cannot tell if you are in danger, and I cannot call for help.

# When the words for an answer are damaged. $id (text)
text-fault = I have an answer for you, but the words for it are damaged ({ $id }). Please tell whoever runs me.
