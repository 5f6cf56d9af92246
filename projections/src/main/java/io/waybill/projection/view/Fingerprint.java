package io.waybill.projection.view;

import java.math.BigInteger;

/**
 * What a read model holds, in two numbers: equal ones mean equal rows, whatever their order.
 *
 * @param checksum the sum of 64-bit hashes of the rows
 */
public record Fingerprint(long rows, BigInteger checksum) {}
