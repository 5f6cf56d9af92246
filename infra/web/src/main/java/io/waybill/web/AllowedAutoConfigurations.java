package io.waybill.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Lets only those auto-configurations pass that a service asks for: {@value #PROPERTY} lists package prefixes. What every
 * service with HTTP, JSON, health, metrics and traces needs always passes. Without it a service would configure itself
 * differently in its own process and in the JVM that it shares with all the others.
 */
final class AllowedAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware, BeanClassLoaderAware {
    static final String PROPERTY = "waybill.auto-configurations";

    private static final List<String> ALWAYS = List.of(
            "io.waybill.web",
            "org.springframework.boot.actuate.autoconfigure",
            "org.springframework.boot.autoconfigure.availability",
            "org.springframework.boot.autoconfigure.context",
            "org.springframework.boot.autoconfigure.info",
            "org.springframework.boot.autoconfigure.ssl",
            "org.springframework.boot.autoconfigure.task",
            "org.springframework.boot.health.autoconfigure",
            "org.springframework.boot.http.converter.autoconfigure",
            "org.springframework.boot.jackson.autoconfigure",
            "org.springframework.boot.micrometer",
            "org.springframework.boot.opentelemetry.autoconfigure",
            "org.springframework.boot.servlet.autoconfigure",
            "org.springframework.boot.tomcat.autoconfigure",
            "org.springframework.boot.validation.autoconfigure",
            "org.springframework.boot.webmvc.autoconfigure",
            "org.springdoc.core.configuration.SpringDocConfiguration",
            "org.springdoc.core.configuration.SpringDocJavadocConfiguration",
            "org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration",
            "org.springdoc.core.properties.SpringDocConfigProperties",
            "org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration");

    private @Nullable Environment environment;
    private Set<String> known = Set.of();
    private @Nullable List<String> prefixes;

    @Override
    public void setBeanClassLoader(ClassLoader loader) {
        known = Set.copyOf(
                ImportCandidates.load(AutoConfiguration.class, loader).getCandidates());
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] passes = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            passes[i] = passes(classes[i]);
        }
        return passes;
    }

    /** Read once: Spring asks about hundreds of classes, many of them one by one, and reading is what takes time. */
    private List<String> prefixes() {
        List<String> read = prefixes;
        if (read == null) {
            read = Stream.concat(ALWAYS.stream(), wanted().stream()).toList();
            prefixes = read;
        }
        return read;
    }

    private List<String> wanted() {
        if (environment == null) {
            throw new IllegalStateException("the filter was asked before it knew its environment");
        }
        String name = environment.getProperty("spring.config.name", "application");
        return Binder.get(environment)
                .bind(PROPERTY, Bindable.listOf(String.class))
                .orElseThrow(() -> new IllegalStateException(PROPERTY + " is not set: " + name
                        + ".yml (is it on the class path?) has to list the packages of the auto-configurations that"
                        + " the service wants beyond those of infra/web, or [] for none"));
    }

    private boolean passes(@Nullable String name) {
        if (name == null) {
            return false; // refused by another filter already
        }
        // Spring asks the same about every class that an auto-configuration imports; those come or go with it.
        return !known.contains(name) || prefixes().stream().anyMatch(prefix -> isBelow(name, prefix));
    }

    private static boolean isBelow(String name, String prefix) {
        return name.startsWith(prefix) && (name.length() == prefix.length() || name.charAt(prefix.length()) == '.');
    }
}
