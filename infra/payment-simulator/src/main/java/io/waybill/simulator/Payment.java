package io.waybill.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has of a payment.
 *
 * <table>
 * <caption>Its life</caption>
 * <tr><th>from</th><th>on</th><th>to</th></tr>
 * <tr><td>–</td><td>authorize, the card holds</td><td>AUTHORIZED</td></tr>
 * <tr><td>–, DECLINED</td><td>authorize, the card does not hold</td><td>DECLINED</td></tr>
 * <tr><td>DECLINED</td><td>authorize another card</td><td>AUTHORIZED</td></tr>
 * <tr><td>–, AUTHORIZED, DECLINED</td><td>void</td><td>VOIDED (end)</td></tr>
 * </table>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payment(
        String paymentId,
        Status status,
        @Nullable String authorization,
        @Nullable Money amount) {
    enum Status {
        AUTHORIZED,
        DECLINED,
        VOIDED
    }
}
