package io.waybill.projection.progress;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** All projections as of a second ago at most: for those who ask often, and many at once. */
@Component
final class RecentProgress {
    static final Duration AGE = Duration.ofSeconds(1);

    private final ProgressReader progress;
    private List<Progress> last = List.of();
    private long readAt;

    RecentProgress(ProgressReader progress) {
        this.progress = progress;
    }

    synchronized List<Progress> all() {
        long now = System.nanoTime();
        if (last.isEmpty() || now - readAt >= AGE.toNanos()) {
            last = progress.all();
            readAt = now;
        }
        return last;
    }
}
