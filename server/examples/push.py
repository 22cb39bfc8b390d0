#!/usr/bin/env python3
"""Gửi một lượt số liệu bằng Python. Push one batch with Python 3.8 or later, standard library only.

    BOCHISO_URL=http://127.0.0.1:3000 BOCHISO_KEY=bcs_… python3 push.py batch.json

Prints the answer with its receipt. Exit: 0 all rows stored, 1 refused, 3 no answer after all attempts.
"""
import base64
import gzip
import hashlib
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException

API = os.environ.get("BOCHISO_URL", "http://127.0.0.1:3000") + "/api/v1"
URL = API + "/submissions"
KEY = os.environ["BOCHISO_KEY"]
ATTEMPTS = int(os.environ.get("BOCHISO_ATTEMPTS", "8"))
# Bytes from which a file may be too large, so that it is worth asking how much is taken.
LARGE = 1024 * 1024


def ask(request, timeout):
    """(status, Retry-After, text) of an answer, or None where none came."""
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return response.status, response.headers.get("Retry-After"), response.read().decode("utf-8")
    except urllib.error.HTTPError as refused:
        try:
            return refused.code, refused.headers.get("Retry-After"), refused.read().decode("utf-8")
        except (OSError, HTTPException):
            return None
    except (OSError, HTTPException):
        return None


def too_large(body, compressed):
    """What a large file exceeds, or None. A server ends the line under a body that is too large, and its answer is lost with it."""
    told = ask(urllib.request.Request(API + "/limits"), 30) if len(body) > LARGE else None
    if told is None or told[0] != 200:
        return None
    limits = json.loads(told[2])
    for limit, size in (("wireBytes", len(compressed)), ("inflatedBytes", len(body))):
        if size > limits[limit]:
            return "too-large: %s is %d, the file takes %d; split it into several files" % (limit, limits[limit], size)
    return None


def send(idempotency_key, compressed):
    digest = base64.b64encode(hashlib.sha256(compressed).digest()).decode("ascii")
    headers = {
        "Authorization": "Bearer " + KEY,
        "Idempotency-Key": idempotency_key,
        "Content-Type": "application/json",
        "Content-Encoding": "gzip",
        "Content-Digest": "sha-256=:" + digest + ":",
    }
    return ask(urllib.request.Request(URL, data=compressed, headers=headers, method="POST"), 120)


def find(idempotency_key):
    """No answer: it may have been stored all the same. Ask before sending again; asking costs nothing."""
    query = urllib.parse.urlencode({"idempotencyKey": idempotency_key})
    found = ask(urllib.request.Request(URL + "?" + query, headers={"Authorization": "Bearer " + KEY}), 30)
    return found if found is not None and found[0] == 200 else None


def passes(answer):
    """What passes by itself: no answer, too many requests, a fault of the server, the same key under way."""
    if answer is None or answer[0] == 429 or answer[0] >= 500:
        return True
    return answer[0] == 409 and "idempotency-key-in-use" in answer[2]


def main(file):
    with open(file, "rb") as opened:
        body = opened.read()
    # The same file always has the same key: sent again, today or next year, it can never count twice. A header carries
    # ASCII alone, so the name stands in it without its marks.
    name = re.sub("[^A-Za-z0-9._]+", "-", os.path.basename(file))[:100]
    idempotency_key = name + "-" + hashlib.sha256(body).hexdigest()[:32]
    # mtime=0 leaves the time out of the gzip, so that the bytes are the same each time.
    compressed = gzip.compress(body, mtime=0)
    excess = too_large(body, compressed)
    if excess is not None:
        print(excess, file=sys.stderr)
        return 1
    wait = 1
    for attempt in range(1, ATTEMPTS + 1):
        answer = send(idempotency_key, compressed) or find(idempotency_key)
        if answer is not None and answer[0] in (200, 201):
            print(answer[2])
            return 0
        if not passes(answer):
            # Refused: every fault of every row is listed; correct the file and send it again.
            print(answer[2], file=sys.stderr)
            return 1
        seconds = int(answer[1]) if answer is not None and answer[1] else wait
        status = "none" if answer is None else answer[0]
        print("status %s, attempt %d of %d, waiting %d s" % (status, attempt, ATTEMPTS, seconds), file=sys.stderr)
        time.sleep(seconds)
        wait = min(60, wait * 2)
    print("no answer after %d attempts; the same command can be run again at any time" % ATTEMPTS, file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
