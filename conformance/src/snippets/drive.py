import sys

from snippet import flagsmith, standard

for line in open(sys.argv[1], encoding="utf-8", newline="\n"):
    body, secret, id, timestamp, signature = line.rstrip("\n").split("\t")
    body = body.encode()
    print(str(standard(body, id, timestamp, signature, secret) if id else flagsmith(body, signature, secret)).lower())
