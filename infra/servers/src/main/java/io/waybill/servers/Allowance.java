package io.waybill.servers;

import java.util.List;

/**
 * What servers may take of the machine.
 *
 * @param buffers MiB of memory in which PostgreSQL keeps what was read last
 * @param searchHeap MiB of Elasticsearch's heap
 * @param optimizing whether the optimizing compiler works in the servers' JVMs
 */
public record Allowance(int buffers, int searchHeap, boolean optimizing) {
    /**
     * For servers which live for a test run or a day, on the processors and in the memory that our services need: the
     * optimizing compiler's work would double the time they take to start, and is seldom paid back.
     */
    public static final Allowance SMALL = new Allowance(128, 512, false);

    private static final int SEARCH_HEAP = 1_024;

    /** For servers as an installation has them. */
    public static Allowance ofInstallation(int buffers) {
        return new Allowance(Math.max(buffers, SMALL.buffers), SEARCH_HEAP, true);
    }

    /** PostgreSQL's setting {@code shared_buffers}. */
    public String sharedBuffers() {
        return buffers + "MB";
    }

    /** The options of Elasticsearch's JVM. */
    public String searchOptions() {
        return String.join(" ", "-Xms" + searchHeap + "m -Xmx" + searchHeap + "m", String.join(" ", compiling()));
    }

    /** The options of any server's JVM. */
    List<String> compiling() {
        return optimizing ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }
}
