package io.waybill.projection.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What those who wait for a view are told by PostgreSQL's {@code NOTIFY}: the ids of what has changed, one a line, or
 * {@value #ANYTHING}. A notice is sent with the transaction's commit, so whoever gets it finds the rows.
 */
final class Notices {
    static final String CHANNEL = "waybill_view";
    static final String ANYTHING = "*";

    /** PostgreSQL's limit is 8,000 bytes; an id is of ASCII. */
    static final int MAX_LENGTH = 7_000;

    /** Beyond so many, it is shorter to say that anything may have changed. */
    static final int MAX_IDS = 1_000;

    private static final char SEPARATOR = '\n';

    private Notices() {}

    static List<String> of(Collection<String> changed) {
        if (changed.size() > MAX_IDS) {
            return List.of(ANYTHING);
        }
        List<String> notices = new ArrayList<>();
        StringBuilder notice = new StringBuilder();
        for (String id : changed) {
            if (notice.length() + id.length() > MAX_LENGTH) {
                notices.add(notice.toString());
                notice.setLength(0);
            }
            notice.append(notice.isEmpty() ? "" : SEPARATOR).append(id);
        }
        if (!notice.isEmpty()) {
            notices.add(notice.toString());
        }
        return notices;
    }
}
