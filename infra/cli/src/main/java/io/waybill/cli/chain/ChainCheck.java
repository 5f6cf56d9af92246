package io.waybill.cli.chain;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Walks along one entity's events as the event store and as the audit have them, and stops at the first that is not what it
 * must be: the next version, the same on both sides, and what its hash says.
 */
public final class ChainCheck {
    /** How long the audit may be behind the event store. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Links store;
    private final Links audit;
    private final Stop stop;
    private long events;
    private String head = Link.NO_PREDECESSOR;

    /** @param id as events carry it */
    public ChainCheck(WaybillApi api, String type, String id, Stop stop) {
        this.store = new Links(api, ApiPath.of("operations", "events", type, id).text());
        this.audit = new Links(api, proof(type, id));
        this.stop = stop;
    }

    /** Where the audit's proof is. */
    public static String proof(String type, String id) {
        return ApiPath.of("audit", type, id, "proof").text();
    }

    /**
     * As many events as there are.
     *
     * @throws io.waybill.cli.api.GaveUp if one of the two does not answer, or has events without hashes
     */
    public Verdict run() {
        String fault = null;
        boolean more = true;
        while (fault == null && more && !stop.isCalled()) {
            Link stored = store.next();
            Link told = stored == null ? audit.next() : awaited();
            // The audit has heard of an event that was stored just now.
            Link late = stored == null && told != null ? store.next() : stored;
            more = late != null || told != null;
            fault = more ? fault(late, told) : null;
            if (fault == null && late != null) {
                events++;
                head = late.hash();
            }
        }
        return new Verdict(events, head, fault);
    }

    private @Nullable Link awaited() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Link told = audit.next();
        while (told == null && System.nanoTime() < deadline && !stop.isCalled()) {
            stop.pause(LOOK_AGAIN);
            told = audit.next();
        }
        return told;
    }

    private @Nullable String fault(@Nullable Link stored, @Nullable Link told) {
        if (stored == null || stored.version() != events) {
            return at("missing in the event store");
        }
        if (told == null || told.version() != events) {
            return at("missing in the audit");
        }
        String field = stored.differsIn(told);
        if (field != null) {
            return at(field + ": " + whose(stored.isChainedTo(head), told.isChainedTo(head)));
        }
        return stored.isChainedTo(head) ? null : at("hash: is not that of what both hold");
    }

    private static String whose(boolean storeFits, boolean auditFits) {
        if (storeFits) {
            return auditFits
                    ? "differs, and each side's hash is that of its contents: one of the two was written anew"
                    : "changed in the audit; what the event store holds fits the chain";
        }
        return auditFits
                ? "changed in the event store; what the audit holds fits the chain"
                : "differs, and neither side's hash is that of its contents";
    }

    private String at(String fault) {
        return "version " + events + ", " + fault;
    }

    /**
     * What a check came to.
     *
     * @param events that are what they must be, from the first
     * @param head the last one's hash
     * @param fault the first difference: version, field, and which side was changed; null where there is none
     */
    public record Verdict(
            long events, String head, @Nullable String fault) {
        public boolean isIntact() {
            return fault == null;
        }
    }
}
