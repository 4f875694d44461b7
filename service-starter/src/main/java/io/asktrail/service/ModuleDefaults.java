package io.asktrail.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * The defaults of a module that must be known before the first bean is looked at, such as log patterns and conditions
 * of auto-configurations. Whatever is configured elsewhere wins.
 */
public abstract class ModuleDefaults implements EnvironmentPostProcessor {
    private final String file;

    /** @param file name of a properties file at the root of the class path; it is unique, as all share one in a local run */
    protected ModuleDefaults(String file) {
        this.file = file;
    }

    @Override
    public final void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(file, new ClassPathResource(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the defaults in " + file + " cannot be read", unreadable);
        }
    }
}
