package io.asktrail.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which files are served, and for how long browsers keep them. */
final class Files implements WebMvcConfigurer {
    private static final String VIEWER = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    // Their names hold a hash of what is in them: what changes has another name.
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_EVER);
        files.addResourceHandler("/docs/{file:swagger-ui\\.css|swagger-ui-bundle\\.js}")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(viewerVersion()))
                .setCacheControl(A_DAY);
        files.addResourceHandler("/docs/{file:index\\.html|docs\\.js}")
                .addResourceLocations("classpath:/asktrail-docs/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/docs").setViewName("forward:/docs/index.html");
        pages.addRedirectViewController("/docs/", "/docs");
    }

    /** It is part of the library's path, which is raised with the library. */
    private static String viewerVersion() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(VIEWER))
                    .getProperty("version");
        } catch (IOException absent) {
            throw new UncheckedIOException("the pages of the API's document are not on the class path", absent);
        }
    }
}
