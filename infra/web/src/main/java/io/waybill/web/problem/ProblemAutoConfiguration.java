package io.waybill.web.problem;

import io.waybill.web.ProblemMapping;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/** Puts the problems in their places: advice, error page, server. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(WebLimits.class)
final class ProblemAutoConfiguration {
    /** After the filter that opens the trace and the one that sets the encoding. */
    private static final int BODY_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    static Faults faults(ObjectProvider<ProblemMapping> mappings) {
        return new Faults(mappings.orderedStream().toList());
    }

    @Bean
    static ProblemAdvice problemAdvice(Faults faults) {
        return new ProblemAdvice(faults);
    }

    @Bean
    static ProblemErrorController problemErrorController(Faults faults) {
        return new ProblemErrorController(faults);
    }

    @Bean
    static FilterRegistrationBean<BodyLimit> bodyLimit(WebLimits limits) {
        FilterRegistrationBean<BodyLimit> limit =
                new FilterRegistrationBean<>(new BodyLimit(limits.maxBody().toBytes()));
        limit.setOrder(BODY_LIMIT_ORDER);
        return limit;
    }

    @Bean
    static FilterRegistrationBean<Utf8Only> utf8Only() {
        FilterRegistrationBean<Utf8Only> utf8 = new FilterRegistrationBean<>(new Utf8Only());
        utf8.setOrder(BODY_LIMIT_ORDER);
        return utf8;
    }

    @Bean
    static OnlyKnownParameters onlyKnownParameters() {
        return new OnlyKnownParameters();
    }

    /** Else the advice would answer for methods of controllers only, not for what a router function throws. */
    @Bean
    static WebMvcConfigurer problemsOfAllHandlers() {
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                for (HandlerExceptionResolver resolver : resolvers) {
                    if (resolver instanceof ExceptionHandlerExceptionResolver advised) {
                        advised.setMappedHandlerPredicate(handler -> true);
                    }
                }
            }
        };
    }

    /** After Boot's own customizer, which puts its valve into the host as well. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReportValve.class.getName()));
    }
}
