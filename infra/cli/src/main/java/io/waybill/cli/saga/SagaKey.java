package io.waybill.cli.saga;

import io.waybill.cli.api.ApiPath;
import picocli.CommandLine.Parameters;

/** Which process is meant. */
final class SagaKey {
    static final ApiPath SAGAS = ApiPath.of("operations", "sagas");

    @Parameters(index = "0", paramLabel = "TYPE", description = "fulfilment, return or transfer")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String type;

    @Parameters(index = "1", paramLabel = "ID", description = "The order's, the return's or the transfer's id")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String id;

    /** Where it is. */
    ApiPath path() {
        return SAGAS.to(type, id);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
