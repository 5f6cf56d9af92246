package io.waybill.saga.fulfilment.state;

import io.waybill.contract.returns.ReturnId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may still come back.
 *
 * @param open returns that are under way
 * @param isWindowOver whether no other may be asked for
 */
record Returns(List<ReturnId> open, boolean isWindowOver) {
    static final Returns NONE = new Returns(List.of(), false);

    Returns opened(ReturnId id) {
        return open.contains(id)
                ? this
                : new Returns(Stream.concat(open.stream(), Stream.of(id)).toList(), isWindowOver);
    }

    Returns settled(ReturnId id) {
        return new Returns(open.stream().filter(other -> !other.equals(id)).toList(), isWindowOver);
    }

    Returns windowOver() {
        return new Returns(open, true);
    }
}
