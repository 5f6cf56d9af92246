package io.waybill.web;

import io.waybill.web.log.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts one service. Its name is also the name of its configuration file ({@code <name>.yml}), so that several services
 * can share one class path and one JVM, each with its own application context.
 */
public final class Service {
    /** Spring Cloud's, where it is on the class path: sets the JVM's log up anew for each service, under the others. */
    private static final String LOG_SHUTDOWN = "LoggingSystemShutdownListener";

    private static final String DEFAULTS = "defaults.properties";

    private Service() {}

    /**
     * Starts a service as its process's main job; it stops when the process is asked to end.
     *
     * @param application the {@code @SpringBootApplication} class
     * @param name such as {@code command-side}
     * @param args properties of the command line: {@code --server.port=8081}
     */
    public static ConfigurableApplicationContext start(Class<?> application, String name, String... args) {
        return run(application(application, name, Map.of()), name, args);
    }

    /**
     * Starts a service inside another program, which has to close the returned context.
     *
     * @param properties win over the service's yml, the environment and the defaults
     */
    public static ConfigurableApplicationContext start(Class<?> application, String name, Map<String, ?> properties) {
        SpringApplication service = application(application, name, properties);
        service.setRegisterShutdownHook(false);
        return run(service, name);
    }

    private static ConfigurableApplicationContext run(SpringApplication service, String name, String... args) {
        return ServiceName.during(name, () -> service.run(args));
    }

    private static SpringApplication application(Class<?> application, String name, Map<String, ?> properties) {
        SpringApplication service = new SpringApplication(application);
        service.setMainApplicationClass(application);
        service.setDefaultProperties(defaults());
        service.setListeners(service.getListeners().stream()
                .filter(listener -> !listener.getClass().getSimpleName().equals(LOG_SHUTDOWN))
                .toList());
        service.addListeners(new GivenProperties(name, properties));
        return service;
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream in = Objects.requireNonNull(Service.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}
