package io.waybill.query.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an entity's chain, oldest first, with everything that is needed to compute it once more.
 *
 * @param form of what is hashed, described in docs/audit-format.md
 * @param type of the entity, as in the address
 * @param id of the entity, as its events carry it
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record ProofPage(
        String form,
        String type,
        String id,
        List<Link> items,
        @Nullable String next) {
    /** The one form that there is. */
    static final String FORM = "waybill-chain/1";

    /**
     * One event: what is hashed, and the hash.
     *
     * @param version from 0, without gaps
     * @param name under which it is stored
     * @param revision of its shape, as it was recorded
     * @param recordedAt in UTC, always with six decimals
     * @param payload the text as it was recorded
     * @param metadata who, by which command, in which request
     * @param previous the hash of the version before, in hexadecimal digits; zeros where there is none
     * @param hash in hexadecimal digits
     */
    record Link(
            long version,
            String aggregateType,
            String aggregateId,
            String eventId,
            String name,
            int revision,
            String recordedAt,
            String payload,
            Map<String, String> metadata,
            String previous,
            String hash) {}
}
