package io.waybill.saga.outside;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.springframework.web.client.RestClient;

/** Whether a provider that speaks HTTP lives: it does if it answers at all, unless it says that it is in trouble. */
public final class SignOfLife {
    private SignOfLife() {}

    /**
     * @param path of something that reading does not change; it need not be there
     * @return asks, and throws if there is no answer, or one that is no better (5xx, or as in {@link Unreached#saysSo})
     */
    public static Callable<Integer> of(RestClient http, String path) {
        return () -> http.get().uri(path).exchangeForRequiredValue((request, response) -> {
            int status = response.getStatusCode().value();
            if (response.getStatusCode().is5xxServerError() || Unreached.saysSo(status)) {
                throw new IOException("it answers " + status);
            }
            return status;
        });
    }
}
