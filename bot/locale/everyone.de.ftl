# Alle zählen: neue Leute, Leute an der Tür, Anfragen, Anliegen, und wo es Hilfe außerhalb gibt.

command-more =
    { CMD("mehr") } zeigt, wie wir hier miteinander umgehen und was ich speichere.
    .names = mehr
command-bots =
    { CMD("bots") } zeigt, welche Konten hier Programme sind oder Puppen von Leuten, die von anderswo schreiben. Sie werden nicht begrüßt, zählen nicht und stimmen nicht ab.
    .names = bots
command-bots-add =
    { CMD("bots dazu @news:example.org") } sagt, dass ein Konto ein Programm ist. Alle können das zurücknehmen.
    .names = bots dazu
command-bots-remove =
    { CMD("bots weg @news:example.org") } sagt, dass ein Konto ein Mensch ist.
    .names = bots weg
command-i-am-a-person =
    In einem Einzelchat mit mir nimmt { CMD("ich bin ein mensch") } dich von der Liste der Programme, wenn du aus Versehen darauf stehst.
    .names = ich bin ein mensch
command-ask =
    { CMD("frage Wie komme ich zum Treffen?") } fragt, und ich verfolge deine Frage, bis ein Mensch geantwortet hat, im Raum oder im Einzelchat mit mir. Oder reagiere mit einer erhobenen Hand 🙋 auf eine eigene Nachricht. Nur du schließt sie: { CMD("danke") }
    .names = frage, bitte
command-ask-listen =
    { CMD("frage zuhören") } und deine Worte: Du wünschst dir, dass dir jemand zuhört. Ohne Rat.
    .names = frage zuhören, frage zuhoeren
command-ask-ideas =
    { CMD("frage ideen Wie schlaft ihr vor einer Untersuchung?") } bittet um Ideen und Erfahrungen.
    .names = frage ideen
command-ask-info =
    { CMD("frage info Wo ist das nächste Treffen?") } fragt nach etwas, das du wissen musst.
    .names = frage info
command-person =
    { CMD("person") } bittet darum, dass dir jemand aus deiner Gruppe schreibt. Ich gebe deinen Namen weiter und sonst nichts. Wenn dir niemand geschrieben hat, frage ich andere.
    .names = person, mensch, frage person
command-ask-concern =
    In einem Einzelchat mit mir sagt { CMD("anliegen Ana | Bo unterbricht mich immer wieder") } ein Anliegen denen, die du aussuchst. Schreib `über Bo` hinter ihre Namen, dann achte ich darauf, dass es Bo nie erreicht. Ich behalte die Tage, nicht die Worte.
    .names = anliegen, frage anliegen
command-thanks =
    { CMD("danke 1") } schließt deine Anfrage 1: Ein Mensch hat geantwortet.
    .names = danke
command-answered =
    { CMD("beantwortet 1") } sagt mir, dass du auf Anfrage 1 geantwortet hast. Ich frage die Person, die gefragt hat, ob das so ist.
    .names = beantwortet
command-show-requests =
    { CMD("zeig anfragen") } zeigt, welche Anfragen auf einen Menschen warten, die älteste zuerst. Was gefragt wurde, steht nicht dabei.
    .names = zeig anfragen, zeige anfragen, anfragen
command-me-requests =
    { CMD("ich anfragen immer") }: Anfragen dürfen dich auch in deinen Ruhezeiten erreichen. { CMD("ich anfragen tagsüber") } stellt es zurück.
    .names = ich anfragen
command-urgent =
    { CMD("dringend") } zeigt, wo du Hilfe außerhalb dieser Gruppe findest.
    .names = dringend, notfall, krise
command-urgent-numbers =
    { CMD("dringend nummern 112 | Nachttelefon 0800 1110111") } setzt die eigenen Nummern der Gruppe: zuerst die Notrufnummer, dann Nummern zum Reden. Alle hier sehen, dass sie sich geändert haben.
    .names = dringend nummern
command-urgent-checked =
    { CMD("dringend geprüft") } sagt, dass du nachgesehen hast und die Nummern der Gruppe stimmen. Ich frage einmal im Jahr.
    .names = dringend geprüft, dringend geprueft
command-resource =
    { CMD("hilfsangebot Schlaf | Ambulanz in der Eichenstraße | https://example.org | Deutschland | Deutsch") } nimmt etwas in die Liste der Gruppe auf: worum es geht, was es ist und wo. { CMD("zurückziehen 1") } nimmt Nummer 1 von der Liste. Beides gilt sofort, und ich sage es allen. Binnen 72 Stunden genügt ein Einwand, dann ist es wieder wie vorher, und die Gruppe stimmt darüber ab.
    .names = hilfsangebot
command-resource-checked =
    { CMD("hilfsangebot geprüft 1") } sagt, dass du nachgesehen hast und Nummer 1 der Liste stimmt.
    .names = hilfsangebot geprüft, hilfsangebot geprueft
command-show-resources =
    { CMD("zeig hilfsangebote") } zeigt die Liste der Hilfsangebote, { CMD("zeig hilfsangebote schlaf") }, was darauf zum Schlaf steht.
    .names = zeig hilfsangebote, zeige hilfsangebote, hilfsangebote

word-about-person =
    .words = über, ueber
word-and =
    .words = und
word-requests-always =
    .words = immer, jederzeit, auch nachts
word-requests-daytime =
    .words = tagsüber, tagsueber, nicht nachts

words-said = { $words }
words-said-more = { $words } { $more }
done-in-room = Erledigt. Der Raum weiß Bescheid.
danger-line =
    Wenn gerade jemand in Gefahr ist, ruf { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an. Wir sind kein Krisendienst.

## Neue Leute

welcome =
    { danger-line }

    Hallo { $people }{ $others ->
        [0] { "" }
        [one] {" "}und noch jemand
       *[other] {" "}und { $others } weitere
    }, willkommen { $group ->
        [empty] in unserer Gruppe
       *[set] in der Gruppe { $group }
    }. { $own ->
        [empty] { $about ->
            [empty] { "" }
           *[set] { $about }{" "}
        }Du musst nichts erzählen. Du kannst auch nur lesen.
       *[set] { "" }
    }

    { $own }

    { $meeting ->
        [empty] { "" }
       *[set] Nächstes Treffen: { $meeting }.
    } { $duty ->
        [empty] Gerade ist niemand im Dienst.
       *[set] Diese Woche ist { $duty } für die Gruppe da, du kannst direkt schreiben.
    } { $welcomer ->
        [empty] { "" }
       *[set] Für neue Leute ist { $welcomer } da.
    } Wenn du etwas fragen möchtest: { CMD("frage") } und deine Frage. Ich verfolge sie, bis ein Mensch geantwortet hat.

    Ich bin ein Programm. Ich achte auf die Zeit und zähle Stimmen. Wie wir hier miteinander umgehen und was ich speichere, zeigt { CMD("mehr") }
more-usual = Was hier erzählt wird, bleibt hier. Niemand ist Chef, und niemand weiß besser als du, wie es dir geht. Jedes Mitglied hat eine Stimme. Du kannst jederzeit passen. Niemand muss einen Grund sagen.
more =
    {""}**Wie wir hier miteinander umgehen**

    { $own ->
        [empty] { more-usual }
       *[set] { "" }
    }

    { $own }

    { $guidelines ->
        [0] Die Gruppe hat noch keine Leitlinien angenommen. Womit sie beginnen kann: { CMD("zeig leitlinien") }
       *[other] Unsere Leitlinien: { CMD("zeig leitlinien") }. Wenn du einverstanden bist, schreib { CMD("zustimmen") }
    }

    {""}**Über mich.** Ich speichere, was die Gruppe entscheidet, wer welche Aufgabe hat, Treffen und offene Fragen. Was ihr einander erzählt, speichere ich nicht. In deiner ersten Woche behalte ich, welche Nachrichten von dir sind, ohne die Worte, damit ich weiß, ob dir jemand geantwortet hat. Ich kann diesen Raum entschlüsseln, weil ich darin bin. Wer mich betreibt, könnte also mitlesen und damit sein Versprechen brechen. Alte Schlüssel werfe ich nach { $days } Tagen weg. Mehr dazu: { CMD("über") }
welcomer-told =
    { $people }{ $others ->
        [0] { "" }
        [one] {" "}und noch jemand
       *[other] {" "}und { $others } weitere
    }: neu { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    }, und du bist gerade für neue Leute da. Ein kurzes Hallo im Raum oder eine Nachricht hilft beim Ankommen.
welcomer-nudged =
    Soweit ich sehe, hat noch niemand mit { $people }{ $others ->
        [0] { "" }
        [one] {" "}und noch jemandem
       *[other] {" "}und { $others } weiteren
    } geschrieben, { $group ->
        [empty] neu in deiner Gruppe
       *[set] neu in der Gruppe { $group }
    }. Magst du Hallo sagen? Wenn du privat geschrieben hast, ist alles gut.
newcomer-nobody =
    Seit einem Tag neu hier: { $people }{ $others ->
        [0] { "" }
        [one] {" "}und noch jemand
       *[other] {" "}und { $others } weitere
    }. Ein kurzes Hallo von euch hilft beim Ankommen.
newcomer-asked =
    Du bist seit einer Woche { $group ->
        [empty] in der Gruppe
       *[set] in der Gruppe { $group }
    }. Hat jemand mit dir geschrieben? Antworte `ja` oder `nein`. Wenn du möchtest, dass dir jemand schreibt: { CMD("person") }
newcomer-well = Schön zu hören. Ich frage nicht noch einmal.
newcomer-alone =
    Danke, dass du es mir sagst. So soll es nicht sein. Schreib { CMD("person") }, dann schreibt dir jemand { $group ->
        [empty] aus der Gruppe
       *[set] aus der Gruppe { $group }
    }.

## An der Tür

knock-seen =
    Dein Wunsch, { $group ->
        [empty] in die Gruppe
       *[set] in die Gruppe { $group }
    } zu kommen, ist angekommen. Ich habe denen Bescheid gesagt, die dich hereinlassen können. Wenn in { $span } niemand geantwortet hat, frage ich noch einmal und sage es dir. Wenn jemandem etwas passieren könnte, ruf jetzt { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an: Wir sind kein Krisendienst.
knock-still =
    Du wartest noch immer darauf, { $group ->
        [empty] in die Gruppe
       *[set] in die Gruppe { $group }
    } zu kommen. Es tut mir leid, dass niemand geantwortet hat. Ich habe noch einmal gefragt, und du hörst spätestens in { $span } von mir.
knock-last =
    Seit { $since } hat niemand auf deinen Wunsch geantwortet, { $group ->
        [empty] in die Gruppe
       *[set] in die Gruppe { $group }
    } zu kommen. Das tut mir leid. Ich schreibe dir dazu nicht noch einmal. Wenn du dort jemanden kennst, frag bitte direkt.
knock-refused =
    { $group ->
        [empty] Die Gruppe
       *[set] Die Gruppe { $group }
    } kann dich gerade nicht aufnehmen. Warum, weiß ich nicht. Wer dir von der Gruppe erzählt hat, weiß vielleicht mehr.
knock-told =
    { $people } möchte { $group ->
        [empty] in deine Gruppe
       *[set] in die Gruppe { $group }
    }. Wer einladen darf, kann das in der App tun: in der Liste der Leute im Raum. Ich habe { $people } gesagt, dass der Wunsch angekommen ist.
knock-waits =
    Noch immer vor der Tür { $group ->
        [empty] deiner Gruppe
       *[set] der Gruppe { $group }
    }: { $people }{ $others ->
        [0] { "" }
        [one] {" "}und noch jemand
       *[other] {" "}und { $others } weitere
    }. Bitte antwortet in der App, mit Ja oder mit Nein.

## Programme

program-suspected =
    { $count ->
        [one] { $people } sieht aus wie ein Programm oder wie die Puppe von jemandem, der von anderswo schreibt. Matrix sagt es nicht. Wenn es so ist, schreibt { $example }, dann zählt das Konto nicht als Mitglied. Wenn es ein Mensch ist, schreibt { $human }
       *[other] { $people }{ $others ->
            [0] { "" }
            [one] {" "}und noch ein Konto
           *[other] {" "}und { $others } weitere
        } sehen aus wie Programme oder wie Puppen von Leuten, die von anderswo schreiben. Matrix sagt es nicht. Für jedes, bei dem es so ist, schreibt zum Beispiel { $example }, dann zählt es nicht als Mitglied. Für jeden Menschen schreibt zum Beispiel { $human }
    }
programs-none = Kein Konto steht hier auf der Liste der Programme. Eines hinzufügen: { CMD("bots dazu @news:example.org") }
programs =
    Diese Konten sind Programme oder Puppen. Sie werden nicht begrüßt, zählen nicht und stimmen nicht ab:

    { $people }

    Wenn eines davon ein Mensch ist: { CMD("bots weg @news:example.org") }
programs-many = Die Liste der Programme ist voll: Sie fasst { $most }.
program-unknown = Ich sehe hier niemanden mit dem Namen „{ $name }“. Schreib bitte die ganze Kennung, zum Beispiel { CMD("bots dazu @news:example.org") }
program-yourself = Das hast du selbst geschrieben, also bist du kein Programm.
program-already = { $person } steht schon auf der Liste.
program-not-listed = { $person } steht nicht auf der Liste der Programme.
program-not-you = Du stehst auf keiner Liste von Programmen. Alles gut.
program-added = { $by } sagt, dass { $person } ({ $account }) ein Programm ist. Es zählt nicht als Mitglied und stimmt nicht ab. Wenn das nicht stimmt, kann jede und jeder { CMD("bots weg", $account) } schreiben.
program-told =
    Jemand { $group ->
        [empty] in der Gruppe
       *[set] in der Gruppe { $group }
    } sagt, dass dieses Konto ein Programm ist, also antworte ich ihm dort nicht. Wenn du ein Mensch bist, schreib { CMD("ich bin ein mensch") }
program-removed = { $person } ist ein Mensch, zählt als Mitglied und darf abstimmen.
program-sorry = Entschuldige das Versehen. Du zählst wieder als Mitglied.

## Anfragen

want-answer = eine Antwort
want-listen = jemanden, der zuhört
want-ideas = Ideen
want-info = eine Auskunft
want-person = einen Menschen, der schreibt
request-ack =
    { $want ->
        [person] Danke, dass du fragst, { $person }. Das ist Anfrage #{ $number }. Ich gebe deinen Namen weiter und sonst nichts.
       *[other] Danke, dass du fragst, { $person }. Das ist Anfrage #{ $number }.
    } { $people ->
        [empty] Gerade ist niemand im Dienst, also { $group ->
            [empty] sind alle in deiner Gruppe
           *[set] sind alle in der Gruppe { $group }
        } gefragt. Ich kann nicht versprechen, wie bald es jemand sieht.
       *[some] Ich habe { $people } gebeten, dir zu antworten. { $rests ->
            [yes] Gerade ist dort Ruhezeit, vielleicht wird es erst danach gesehen.
           *[no] { "" }
        } Wenn das bis { $by } niemand getan hat, frage ich andere und sage es dir.
    }

    { $own }

    { $meeting ->
        [empty] { "" }
       *[set] { $running ->
            [yes] Wir treffen uns gerade jetzt.
           *[no] Nächstes Treffen: { $meeting }.
        } { $join }
    } { $about ->
        [empty] { "" }
       *[set] Für wen die Gruppe ist: { $about }
    }

    { $resources }

    Wenn jemandem etwas passieren könnte, ruf jetzt { $emergency ->
        [empty] { -no-number }
       *[set] { $emergency }
    } an. { $helplines ->
        [empty] { "" }
       *[set] { talk-today }
    }

    { $helplines }

    Wenn dir ein Mensch geantwortet hat, schreib bitte { CMD("danke", $number) }
person-wanted = { $person } wünscht sich, dass jemand aus dieser Gruppe privat schreibt. Wenn du kannst, übernimm es bitte: { CMD("dran übernehmen", $number) }
request-room-new =
    Jemand hat mich gebeten um { $want ->
        [listen] jemanden, der zuhört
        [ideas] Ideen
        [info] eine Auskunft
        [person] einen Menschen, der schreibt
       *[other] eine Antwort
    }, und niemand ist im Dienst. Es ist Anfrage #{ $number }. Wer kann antworten? { CMD("dran übernehmen", $number) }
request-room = Anfrage #{ $number } wartet seit { $span } auf die Antwort eines Menschen. Wer kann antworten? { CMD("dran übernehmen", $number) }
request-told =
    {""}**Anfrage #{ $number }** { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    }: { $want ->
        [listen] { $person } wünscht sich, dass jemand zuhört. Bitte gib keinen Rat.
        [ideas] { $person } bittet um Ideen und Erfahrungen.
        [info] { $person } muss etwas wissen.
        [person] { $person } wünscht sich, dass jemand schreibt.
       *[other] { $person } wünscht sich eine Antwort.
    }

    { $words }

    { $link ->
        [empty] { "" }
       *[set] Die Nachricht: { $link }
    }

    Schreib { $person } bitte. Wenn du es getan hast: { CMD("beantwortet", $number) }. Wenn du gerade nicht kannst: { CMD("dran weitergeben", $number) }. Du musst nicht sagen, warum.
request-reply-stays = Was du mir hier schreibst, gebe ich nicht weiter. Bitte schreib { $person } selbst. Wenn du das getan hast: { $done }
request-reminder =
    Du hast Anfrage #{ $number } von { $person } { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    } übernommen, und ich weiß noch nicht, ob du geantwortet hast. Wenn ja: { CMD("beantwortet", $number) }. Wenn du nicht kannst: { CMD("dran weitergeben", $number) }
request-step =
    Anfrage #{ $number }: { $late ->
        [empty] { "" }
       *[set] Ich war weg, also kommt das { $late } zu spät.
    } { $circle ->
        [holder] Ich habe { $people } gefragt, wie weit es ist.
        [room] Noch hat niemand geantwortet. Ich habe der ganzen Gruppe gesagt, dass Anfrage #{ $number } wartet, und nicht, worum es geht.
       *[other] Noch hat niemand geantwortet. Ich habe jetzt { $people } gefragt.
    } { $rests ->
        [yes] Gerade ist dort Ruhezeit, vielleicht wird es erst danach gesehen.
       *[no] { "" }
    } { $next ->
        [empty] Ich habe alle gefragt, die ich fragen kann. Sie bleibt unter { CMD("zeig anfragen") }. Es tut mir leid. Hilfe außerhalb dieser Gruppe: { CMD("dringend") }
       *[set] Wenn bis { $next } niemand geantwortet hat, frage ich noch einmal und sage es dir.
    }
request-answered = Auf deine Anfrage #{ $number } hat { $person } geantwortet. War das eine Antwort für dich? Antworte `ja`, dann ist sie geschlossen, oder `nein`, dann frage ich weiter.
request-asker-asked = Danke. Ich habe gefragt, ob Anfrage #{ $number } jetzt beantwortet ist.
request-closed = Gut. Anfrage #{ $number } ist geschlossen.
request-closed-thanks =
    Anfrage #{ $number } { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    } ist geschlossen. Danke, dass du da warst.
request-goes-on =
    Dann frage ich zu #{ $number } weiter. { $next ->
        [empty] Die Nächsten frage ich jetzt.
       *[set] Die Nächsten frage ich spätestens { $next }.
    } Wenn es eilt: { CMD("person") }
request-taken = { $person } hat deine Anfrage #{ $number } übernommen und antwortet dir.
request-yours = Danke. Anfrage #{ $number } ist deine. Worum es geht, habe ich dir geschrieben.
request-passed = Anfrage #{ $number } geht an andere. Das ist in Ordnung.
request-left =
    Anfrage #{ $number } { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    } ist geschlossen: Die Person, die gefragt hat, hat die Gruppe verlassen.
request-own = Anfrage #{ $number } ist deine eigene, also antwortet jemand anderes. Brauchst du sie nicht mehr? { CMD("danke", $number) }
request-held = Jemand anderes hat Anfrage #{ $number } schon übernommen. Was wartet, zeigt { CMD("zeig anfragen") }
request-yours-already = Du hast Anfrage #{ $number } schon übernommen. Wenn du geantwortet hast: { CMD("beantwortet", $number) }
request-pass-nothing = Du bist zu Anfrage #{ $number } nicht gefragt worden, also gibt es nichts weiterzugeben.
request-not-yours = Nur die Person, die Anfrage #{ $number } gestellt hat, kann sie schließen. Wenn du geantwortet hast: { CMD("beantwortet", $number) }
request-over = Anfrage #{ $number } ist geschlossen oder schon beantwortet.
request-answered-own = Anfrage #{ $number } ist deine eigene. Wenn ein Mensch geantwortet hat: { CMD("danke", $number) }
request-take-first = Übernimm Anfrage #{ $number } bitte zuerst: { CMD("dran übernehmen", $number) }
request-is-none = #{ $number } ist keine Anfrage. Die Anfragen zeigt { CMD("zeig anfragen") }
request-too-long = Deine Worte haben { $length } Zeichen, und ich kann { $most } weitergeben. Schreib bitte den Anfang; den Rest kannst du der Person sagen, die antwortet.
request-many-open = Du hast { $most } offene Anfragen: { $numbers }. Ich verfolge sie alle, keine geht verloren. Wenn eine beantwortet ist, schließ sie, dann kannst du wieder fragen: { CMD("danke") }
request-many-today = Du hast heute { $most }-mal gefragt, und bis morgen gebe ich nichts mehr weiter, damit alle mitkommen. Wenn jemandem etwas passieren könnte: { CMD("dringend") }
thanks-none = Du hast keine offene Anfrage. Etwas fragen: { CMD("frage") } und deine Frage.
answered-none = Gerade hat dich niemand um eine Antwort gebeten. Was wartet, zeigt { CMD("zeig anfragen") }
requests-none = Keine Anfrage wartet auf einen Menschen. Etwas fragen: { CMD("frage") } und deine Frage.
requests =
    Diese Anfragen warten auf einen Menschen, die älteste zuerst:

    { $requests }

    Auf eine antworten: { CMD("dran übernehmen", $number) }
request-line =
    #{ $number } wünscht sich { $want ->
        [listen] { want-listen }
        [ideas] { want-ideas }
        [info] { want-info }
        [person] { want-person }
       *[answer] { want-answer }
    }, seit { $asked }. { $answered ->
        [yes] Jemand hat geantwortet; ob es das war, sagt die Person, die gefragt hat.
       *[no] { $holder ->
            [empty] Noch hat sie niemand übernommen.
           *[set] { $holder } hat sie übernommen.
        }
    }
request-shown =
    {""}**Anfrage #{ $number }** wünscht sich { $want ->
        [listen] { want-listen }
        [ideas] { want-ideas }
        [info] { want-info }
        [person] { want-person }
       *[answer] { want-answer }
    }, seit { $asked }. { $closed ->
        [empty] Sie ist offen.
       *[set] { $ending ->
            [left] Sie wurde am { $closed } geschlossen, weil die Person gegangen ist.
            [stopped] Sie wurde am { $closed } zurückgenommen.
           *[thanks] Sie wurde am { $closed } geschlossen: Ein Mensch hat geantwortet.
        }
    }

    { $words }

    { $steps }

    { $mine ->
        [yes] Wenn dir ein Mensch geantwortet hat, schreib bitte { CMD("danke", $number) }
       *[no] { "" }
    }
request-done =
    { $at }: { $what ->
        [taken] jemand hat sie übernommen
        [passed] jemand hat sie weitergegeben
        [answered] jemand hat geantwortet
        [doubted] es war noch keine Antwort
        [holder] wer sie übernommen hat, wurde erinnert
        [room] der Raum wurde gefragt
        [duty] wer im Dienst war, wurde gefragt
        [backup] die nächste Person wurde gefragt
       *[other] weitere Leute wurden gefragt
    }{ $people ->
        [empty] { "" }
       *[some] {" "}({ $people })
    }
request-month =
    Im letzten Monat gab es in dieser Gruppe { $count } Anfragen. { $median ->
        [empty] Bei den meisten weiß ich nicht, wie lange es bis zur Antwort eines Menschen gedauert hat.
       *[set] Die Hälfte der beantworteten hatte innerhalb von { $median } eine erste Antwort von einem Menschen.
    }
me-requests-unknown = Schreib bitte { CMD("ich anfragen immer") } oder { CMD("ich anfragen tagsüber") }.
me-requests-saved =
    { $always ->
        [yes] Gut. Anfragen dürfen dich auch in deinen Ruhezeiten erreichen.
       *[no] Gut. In deinen Ruhezeiten erreicht dich keine Anfrage. Sie wartet, und inzwischen werden andere gefragt.
    }

## Anliegen

concern-how =
    Du kannst ein Anliegen Leuten sagen, die du aussuchst. Ich gebe deinen Namen und deine Worte nur an sie weiter und behalte nur die Tage. { $people ->
        [empty] Gerade moderiert niemand, also kannst du jedes Mitglied aussuchen.
       *[some] Es moderieren: { $people }.
    } Beginne mit den Namen, dann deine Worte in einer neuen Zeile. Wenn es um eine dieser Personen geht, sag es dazu, dann erreicht es sie nie: { CMD("anliegen Ana über Bo | was war") }
concern-only-direct = Schreib mir das bitte in einem Einzelchat, damit es sonst niemand sieht.
concern-passed-on = Dein Anliegen #{ $number } geht an { $people } und an sonst niemanden. Ich behalte keine Worte davon. Wenn in { $span } niemand geantwortet hat, sage ich es dir. Wenn es geklärt ist: { CMD("danke", $number) }
concern-told =
    {""}**Anliegen #{ $number }** { $group ->
        [empty] in deiner Gruppe
       *[set] in der Gruppe { $group }
    }, dir gesagt von { $person }:

    { $words }

    Ich behalte keine Worte davon. Schreib { $person } bitte, hör erst zu, und sag es niemandem, ohne zu fragen. Wenn du dich darum kümmerst: { CMD("dran übernehmen", $number) }
concern-yours = Danke. Ich habe { $person } gesagt, dass du auf Anliegen #{ $number } antwortest.
concern-taken = { $person } hat dein Anliegen #{ $number } gelesen und schreibt dir. Wenn es geklärt ist: { CMD("danke", $number) }
concern-waited = Dein Anliegen #{ $number } wartet seit { $span }, und niemand hat geantwortet. Das tut mir leid. Du kannst es jetzt in die Gruppe tragen oder anderen sagen: { CMD("anliegen") }. Ich selbst tue nichts.
concern-closed = Gut. Anliegen #{ $number } ist geschlossen. Die Tage vergesse ich nach einiger Zeit.
concern-yours-already = Du hast das Anliegen #{ $number } schon übernommen. Bitte schreib der Person, die es dir gesagt hat, und hör zuerst zu.
concern-over = Anliegen #{ $number } ist geschlossen.
concern-about-reader = Du hast dieselbe Person zum Lesen ausgesucht und als die genannt, um die es geht. Es darf sie nie erreichen, also such bitte andere aus.
concern-to-yourself = Dir selbst kannst du kein Anliegen sagen. Such bitte jemand anderen aus.
concern-nobody = Wer darf es lesen? Beginne bitte mit den Namen: { CMD("anliegen Ana | was war") }
concern-no-words = Was ist es? Schreib es bitte hinter die Namen, in eine neue Zeile: { CMD("anliegen Ana | was war") }
concern-too-long = Das hat { $length } Zeichen, und ich kann { $most } weitergeben. Sag es bitte kürzer; den Rest kannst du selbst erzählen.
concern-person-unknown = Ich kenne in dieser Gruppe niemanden mit dem Namen „{ $name }“. Es wurde nichts weitergegeben. Schreib bitte den Namen, wie ich ihn zeige, oder die ganze Kennung.
concern-not-facilitator = { $people } moderiert nicht, also habe ich nichts weitergegeben. Es moderieren: { $facilitators }.
concern-many-open = Du hast { $most } offene Anliegen. Schließ bitte eines, das geklärt ist: { CMD("danke") }
concern-shown =
    {""}**Anliegen #{ $number }**, gesagt an { $people } am { $raised }. { $closed ->
        [empty] { $holder ->
            [empty] Noch hat niemand gesagt, dass er oder sie sich darum kümmert.
           *[set] { $holder } kümmert sich darum.
        }
       *[set] Es wurde am { $closed } geschlossen.
    } Ich behalte keine Worte davon.

## Wo es Hilfe außerhalb gibt

numbers-checked = { $person } hat nachgesehen: Die Notfallnummern der Gruppe stimmen.
numbers-old =
    Vor einem Jahr hat zuletzt jemand nachgesehen, ob die Nummern der Gruppe stimmen. { $emergency ->
        [empty] { "" }
       *[set] Die Notrufnummer ist { $emergency }.
    }

    { $helplines }

    Seht bitte nach, und schreibt dann { CMD("dringend geprüft") }
numbers-none = Die Gruppe hat noch keine eigenen Nummern. So setzt ihr sie: { CMD("dringend nummern 112 | Nachttelefon 0800 1110111") }
numbers-no-number = In „{ $words }“ steht keine Nummer. Die Notrufnummer kommt zuerst: { CMD("dringend nummern 112 | Nachttelefon 0800 1110111") }
numbers-too-many = Nenn bitte höchstens { $most } Nummern, jede in wenigen Worten.
urgent-checked = Die Gruppe hat diese Nummern zuletzt am { $checked } geprüft.
resource-entry =
    #{ $number } **{ $topic }**{ $words ->
        [empty] { "" }
       *[set] : { $words }
    }{ $link ->
        [empty] { "" }
       *[set] {" "}{ $link }
    }{ $country ->
        [empty] { "" }
       *[set] , { $country }
    }{ $language ->
        [empty] { "" }
       *[set] , { $language }
    }. Geprüft am { $checked } von { $person }.
resource-added = { $person } hat etwas in die Hilfsangebote der Gruppe aufgenommen: { $entry } Passt es dir nicht? Bis { $at } genügt ein Einwand, dann kommt es wieder von der Liste: { CMD("einwand", $number, "weil ...") }
resource-removed = { $person } hat das von den Hilfsangeboten der Gruppe genommen: { $entry } Passt dir das nicht? Bis { $at } genügt ein Einwand, dann kommt es wieder auf die Liste: { CMD("einwand", $number, "weil ...") }
resource-stopped = { $how ->
        [added] { $person } hat das wieder in die Hilfsangebote der Gruppe aufgenommen: { $entry }
       *[removed] { $person } hat das wieder von den Hilfsangeboten der Gruppe genommen: { $entry }
    }
resource-undone =
    { $how ->
        [added] Das steht wieder bei den Hilfsangeboten der Gruppe: { $entry }
       *[removed] Das steht nicht mehr bei den Hilfsangeboten der Gruppe: { $entry }
    }

    { $person } hat einen Einwand: { $reason }

    { $next }
resource-already = Das steht schon auf der Liste: { $entry }
resource-shown =
    { $entry }{ $listed ->
        [yes] { "" }
       *[no] {" "}Es steht nicht auf der Liste.
    }{ $open ->
        [yes] {" "}Bis { $at } genügt ein Einwand, dann ist das rückgängig: { CMD("einwand", $number, "weil ...") }
       *[no] { "" }
    }

    { $history }
motion-listing = { $how ->
        [added] In die Hilfsangebote der Gruppe aufnehmen: { $words }
       *[removed] Von den Hilfsangeboten der Gruppe nehmen: { $words }
    }
record-resource-added = { $seq }. { $at }: #{ $number } { $person } hat in die Hilfsangebote aufgenommen: { $words ->
        [empty] nicht mehr bekannt
       *[set] { $words }
    }.
record-resource-removed = { $seq }. { $at }: { $person } hat #{ $number } von den Hilfsangeboten genommen.
record-resource-undone = { $seq }. { $at }: { $person } hatte einen Einwand. Also steht #{ $number } { $how ->
        [added] wieder bei den Hilfsangeboten
       *[removed] nicht mehr bei den Hilfsangeboten
    }{ $follows }
record-resource-stopped = { $seq }. { $at }: { $person } hat das zurückgenommen. Also steht #{ $number } { $how ->
        [added] wieder bei den Hilfsangeboten
       *[removed] nicht mehr bei den Hilfsangeboten
    }.
resource-checked = Danke. { $entry }
resource-old = Vor einem Jahr hat zuletzt jemand danach gesehen: { $entry } Stimmt es noch? Dann schreibt { CMD("hilfsangebot geprüft", $number) }
resource-is-none = #{ $number } steht nicht auf der Liste der Hilfsangebote. Die Liste zeigt { CMD("zeig hilfsangebote") }
resource-incomplete = Sag bitte, worum es geht, und was oder wo es ist: { CMD("hilfsangebot Schlaf | Ambulanz in der Eichenstraße | https://example.org") }
resource-too-much = Das ist zu viel für einen Eintrag. Er fasst ein Thema, eine Zeile mit höchstens { $most } Zeichen, einen Link, ein Land und eine Sprache.
resources-many = Die Liste fasst { $most } Einträge und ist voll. Einen herunternehmen: { CMD("zurückziehen") } und die Nummer.
resources-none = Auf der Liste der Gruppe stehen noch keine Hilfsangebote. Eines aufnehmen: { CMD("hilfsangebot Schlaf | Ambulanz in der Eichenstraße | https://example.org") }
resources-none-on = Zu „{ $topic }“ steht nichts auf der Liste. Die ganze Liste zeigt { CMD("zeig hilfsangebote") }
resources =
    { $entries }

    { $more ->
        [0] { "" }
       *[other] Es gibt { $more } weitere. Die zu einem Thema zeigt { CMD("zeig hilfsangebote schlaf") }
    }

## Einstellungen

word-setting-welcome-place = wo ich neue Leute begrüße
    .words = begrüßungsort, begrüßung wo
setting-welcome-place = Neue Leute begrüße ich im Raum, im Einzelchat oder in beiden: { CMD("setze begrüßungsort beides") }
word-setting-answer-hours = Stunden, nach denen eine Frage weitergeht
    .words = antwortstunden
setting-answer-hours = Nach so vielen Stunden ohne Antwort geht eine Frage an die Vertretung, dann an alle, die moderieren, dann an den Raum: { CMD("setze antwortstunden 24 72 168") }
word-setting-person-hours = Stunden, nach denen der Wunsch nach einem Menschen weitergeht
    .words = personstunden
setting-person-hours = Nach so vielen Stunden geht der Wunsch nach einem Menschen an die Vertretung, dann an alle mit einer Aufgabe, dann an den Raum, ohne den Namen: { CMD("setze personstunden 1 4 24") }
word-setting-request-days = wie lange ich die Worte einer Anfrage behalte
    .words = anfragetage
setting-request-days = So viele Tage, nachdem eine Anfrage geschlossen ist, lösche ich ihre Worte: { CMD("setze anfragetage 30") }
word-setting-monthly-line = monatliche Zeile über Anfragen
    .words = monatszeile, monatlich
setting-monthly-line = Einmal im Monat erfährt der Raum, wie viele Anfragen es gab und wie bald ein Mensch geantwortet hat, ohne Namen, und nichts unter fünf: { CMD("setze monatszeile an") }
word-setting-emergency = Nummern für Notfälle
    .words = notfallnummern, dringende nummern
setting-emergency = Die eigenen Nummern der Gruppe, statt derer von meinem Betreiber. Die Notrufnummer kommt zuerst: { CMD("setze notfallnummern 112 | Nachttelefon 0800 1110111") }
word-welcome-room =
    .words = raum, im raum
word-welcome-direct =
    .words = einzeln, einzelchat, im einzelchat
word-welcome-both =
    .words = beides, beide
welcome-in-room = im Raum
welcome-in-direct = im Einzelchat
welcome-in-both = im Raum und im Einzelchat
welcome-place-unclear = Schreib bitte { CMD("setze begrüßungsort raum") }, { CMD("setze begrüßungsort einzeln") } oder { CMD("setze begrüßungsort beides") }
hours-three = { $first }, { $second } und { $third } Stunden
hours-unclear = Schreib bitte drei Zahlen von Stunden, jede größer als die davor und keine über { $most }: { CMD("setze antwortstunden 24 72 168") }
request-days =
    { $days ->
        [0] gar nicht
        [one] einen Tag
       *[other] { $days } Tage
    }
request-days-unclear = Schreib bitte eine Zahl von Tagen, höchstens { $most }: { CMD("setze anfragetage 30") }
numbers-of-host = die meines Betreibers
numbers-own =
    { $emergency ->
        [empty] { "" }
       *[set] { $emergency }
    }{ $helplines ->
        [empty] { "" }
       *[some] {" "}({ $helplines })
    }
