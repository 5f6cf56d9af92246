package io.waybill.saga.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

/**
 * The way to one provider. A question is asked again, with pauses, while it fails or is not answered in time; each try is
 * counted, and once too many have failed the provider is left alone for a while: the breaker is open.
 *
 * <p>A question that stays without an answer was either <em>unheard</em>, because the provider could not be reached or is
 * away as a whole, or met with silence, although the provider answers others.
 */
public final class Outside {
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limit;
    private final Predicate<Throwable> unheard;
    private final ExecutorService threads;

    Outside(
            CircuitBreaker breaker,
            Retry retry,
            TimeLimiter limit,
            Predicate<Throwable> unheard,
            ExecutorService threads) {
        this.breaker = breaker;
        this.retry = retry;
        this.limit = limit;
        this.unheard = unheard;
        this.threads = threads;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param question answers with what the provider said, also if it said no; it may be asked several times, and throws
     *     when there was no answer
     * @throws NoAnswerException if there was none in the end
     */
    public <T> T ask(Callable<T> question) {
        try {
            return retry.executeCallable(
                    () -> breaker.executeCallable(() -> limit.executeFutureSupplier(() -> threads.submit(question))));
        } catch (CallNotPermittedException open) {
            throw new NoAnswerException(true, breaker.getName() + " is away", open);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(true, "stopped while waiting for " + breaker.getName(), stopping);
        } catch (Exception failed) {
            boolean away = unheard.test(failed) || breaker.getState() != CircuitBreaker.State.CLOSED;
            throw new NoAnswerException(away, breaker.getName() + " did not answer: " + failed, failed);
        }
    }
}
