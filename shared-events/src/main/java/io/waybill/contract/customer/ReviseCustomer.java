package io.waybill.contract.customer;

import java.util.Map;
import java.util.Set;

/**
 * Know something else of a customer; parts that are not named stay as they are (RFC 7396).
 *
 * @param known parts and what they are from now on
 * @param removed parts that are not known any more
 */
public record ReviseCustomer(CustomerId customerId, Map<ProfilePart, String> known, Set<ProfilePart> removed)
        implements CustomerCommand {
    public ReviseCustomer {
        known = Map.copyOf(known);
        removed = Set.copyOf(removed);
    }
}
