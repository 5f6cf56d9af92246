package io.waybill.projection.view;

import java.math.BigInteger;

/** Adds up rows to the {@link Fingerprint} of what holds them. Not thread-safe. */
public final class RowSum implements Shadow.Rows {
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    @Override
    public void add(String key, long hash) {
        rows++;
        sum = sum.add(BigInteger.valueOf(hash));
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(rows, sum);
    }
}
