package io.waybill.query.parameter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/**
 * What may be kept of an answer: every one by the client itself, none by a proxy that serves several, and none is used again
 * without asking whether it still holds, because a view may change at any moment. To be asked that, every answer has an
 * entity tag: an entity's its version, a list's a digest of its content, and what holds more than an entity both.
 */
@Configuration(proxyBeanMethods = false)
class Caching implements WebMvcConfigurer {
    private static final CacheControl ASK_FIRST = CacheControl.noCache().cachePrivate();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        WebContentInterceptor interceptor = new WebContentInterceptor();
        interceptor.setCacheControl(ASK_FIRST);
        registry.addInterceptor(interceptor).addPathPatterns("/api/**");
    }

    @Bean
    static FilterRegistrationBean<EntityTags> entityTags() {
        FilterRegistrationBean<EntityTags> filter = new FilterRegistrationBean<>(new EntityTags());
        filter.addUrlPatterns("/api/*");
        return filter;
    }
}
