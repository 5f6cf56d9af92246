package io.waybill.standalone;

/** What to type first: three requests that work as they stand, and how to read what they have done. */
final class FirstSteps {
    private FirstSteps() {}

    /**
     * @param number makes the product's SKU one of this start, so that the lines work after every start
     */
    static String text(PortPlan ports, long number) {
        String address = "http://localhost:" + ports.gateway();
        String api = address + "/api/v1";
        String sku = "MUG-" + number;
        return """
                Register a product, put twelve of it on the shelf, and order two:

                  curl -sS %1$s/products -H 'Content-Type: application/json' -d '{"sku":"%2$s","name":"Enamel mug","price":{"amount":"8.50","currency":"GBP"}}'
                  curl -sS %1$s/stock/%2$s/MAIN/receipts -H 'Content-Type: application/json' -d '{"quantity":12}'
                  curl -sS %1$s/orders -H 'Content-Type: application/json' -d '{"lines":[{"sku":"%2$s","quantity":2}],"shipTo":{"country":"GB"},"payment":{"cardToken":"tok_approve"}}'

                Then see what became of it: %1$s/orders shows all orders, and with the orderId of the answer

                  curl -sS %1$s/orders/<orderId>
                  curl -sS %1$s/audit/order/<orderId>

                %3$s/docs has every other request, to be read and tried in a browser.

                ./waybill status shows how all is; Ctrl-C or ./waybill down ends all.
                """.formatted(api, sku, address);
    }
}
