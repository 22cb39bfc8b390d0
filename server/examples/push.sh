#!/bin/sh
# Gửi một lượt số liệu bằng curl. Push one batch with curl; needs curl, gzip and openssl.
#
#   BOCHISO_URL=http://127.0.0.1:3000 BOCHISO_KEY=bcs_… sh push.sh batch.json
#
# Prints the answer with its receipt. Exit: 0 all rows stored, 1 refused, 3 no answer after all attempts.
set -eu

file=$1
url=${BOCHISO_URL:-http://127.0.0.1:3000}/api/v1/submissions
attempts=${BOCHISO_ATTEMPTS:-8}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The same file always has the same key: sent again, today or next year, it can never count twice. A header carries ASCII
# alone, so the name stands in it without its marks.
name=$(printf %s "$(basename "$file")" | LC_ALL=C tr -cs 'A-Za-z0-9._' '-' | cut -c1-100)
key=$name-$(openssl dgst -sha256 -r "$file" | cut -c1-32)

# -n leaves the time out of the gzip, so that the bytes are the same each time.
gzip -n -c "$file" >"$work/body.gz"
digest="sha-256=:$(openssl dgst -sha256 -binary "$work/body.gz" | openssl base64 -A):"

# The key goes through a file, not through the command line, where other users of the machine could read it.
umask 077
printf 'header = "Authorization: Bearer %s"\n' "$BOCHISO_KEY" >"$work/auth"

attempt=1
wait=1
while [ "$attempt" -le "$attempts" ]; do
  : >"$work/headers"
  status=$(curl -s --max-time 120 -K "$work/auth" -D "$work/headers" -o "$work/answer" -w '%{http_code}' \
    -H "Idempotency-Key: $key" -H 'Content-Type: application/json' -H 'Content-Encoding: gzip' \
    -H "Content-Digest: $digest" --data-binary "@$work/body.gz" "$url") || status=000

  # No answer: it may have been stored all the same. Ask before sending again; asking costs nothing.
  if [ "$status" = 000 ]; then
    found=$(curl -s --max-time 30 -K "$work/auth" -o "$work/answer" -w '%{http_code}' \
      -G --data-urlencode "idempotencyKey=$key" "$url") || found=000
    if [ "$found" = 200 ]; then status=200; fi
  fi

  case $status in
  200 | 201)
    cat "$work/answer"
    exit 0
    ;;
  000 | 409 | 429 | 5??)
    # Of the 409s only a request with the same key under way passes by itself.
    if [ "$status" = 409 ] && ! grep -q 'idempotency-key-in-use' "$work/answer"; then
      cat "$work/answer" >&2
      exit 1
    fi
    told=$(tr -d '\r' <"$work/headers" | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9][0-9]*\)$/\1/p' | tail -n 1)
    echo "status $status, attempt $attempt of $attempts, waiting ${told:-$wait} s" >&2
    sleep "${told:-$wait}"
    wait=$((wait * 2 > 60 ? 60 : wait * 2))
    attempt=$((attempt + 1))
    ;;
  *)
    # Refused: every fault of every row is listed; correct the file and send it again.
    cat "$work/answer" >&2
    exit 1
    ;;
  esac
done
echo "no answer after $attempts attempts; the same command can be run again at any time" >&2
exit 3
