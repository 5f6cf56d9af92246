package io.waybill.eventing;

/** Bytes as they came, which whoever holds them leaves alone. */
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes not copied: the caller does not change them any more */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The bytes themselves, to be read only. */
    public byte[] get() {
        return bytes;
    }
}
