# Drawing lots.

command-lot =
    { CMD("lot Who takes notes tonight? | Ana | Bo | Cem") } draws lots. Without names I draw among all members. First I show who is in it and a sealed number, then I draw, so that nobody can steer it and everybody can redo it.
    .names = lot, draw lots
command-draw =
    { CMD("draw 1") } draws a lot of yours now, without waiting.
    .names = draw
command-pass =
    { CMD("pass 1") } declines what the lot gave you, or nominates nobody in an election. It needs no reason.
    .names = pass, i pass

person-which = Several members are called “{ $name }”: { $people }. Please mention the one you mean, or type the full id.
pass-nothing = There is nothing to pass on in #{ $number }.
lot-too-few = A lot needs at least two names. For example: { CMD("lot Who takes notes tonight? | Ana | Bo | Cem") }
lot-too-many = That is { $count } names, and I can draw among { $most }.
lot-twins = One of the names stands there twice. Please name each one once.
lot-over = #{ $number } is over already. To see how it ended: { CMD("show", $number) }
lot-not-sealed = #{ $number } is on its way. I can draw when the names and the seal are in the room.
lot-not-yours =
    Only whoever asked for #{ $number } can draw it sooner.{ $draws ->
        [empty] { "" }
       *[set] {" "}I draw it on { $draws }.
    }
lot-none-open = No lot is waiting to be drawn. To begin one: { CMD("lot Who takes notes tonight? | Ana | Bo | Cem") }
lot-not-drawn = The lot of #{ $number } did not fall on you, so there is nothing to decline.
lot-announce =
    {""}**#{ $number } By lot: { $question }** Asked by { $person }.

    In the lot are { $count }:

    { $pool }

    I draw in { $wait }, or when { $person } types { CMD("draw", $number) }. The number that decides is fixed already; this is its seal: { $seal }
lot-drawn =
    {""}**#{ $number } { $question }**

    { $chosen ->
        [empty] The lot fell on nobody.
       *[set] The lot fell on { $chosen }. If you would rather not, type { CMD("pass", $number) }; it needs no reason.
    }

    The order drawn:

    { $order }

    The sealed number was { $seed }. To redo the lot and its seal:

    `python3 -c "import sys,hashlib;f=lambda *p:hashlib.sha256(b''.join(len(x.encode()).to_bytes(8,'big')+x.encode() for x in p)).hexdigest();s,*n=sys.argv[1:];n.sort();print(f(s));print(*sorted(n,key=lambda x:f(f(s,*n),x)),sep=', ')" { $seed } { $pool }`
lot-words = { $words }
lot-words-more = { $words } { $more }
lot-passed =
    #{ $number } { $question } { $person } passes. { $chosen ->
        [empty] Nobody is left in the order that was drawn. You can draw again: { CMD("lot ...") }
       *[set] Next in the order is { $chosen }.
    }
lot-line = #{ $number } “{ $question }” is drawn by lot on { $draws }.
lot-shown =
    {""}**#{ $number } By lot: { $question ->
        [empty] (the text was removed)
       *[set] { $question }
    }** Asked by { $person }. In the lot: { $pool }.

    { $stage ->
        [sealed] It is still to be drawn.
        [drawn] { $chosen ->
            [empty] Everybody who was drawn has passed.
           *[set] It fell on { $chosen }.
        }
       *[stopped] It was taken back.
    }

    { $history }
record-lot-sealed =
    { $seq }. { $at }: { $person } asked for a lot as #{ $number }{ $known ->
        [yes] , “{ $question }”
       *[no] { "" }
    }, among { $pool }.
record-lot-drawn = { $seq }. { $at }: The lot of #{ $number } was drawn: { $order }.
record-lot-passed = { $seq }. { $at }: { $person } passed on #{ $number }.
record-lot-stopped = { $seq }. { $at }: { $person } took back the lot of #{ $number }.
