package io.waybill.projection.repair;

import io.waybill.letters.parking.Troubles;
import io.waybill.projection.repair.Repairs.Item;
import io.waybill.projection.view.Views;
import io.waybill.rpc.history.HistoryUnavailableException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Repairs what is waiting for it, one aggregate after the other on each node, also what a node that is gone has left. */
@Component
final class RepairRunner {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(RepairRunner.class);

    private final Repairs repairs;
    private final Repairer repairer;
    private final Views views;
    private final Troubles troubles;
    private final TransactionTemplate transaction;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean closing;
    private final Thread thread = Thread.ofVirtual().name("repair").unstarted(this::run);

    RepairRunner(Repairs repairs, Repairer repairer, Views views, Troubles troubles, TransactionTemplate transaction) {
        this.repairs = repairs;
        this.repairer = repairer;
        this.views = views;
        this.troubles = troubles;
        this.transaction = transaction;
    }

    /** There is something to be done: not to be waited for until the next look. */
    void wake() {
        asked.release();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.start();
    }

    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        wake();
        if (!thread.join(CLOSE_PATIENCE)) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                if (!isAnyDone() && asked.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnyDone() {
        try {
            return step();
        } catch (RuntimeException away) {
            log.warn("Repairs wait: {}", away.toString());
            return false;
        }
    }

    /** Whether there was something to do. */
    private boolean step() {
        AtomicReference<Item> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> {
                Optional<Item> next = repairs.take();
                next.ifPresent(item -> {
                    taken.set(item);
                    repairs.done(item, repairer.repair(views.get(item.projection()), item.aggregate()));
                });
            });
            return taken.get() != null;
        } catch (RuntimeException failed) {
            Item item = taken.get();
            if (item == null) {
                throw failed;
            }
            failed(item, failed);
            return true;
        }
    }

    private void failed(Item item, RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (passes(failure)) {
            log.warn("The repair of {} in {} waits: {}", item.aggregate(), item.projection(), cause.toString());
            transaction.executeWithoutResult(status -> repairs.putOff(item));
        } else {
            log.warn("{} in {} could not be repaired", item.aggregate(), item.projection(), failure);
            String why = failure instanceof NotRepairedException ? failure.getMessage() : cause.toString();
            transaction.executeWithoutResult(status -> repairs.failed(item, String.valueOf(why)));
        }
    }

    private boolean passes(RuntimeException failure) {
        return failure instanceof HistoryUnavailableException || troubles.pass(failure);
    }
}
