package io.waybill.query.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that leaves out what is not asked for in {@value #PARAMETER}: names of fields, with commas between them. The
 * endpoint declares the parameter, for its description's sake, and has nothing to do with it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sparse {
    String PARAMETER = "fields";

    /** The parameter's longest value. */
    int MAX_LENGTH = 500;

    /** What the fields are of: the answer itself, or each of its {@code items}. */
    Class<? extends Record> value();
}
