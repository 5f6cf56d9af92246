package io.waybill.web.version;

import io.waybill.web.ApiProblem;
import org.springframework.http.HttpStatus;

/** What a request gets whose path names a version of the API that does not exist. */
public final class UnknownVersion {
    private UnknownVersion() {}

    public static ApiProblem problem() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "UNKNOWN_API_VERSION",
                "There is " + VersionAutoConfiguration.FIRST + " of the API, and no such other version.");
    }
}
