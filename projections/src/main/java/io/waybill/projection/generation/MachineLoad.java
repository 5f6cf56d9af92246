package io.waybill.projection.generation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How busy this machine's processors, or those that its container may use, were between two looks: from 0 to 1, negative if
 * nobody knows. The JVM counts from the last time that anyone asked, so all ask this one.
 */
final class MachineLoad implements DoubleSupplier {
    /** Fewer of the kernel's ticks would say little. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private double load = system.getCpuLoad();
    private long lookedAt = System.nanoTime();

    @Override
    public synchronized double getAsDouble() {
        long now = System.nanoTime();
        if (now - lookedAt >= LOOK_EVERY.toNanos()) {
            load = system.getCpuLoad();
            lookedAt = now;
        }
        return load;
    }
}
