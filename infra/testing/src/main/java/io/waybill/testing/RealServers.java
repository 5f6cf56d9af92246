package io.waybill.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs these servers: they run, side by side with those of other tests, when its first method starts. Their
 * addresses come from {@link TestServers}. Such tests are tagged {@value #TAG}, so that a run can do without them.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StartServers.class)
@Tag(RealServers.TAG)
public @interface RealServers {
    String TAG = "servers";

    Server[] value();
}
