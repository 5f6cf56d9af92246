package io.waybill.servers;

import java.util.List;

/** How long a server on the JVM is meant to live, which decides how much its compiler should invest. */
public enum Lifetime {
    /** A test run: half the time to start, less speed later. */
    SHORT,
    /** Work that should be fast. */
    LONG;

    List<String> options() {
        return this == SHORT ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }
}
