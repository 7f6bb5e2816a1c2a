# Lose ziehen.

command-lot =
    { CMD("los Wer schreibt heute mit? | Ana | Bo | Cem") } zieht Lose. Ohne Namen lose ich unter allen Mitgliedern. Erst zeige ich, wer dabei ist, und eine versiegelte Zahl, dann ziehe ich. So kann niemand es lenken, und alle können es nachrechnen.
    .names = los, lose, losen
command-draw =
    { CMD("ziehe 1") } zieht ein Los, um das du gebeten hast, sofort.
    .names = ziehe, ziehen
command-pass =
    { CMD("passe 1") } lehnt ab, was das Los dir gab, oder nominiert in einer Wahl niemanden. Das braucht keinen Grund.
    .names = passe, ich passe

person-which = Mehrere Mitglieder heißen „{ $name }“: { $people }. Erwähne bitte, wen du meinst, oder schreib die ganze Kennung.
pass-nothing = Bei #{ $number } gibt es nichts, was du ablehnen könntest.
lot-too-few = Ein Los braucht mindestens zwei Namen. Zum Beispiel: { CMD("los Wer schreibt heute mit? | Ana | Bo | Cem") }
lot-too-many = Das sind { $count } Namen, und ich kann unter { $most } losen.
lot-twins = Einer der Namen steht zweimal da. Nenne bitte jeden einmal.
lot-over = #{ $number } ist schon vorbei. Wie es ausging, zeigt { CMD("zeig", $number) }
lot-not-sealed = #{ $number } ist unterwegs. Ich kann ziehen, wenn die Namen und das Siegel im Raum stehen.
lot-not-yours =
    Nur wer um #{ $number } gebeten hat, kann es früher ziehen.{ $draws ->
        [empty] { "" }
       *[set] {" "}Ich ziehe es am { $draws }.
    }
lot-none-open = Kein Los wartet darauf, gezogen zu werden. So beginnt eins: { CMD("los Wer schreibt heute mit? | Ana | Bo | Cem") }
lot-not-drawn = Das Los von #{ $number } fiel nicht auf dich, also gibt es nichts abzulehnen.
lot-announce =
    {""}**#{ $number } Per Los: { $question }** Darum bittet { $person }.

    Im Topf sind { $count }:

    { $pool }

    Ich ziehe in { $wait }, oder wenn { $person } { CMD("ziehe", $number) } schreibt. Die Zahl, die entscheidet, steht schon fest; das ist ihr Siegel: { $seal }
lot-drawn =
    {""}**#{ $number } { $question }**

    { $chosen ->
        [empty] Das Los fiel auf niemanden.
       *[set] Das Los fiel auf { $chosen }. Wenn du lieber nicht möchtest, schreib { CMD("passe", $number) }; das braucht keinen Grund.
    }

    Die gezogene Reihenfolge:

    { $order }

    Die versiegelte Zahl war { $seed }. So lassen sich Los und Siegel nachrechnen:

    `python3 -c "import sys,hashlib;f=lambda *p:hashlib.sha256(b''.join(len(x.encode()).to_bytes(8,'big')+x.encode() for x in p)).hexdigest();s,*n=sys.argv[1:];n.sort();print(f(s));print(*sorted(n,key=lambda x:f(f(s,*n),x)),sep=', ')" { $seed } { $pool }`
lot-words = { $words }
lot-words-more = { $words } { $more }
lot-passed =
    #{ $number } { $question } { $person } lehnt ab. { $chosen ->
        [empty] In der gezogenen Reihenfolge ist niemand mehr übrig. Ihr könnt neu losen: { CMD("los ...") }
       *[set] Als Nächstes in der Reihenfolge kommt { $chosen }.
    }
lot-line = #{ $number } „{ $question }“ wird am { $draws } ausgelost.
lot-shown =
    {""}**#{ $number } Per Los: { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    }** Darum bat { $person }. Im Topf: { $pool }.

    { $stage ->
        [sealed] Es ist noch nicht gezogen.
        [drawn] { $chosen ->
            [empty] Alle, die gezogen wurden, haben abgelehnt.
           *[set] Es fiel auf { $chosen }.
        }
       *[stopped] Es wurde zurückgenommen.
    }

    { $history }
record-lot-sealed =
    { $seq }. { $at }: { $person } bat um ein Los, #{ $number }{ $known ->
        [yes] , „{ $question }“
       *[no] { "" }
    }, unter { $pool }.
record-lot-drawn = { $seq }. { $at }: Das Los von #{ $number } wurde gezogen: { $order }.
record-lot-passed = { $seq }. { $at }: { $person } hat bei #{ $number } abgelehnt.
record-lot-stopped = { $seq }. { $at }: { $person } hat das Los von #{ $number } zurückgenommen.
