#!/bin/sh
# Makes, or makes again, the two users of the search indexes: one that writes them, one that reads them.
set -eu
url=http://elasticsearch:9200/_security

put() { # path, body
  curl --fail --silent --show-error --output /dev/null --user "elastic:$ELASTIC_PASSWORD" \
    -X PUT -H 'Content-Type: application/json' "$url/$1" -d "$2"
}

put role/waybill_views '{"cluster":["monitor"],"indices":[{"names":["ordersearch*","productsearch*"],"privileges":["all"]}]}'
put role/waybill_query '{"cluster":["monitor"],"indices":[{"names":["ordersearch*","productsearch*"],"privileges":["read","view_index_metadata","monitor"]}]}'
put user/waybill_views "{\"password\":\"$WAYBILL_SEARCH_WRITER_PASSWORD\",\"roles\":[\"waybill_views\"]}"
put user/waybill_query "{\"password\":\"$WAYBILL_SEARCH_READER_PASSWORD\",\"roles\":[\"waybill_query\"]}"
