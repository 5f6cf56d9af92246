package io.waybill.eventing.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;

/**
 * The key under which one subject's data is sealed: AES-256-GCM (NIST SP 800-38D) by Tink, with a random nonce of 12 bytes
 * before the sealed bytes and a tag of 16 behind them. What was sealed for one subject cannot be passed off as another's.
 */
public final class PersonalKey {
    /** Length of a key in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;
    private final Aead cipher;

    private PersonalKey(byte[] bytes) {
        this.bytes = bytes;
        try {
            this.cipher = new AesGcmJce(bytes);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a key of AES", unusable);
        }
    }

    /** A new key. */
    public static PersonalKey generate() {
        return new PersonalKey(Random.randBytes(BYTES));
    }

    /**
     * The key with these {@value #BYTES} bytes, which are copied.
     *
     * @throws IllegalArgumentException if it has another length
     */
    public static PersonalKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
        return new PersonalKey(bytes.clone());
    }

    /** A copy of the key, to be kept or sent where it may be known. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] seal(byte[] plain, String subject) {
        try {
            return cipher.encrypt(plain, subject.getBytes(UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the data of " + subject + " could not be sealed", failed);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key or for another subject, or was changed */
    byte[] open(byte[] sealed, String subject) {
        try {
            return cipher.decrypt(sealed, subject.getBytes(UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("this is not the data of " + subject + " as it was sealed", failed);
        }
    }
}
