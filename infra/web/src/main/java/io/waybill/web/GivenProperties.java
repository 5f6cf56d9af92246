package io.waybill.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts a service's name and the properties of its starter above all others. It comes before the configuration files are
 * looked for, because the name says which.
 */
final class GivenProperties implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private final Map<String, Object> properties = new LinkedHashMap<>();

    GivenProperties(String name, Map<String, ?> properties) {
        this.properties.putAll(properties);
        this.properties.put("spring.config.name", name);
        this.properties.put("spring.application.name", name);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", properties));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
