package io.waybill.testing;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what {@link RealServers} names, all at once; a server that a test has left stopped is started again. */
final class StartServers implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Server[] needed = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), RealServers.class, context.getEnclosingTestClasses())
                .map(RealServers::value)
                .orElseThrow();
        CompletableFuture.allOf(Arrays.stream(needed)
                        .map(server -> CompletableFuture.runAsync(() -> TestServers.start(server)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
