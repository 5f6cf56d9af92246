package io.waybill.eventing.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Walks along both sides at once. The n-th event of the store has to be number n on the topic. Where a side lacks
 * something, the numbers, or the other side's next events, say where to go on, so that one fault is told as one.
 */
final class InStep {
    static final String MISSING = "missing on the topic";
    static final String GONE = "on the topic and not in the store";
    static final String DIFFERENT = "different on the topic";

    private static final int TELL_EVERY = 1_000;

    private final Ahead store;
    private final Ahead topic;
    private final Cut cut;
    private final Differences ofStore;
    private final Differences ofTopic;
    private long expected = 1;

    InStep(Side store, Side topic, Cut cut, Differences ofStore, Differences ofTopic) {
        this.store = new Ahead(store);
        this.topic = new Ahead(topic);
        this.cut = cut;
        this.ofStore = ofStore;
        this.ofTopic = ofTopic;
    }

    void compare(Watcher watcher) throws SQLException {
        for (long steps = 0; step(); steps++) {
            if (steps % TELL_EVERY == 0) {
                watcher.at("store and topic", expected - 1, cut.number());
            }
        }
        watcher.at("store and topic", cut.number(), cut.number());
    }

    private boolean step() throws SQLException {
        @Nullable Entry stored = store.peek();
        @Nullable Entry published = topic.peek();
        if (stored == null && published == null) {
            return false;
        }
        if (published == null || (stored != null && published.number() > expected)) {
            ofTopic.add(MISSING, "number " + expected++ + ", " + store.take().place());
        } else if (stored == null) {
            gone(topic.take());
        } else if (stored.eventId().equals(published.eventId())) {
            expected++;
            same(store.take(), topic.take());
        } else {
            apart(stored, published);
        }
        return true;
    }

    private void same(Entry stored, Entry published) {
        if (stored.digest() != published.digest()) {
            different(stored, published);
        }
    }

    private void apart(Entry stored, Entry published) throws SQLException {
        int topicHasMore = topic.distanceTo(stored.eventId());
        int storeHasMore = store.distanceTo(published.eventId());
        if (topicHasMore >= 0 && (storeHasMore < 0 || topicHasMore <= storeHasMore)) {
            for (int i = 0; i < topicHasMore; i++) {
                gone(topic.take());
            }
            @Nullable Entry next = topic.peek();
            expected = next == null ? expected : next.number();
        } else if (storeHasMore >= 0) {
            for (int i = 0; i < storeHasMore; i++) {
                ofTopic.add(MISSING, "no number, " + store.take().place());
            }
        } else {
            expected++;
            different(store.take(), topic.take());
        }
    }

    private void gone(Entry published) {
        expected = published.number() + 1;
        ofStore.add(GONE, "number " + published.number() + ", " + published.place());
    }

    private void different(Entry stored, Entry published) {
        String other = published.place().equals(stored.place()) ? "" : ", is " + published.place();
        ofTopic.add(DIFFERENT, "number " + published.number() + ", " + stored.place() + other);
    }
}
