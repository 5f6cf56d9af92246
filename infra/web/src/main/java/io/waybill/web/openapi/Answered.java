package io.waybill.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint answers when it is done, where its return type does not tell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answered {
    /** The status; 201 where something is created or added. */
    int status() default 201;

    /** What the body is written from; {@code Void} for none. */
    Class<?> value();
}
