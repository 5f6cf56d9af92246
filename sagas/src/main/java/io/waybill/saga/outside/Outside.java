package io.waybill.saga.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

/**
 * The way to one provider. A question is asked again, with pauses, while it fails or is not answered in time. Once the
 * provider has failed too often it is left alone for a while: the breaker is open.
 *
 * <p>A question that stays without an answer was either <em>unheard</em>, because the provider could not be reached or is
 * away as a whole, or met with silence, although the provider lives. Which of the two, silence alone does not tell: one card
 * may be at fault, or everybody is kept waiting. So after silence the provider is asked for a sign of life. The breaker counts
 * answers, questions that nobody heard, and signs of life that did not come; never a question's silence or failure, which may
 * be its own fault: a few cards that are never answered would otherwise cut off all the good ones.
 *
 * <p>Each try waits on a virtual thread of its own, so those that wait in silence hold up nobody else.
 */
public final class Outside {
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limit;
    private final Predicate<Throwable> unheard;
    private final Callable<?> sign;
    private final ExecutorService threads;

    Outside(
            CircuitBreaker breaker,
            Retry retry,
            TimeLimiter limit,
            Predicate<Throwable> unheard,
            Callable<?> sign,
            ExecutorService threads) {
        this.breaker = breaker;
        this.retry = retry;
        this.limit = limit;
        this.unheard = unheard;
        this.sign = sign;
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
            return retry.executeCallable(() -> breaker.executeCallable(() -> inTime(question)));
        } catch (CallNotPermittedException open) {
            throw new NoAnswerException(true, breaker.getName() + " is away", open);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(true, "stopped while waiting for " + breaker.getName(), stopping);
        } catch (Exception failed) {
            throw new NoAnswerException(
                    unheard.test(failed) || !lives(), breaker.getName() + " did not answer: " + failed, failed);
        }
    }

    /** Also no, where it is left alone: then nobody knows. */
    private boolean lives() {
        try {
            breaker.executeCallable(this::signOfLife);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception silent) {
            return false;
        }
    }

    private Object signOfLife() throws InterruptedException {
        try {
            return inTime(() -> String.valueOf(sign.call()));
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception none) {
            throw new LifelessException(none);
        }
    }

    private <T> T inTime(Callable<T> question) throws Exception {
        return limit.executeFutureSupplier(() -> threads.submit(question));
    }
}
