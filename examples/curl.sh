#!/bin/sh
# Asks the lake with nothing but curl: published content needs no token.
#   sh examples/curl.sh [address of the lake]
set -eu
lake="${1:-http://localhost:3333}"

curl --fail --silent --show-error --get "$lake/v2025-02-19/data/query/production" \
  --data-urlencode 'query=*[_type == "trustFundRound"] | order(period.start.value desc) {
    "title": title[language == $language][0].value, contribution
  }' \
  --data-urlencode '$language="en"' \
  --data-urlencode 'returnQuery=false'
echo
