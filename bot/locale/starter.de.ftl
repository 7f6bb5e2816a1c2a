# Was der Bot sagt, wenn jemand Hilfe brauchen könnte. Gruppen sollten diese Worte von Fachleuten prüfen lassen.

-no-number = deine örtliche Notrufnummer

# Worte im Einzelchat, die kein Befehl sind. Immer dieselbe Antwort, was auch geschrieben wurde.
# $known (Text): ob die Person und der Bot in einer Gruppe zusammen sind (yes, no)
# $emergency (Text, kann leer sein), $helplines (Lines, kann leer sein), $group (Text, kann leer sein)
direct-reply =
    Ich bin ein Programm. Ich kann das nicht verstehen und nicht beurteilen, ob jemand in Gefahr ist. Wenn jemandem etwas passieren könnte, ruf jetzt { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an.

    { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }
    { $helplines }

    { $known ->
        [yes] Antworte { CMD("person") }, dann schreibt dir jemand aus { $group ->
            [empty] deiner Gruppe
           *[set] der Gruppe { $group }
        }.
       *[no] Wir sind in keiner Gruppe zusammen, also kann ich niemanden bitten, dir zu schreiben. Wenn du eine Gruppe suchst, frag bitte die Person, die dir von mir erzählt hat, oder such in deiner App nach einem Raum und bitte darum, hereingelassen zu werden. Wenn du in einer Gruppe bist, in der ich auch bin, kann ich dir dort helfen.
    } Antworte { CMD("hilfe") }, dann siehst du, was ich kann. Was du geschrieben hast, habe ich nicht behalten.

talk-today = Wenn du heute mit jemandem reden möchtest:

# $emergency (Text, kann leer sein), $helplines (Lines, kann leer sein), $checked (Datum, kann leer sein)
urgent =
    Wenn ein Leben in Gefahr ist, ruf jetzt { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an.

    { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }
    { $helplines }

    Ich bin ein Programm. Ich kann dir in einer Krise nicht helfen und nicht beurteilen, ob jemand in Gefahr ist. Menschen können das. { $known ->
        [no] { "" }
       *[yes] Antworte { CMD("person") }, dann schreibt dir jemand aus der Gruppe. Ich gebe nur deinen Namen weiter.
    }

    { $checked ->
        [empty] { "" }
       *[set] { urgent-checked }
    }

# Der Teil von `about`, der sagt, was die Gruppe und der Bot nicht sind. $emergency (Text, kann leer sein)
about-crisis =
    Wenn gerade jemand in Gefahr ist, ruf { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an oder geh in die nächste Notaufnahme.

    Diese Gruppe wird von ihren Mitgliedern getragen. Wir teilen unsere eigenen Erfahrungen. Sie ist kein medizinisches Angebot, keine Rechtsberatung und kein Krisendienst, und sie ersetzt nichts davon. Bitte sprich über deine Gesundheit mit deiner Ärztin oder deinem Arzt, mit einer Pflegekraft oder anderen Fachleuten.

    Niemand schaut Tag und Nacht in diesen Raum. Eine Nachricht hier kann stundenlang ungelesen bleiben. Ich bin ein Programm. Ich kann nicht erkennen, ob du in Gefahr bist, und ich kann keine Hilfe rufen.

# Wenn die Worte für eine Antwort beschädigt sind. $id (Text)
text-fault = Ich habe eine Antwort für dich, aber die Worte dafür sind beschädigt ({ $id }). Bitte sag der Person Bescheid, die mich betreibt.
