package io.waybill.web.version;

import io.waybill.web.ProblemMapping;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.accept.ApiVersionParser;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@code /api/v1/orders}: what a mapping writes as {@code /api/{version}/orders} is served under each version that there
 * is. An endpoint that changes names the version that it is for ({@code version = "v2"}); the others go on as they are.
 * See "API Version" in the reference of Spring Web MVC.
 */
@AutoConfiguration
final class VersionAutoConfiguration {
    static final String FIRST = "v1";
    private static final Pattern VERSION = Pattern.compile("v[1-9]\\d{0,3}");

    /** Health, metrics, errors and the descriptions of the API stand elsewhere, and have no version. */
    private static final String VERSIONED = "/api/";

    private static final int SEGMENT = 1;

    /** One way to write each: Spring's own parser takes {@code v1.0} and {@code rev1} as well. */
    private static final ApiVersionParser<Integer> NUMBER = version -> {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version");
        }
        return Integer.valueOf(version.substring(1));
    };

    @Bean
    static WebMvcConfigurer versionInThePath() {
        return new WebMvcConfigurer() {
            @Override
            public void configureApiVersioning(ApiVersionConfigurer versions) {
                versions.usePathSegment(
                                SEGMENT,
                                path -> path.pathWithinApplication().value().startsWith(VERSIONED))
                        .setVersionParser(NUMBER)
                        .setVersionRequired(false)
                        .addSupportedVersions(FIRST);
            }
        };
    }

    @Bean
    static ProblemMapping unknownVersion() {
        return thrown ->
                thrown instanceof InvalidApiVersionException ? Optional.of(UnknownVersion.problem()) : Optional.empty();
    }
}
