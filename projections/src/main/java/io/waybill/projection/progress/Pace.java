package io.waybill.projection.progress;

import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.eventing.consumer.SegmentTokens;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How fast each processor gets on, on all nodes together: by its stored positions over the last ten seconds. */
@Component
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(900);
    private static final Logger log = LoggerFactory.getLogger(Pace.class);

    private final SegmentTokens tokens;
    private final Map<String, Deque<Point>> points = new ConcurrentHashMap<>();

    Pace(SegmentTokens tokens) {
        this.tokens = tokens;
    }

    /** Events a second; 0 where nothing is known yet. */
    long perSecond(String processor) {
        Deque<Point> seen = points.get(processor);
        if (seen == null) {
            return 0;
        }
        synchronized (seen) {
            Point first = seen.getFirst();
            Point last = seen.getLast();
            long nanos = last.nanos() - first.nanos();
            return nanos < SHORTEST.toNanos()
                    ? 0
                    : (last.position() - first.position())
                            * Duration.ofSeconds(1).toNanos()
                            / nanos;
        }
    }

    @Scheduled(fixedRate = 1_000)
    void look() {
        try {
            Map<String, List<SegmentProgress>> all = tokens.all();
            long now = System.nanoTime();
            points.keySet().retainAll(all.keySet());
            all.forEach((processor, segments) -> see(processor, new Point(now, SegmentTokens.lowest(segments))));
        } catch (RuntimeException away) {
            log.debug("The positions cannot be read: {}", away.toString());
        }
    }

    private void see(String processor, Point now) {
        Deque<Point> seen = points.computeIfAbsent(processor, first -> new ArrayDeque<>());
        synchronized (seen) {
            // A processor that was put back begins anew.
            if (!seen.isEmpty() && seen.getLast().position() > now.position()) {
                seen.clear();
            }
            seen.addLast(now);
            while (now.nanos() - seen.getFirst().nanos() > WINDOW.toNanos()) {
                seen.removeFirst();
            }
        }
    }

    private record Point(long nanos, long position) {}
}
