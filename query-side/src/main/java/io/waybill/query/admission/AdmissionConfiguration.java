package io.waybill.query.admission;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the admission before everything else that is done for a query; health and metrics are always answered. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration implements WebMvcConfigurer {
    private final Admission admission;

    AdmissionConfiguration(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(admission)
                .addPathPatterns("/api/**", "/graphql")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }
}
