#!/usr/bin/env python3
"""Computes expected.json from the sample alone, by the rules of README.md, in another language than the importer's.

With the path of another file in the same format it prints that file's figures instead."""

import csv
import gzip
import json
import sys
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


def customer(row):
    return row["CustomerID"].strip().removesuffix(".0")


def sku_of(row):
    return row["StockCode"].strip().upper()


source = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "online-retail-sample.csv.gz"
with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
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
        sku = sku_of(line)
        sku_revenue[sku] += amount
        sku_quantity[sku] += int(line["Quantity"])
        total += amount
    for group in (by_country[lines[0]["Country"]], by_day[lines[0]["InvoiceDate"][:10]]):
        group[0] += 1
        group[1] += total


def returns():
    """Takes each cancellation for a return of its customer's most recent order before it that still has enough of the SKU."""
    held = defaultdict(list)  # by customer and SKU: [time, invoice, prices of the pieces that were not returned yet]
    for invoice, lines in orders.items():
        pieces = defaultdict(list)
        for number, line in enumerate(lines):
            pieces[sku_of(line)] += [(number, Decimal(line["UnitPrice"]))] * int(line["Quantity"])
        for sku, of_sku in pieces.items():
            held[customer(lines[0]), sku].append([lines[0]["InvoiceDate"], invoice, of_sku])
    unmatched = Counter()
    returned = Counter()  # by invoice, line and price
    matched, credited = 0, Decimal(0)
    cancellations = [row for row in rows if row["InvoiceNo"].startswith("C")]
    for row in sorted(cancellations, key=lambda row: row["InvoiceDate"]):
        count = -int(row["Quantity"])
        before = [order for order in held[customer(row), sku_of(row)] if order[0] <= row["InvoiceDate"]]
        # How many an order had stays as it was; what is left of them is the list.
        enough = [order for order in before if len(order[2]) >= count]
        if not customer(row):
            unmatched["by a guest"] += 1
        elif count <= 0:
            unmatched["quantity not negative"] += 1
        elif not before:
            unmatched["in no order before that was filled"] += 1
        elif not enough:
            unmatched["no order holds so many"] += 1
        else:
            _, invoice, pieces = max(enough, key=lambda order: order[:2])
            for number, price in pieces[:count]:
                returned[invoice, number, price] += 1
            del pieces[:count]
            matched += 1
            credited += (count * Decimal(row["UnitPrice"])).quantize(penny, ROUND_HALF_EVEN)
    return {
        "cancellations": len(cancellations),
        "matched": matched,
        "orders": len({invoice for invoice, _, _ in returned}),
        "pieces": sum(returned.values()),
        "value": str(sum(((n * price).quantize(penny, ROUND_HALF_EVEN) for (_, _, price), n in returned.items()), Decimal("0.00"))),
        "credited": str(credited.quantize(penny)),
        "unmatched": dict(unmatched),
    }


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
    "returns": returns(),
    "busiestDays": [list(pair) for pair in top(((day, group[0]) for day, group in by_day.items()), 5)],
}
figures = json.dumps(expected, indent=1)
if len(sys.argv) > 1:
    print(figures)
else:
    (here / "expected.json").write_text(figures + "\n", encoding="utf-8")
