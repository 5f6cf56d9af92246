package io.waybill.saga.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Makes the way to each provider, with its breaker, tries and time limits in the metrics under the provider's name
 * ({@code resilience4j.circuitbreaker.*}, {@code .retry.*}, {@code .timelimiter.*}).
 */
@Component
public final class Outsides implements AutoCloseable {
    private static final double DOUBLE = 2.0;
    private static final double MORE_OR_LESS = 0.5;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final TimeLimiterRegistry limits = TimeLimiterRegistry.ofDefaults();
    private final ExecutorService threads = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

    public Outsides(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limits).bindTo(meters);
    }

    /**
     * @param unheard which failures say that the provider was not reached at all
     * @param sign asks for a sign of life, which changes nothing at the provider, and throws if there is none
     */
    public Outside to(String name, OutsideSettings settings, Predicate<Throwable> unheard, Callable<?> sign) {
        return new Outside(
                breakers.circuitBreaker(name, breaker(settings.breaker(), unheard)),
                retries.retry(name, retry(settings)),
                limits.timeLimiter(
                        name,
                        TimeLimiterConfig.custom()
                                .timeoutDuration(settings.timeout())
                                .cancelRunningFuture(true)
                                .build()),
                unheard,
                sign,
                threads);
    }

    /** Any other failure counts for nothing: it neither opens the breaker nor, when it is tried out, closes it. */
    private static CircuitBreakerConfig breaker(OutsideSettings.Breaker settings, Predicate<Throwable> unheard) {
        Predicate<Throwable> away = failure -> failure instanceof LifelessException || unheard.test(failure);
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(Math.toIntExact(settings.window().toSeconds()))
                .minimumNumberOfCalls(settings.least())
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .ignoreException(failure -> !away.test(failure))
                .build();
    }

    private static RetryConfig retry(OutsideSettings settings) {
        return RetryConfig.custom()
                .maxAttempts(settings.tries())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.pause(), DOUBLE, MORE_OR_LESS))
                .ignoreExceptions(CallNotPermittedException.class, InterruptedException.class)
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
