#!/usr/bin/env python3
"""Theo dõi thay đổi. Print every change since the last run, one JSON line each; Python 3.8 or later, standard library only.

    BOCHISO_URL=http://127.0.0.1:3000 BOCHISO_KEY=bcs_… python3 follow.py state.json 'breakdown.*=*'

The state file says how far it has come. It is written after the lines of a page are out: a run that is cut off prints a
page again, and none is ever passed over. Keep both in one transaction where your database allows it.
"""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ.get("BOCHISO_URL", "http://127.0.0.1:3000") + "/api/v1/observations"


def read(path):
    try:
        with open(path, encoding="utf-8") as opened:
            return json.load(opened)
    except FileNotFoundError:
        return {"sinceSeq": 0, "cursor": None, "newest": 0}


def write(path, state):
    with open(path + ".new", "w", encoding="utf-8") as opened:
        json.dump(state, opened)
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(path + ".new", path)


def page(state, query):
    asked = dict(urllib.parse.parse_qsl(query), sinceSeq=state["sinceSeq"])
    if state["cursor"] is not None:
        asked["cursor"] = state["cursor"]
    headers = {"Authorization": "Bearer " + os.environ["BOCHISO_KEY"]}
    request = urllib.request.Request(URL + "?" + urllib.parse.urlencode(asked), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        # What is wrong stands in the answer; the state file stays as it was.
        sys.exit(refused.read().decode("utf-8"))


def main(path, query=""):
    state = read(path)
    # BOCHISO_PAGES ends a run early, as a machine that is switched off would.
    for _ in range(int(os.environ.get("BOCHISO_PAGES", "1000000"))):
        answer = page(state, query)
        for change in answer["observations"]:
            print(json.dumps(change, ensure_ascii=False))
            state["newest"] = max(state["newest"], change["commitSeq"])
        sys.stdout.flush()
        state["cursor"] = answer["next"]
        if answer["next"] is None:
            state["sinceSeq"] = state["newest"]
        write(path, state)
        if answer["next"] is None:
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
