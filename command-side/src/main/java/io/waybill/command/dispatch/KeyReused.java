package io.waybill.command.dispatch;

import io.waybill.command.Refused;

/** The same key came with another request. */
public final class KeyReused extends Refused {
    private static final long serialVersionUID = 1L;

    KeyReused(String key) {
        super("the key " + key + " was used before, for a request that was not this one");
    }

    @Override
    public String reason() {
        return "IDEMPOTENCY_KEY_REUSED";
    }
}
