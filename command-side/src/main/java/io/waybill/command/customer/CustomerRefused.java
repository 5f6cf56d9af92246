package io.waybill.command.customer;

import io.waybill.command.Refused;
import io.waybill.contract.customer.CustomerId;

/** A customer refused a command. */
final class CustomerRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Somebody else, or the same with other data, is registered under the number. */
        ALREADY_REGISTERED("is registered already, with other data"),
        /** The person behind the number is forgotten for ever; whoever comes next needs a number of their own. */
        ERASED("was erased, and the number is not given a second time"),
        /** Of the address a part would be known, and not the country. */
        INCOMPLETE_ADDRESS("would have an address without a country");

        private final String said;

        Reason(String said) {
            this.said = said;
        }
    }

    private final Reason reason;

    CustomerRefused(Reason reason, CustomerId customer) {
        super("customer " + customer + " " + reason.said);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
