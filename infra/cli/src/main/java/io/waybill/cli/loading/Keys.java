package io.waybill.cli.loading;

import io.waybill.cli.retail.RetailCancellation;
import io.waybill.cli.retail.RetailOrder;
import io.waybill.cli.retail.RetailProduct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Idempotency keys that are the same each time the same thing is loaded, so that an import that was broken off, or is simply
 * repeated, goes on where it was. They name what is loaded by its content: another invoice of the same number is another one.
 */
final class Keys {
    private static final int BYTES = 16;

    private Keys() {}

    static String of(RetailProduct product) {
        return "import:product:" + digest(product.toString());
    }

    /** @param fingerprint of the file: another file brings stock of its own */
    static String ofReceipt(String fingerprint, String sku, String warehouse, int part, int quantity) {
        return "import:receipt:" + digest(String.join("|", fingerprint, sku, warehouse, part + "", quantity + ""));
    }

    static String of(RetailOrder order) {
        return "import:order:" + order.invoice() + ":" + digest(order.toString());
    }

    static String ofStep(String step, String id) {
        return "import:" + step + ":" + id;
    }

    /** Whichever order it is taken for: a cancellation is one return at most. */
    static String of(RetailCancellation cancellation) {
        return "import:return:" + cancellation.invoice() + ":" + digest(cancellation.toString());
    }

    private static String digest(String content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] whole = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
