package io.waybill.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what tells of a person. It is stored only sealed, with the key of the record's component {@code subject}, and reads
 * as null once that key is gone; so it may always be null. All other components stay readable.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
