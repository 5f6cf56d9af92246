#!/usr/bin/env python3
"""Computes expected.json from the sample alone, by the rules of README.md, in another language than the importer's."""

import csv
import gzip
import json
from collections import Counter, defaultdict
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

here = Path(__file__).parent
penny = Decimal("0.01")


def reason_not_an_order(row):
    if row["InvoiceNo"].startswith("C"):
        return "cancellation"
    if row["InvoiceNo"].startswith("A"):
        return "bad-debt adjustment"
    if int(row["Quantity"]) <= 0:
        return "quantity not positive"
    if Decimal(row["UnitPrice"]) <= 0:
        return "price not positive"
    return None


with gzip.open(here / "online-retail-sample.csv.gz", "rt", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))

orders = defaultdict(list)
not_orders = Counter()
for row in rows:
    reason = reason_not_an_order(row)
    if reason:
        not_orders[reason] += 1
    else:
        orders[row["InvoiceNo"]].append(row)

by_country = defaultdict(lambda: [0, Decimal(0)])
by_day = defaultdict(lambda: [0, Decimal(0)])
sku_revenue = defaultdict(Decimal)
sku_quantity = Counter()
for lines in orders.values():
    total = Decimal(0)
    for line in lines:
        amount = (int(line["Quantity"]) * Decimal(line["UnitPrice"])).quantize(penny, ROUND_HALF_EVEN)
        sku = line["StockCode"].strip().upper()
        sku_revenue[sku] += amount
        sku_quantity[sku] += int(line["Quantity"])
        total += amount
    for group in (by_country[lines[0]["Country"]], by_day[lines[0]["InvoiceDate"][:10]]):
        group[0] += 1
        group[1] += total


def groups(of):
    return {key: {"orders": count, "revenue": str(revenue)} for key, (count, revenue) in of.items()}


def top(of, count):
    return sorted(of, key=lambda pair: (-pair[1], pair[0]))[:count]


expected = {
    "rows": len(rows),
    "orders": len(orders),
    "orderLines": sum(len(lines) for lines in orders.values()),
    "skus": len(sku_quantity),
    "customersWithId": len({lines[0]["CustomerID"] for lines in orders.values()} - {""}),
    "rowsNotOrders": dict(not_orders),
    "revenue": str(sum(sku_revenue.values())),
    "largestOrderLines": max(len(lines) for lines in orders.values()),
    "byCountry": groups(by_country),
    "byDay": groups(by_day),
    "topSkusByRevenue": [[sku, str(value)] for sku, value in top(sku_revenue.items(), 20)],
    "topSkusByQuantity": [list(pair) for pair in top(sku_quantity.items(), 20)],
    "busiestDays": [list(pair) for pair in top(((day, group[0]) for day, group in by_day.items()), 5)],
}
(here / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
