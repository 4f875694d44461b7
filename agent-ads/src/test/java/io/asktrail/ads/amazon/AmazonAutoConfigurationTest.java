package io.asktrail.ads.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AmazonAutoConfigurationTest {
    private static final String SECRET = "not-to-be-told";

    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));

    private final ApplicationContextRunner nothing = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AmazonAutoConfiguration.class))
            .withBean(CurrentRegistry.class, () -> () -> DEMO)
            .withBean(Clock.class, Clock::systemUTC);
    private final ApplicationContextRunner configured = nothing.withPropertyValues(
            "asktrail.ads.amazon.client-id=amzn1.application",
            "asktrail.ads.amazon.client-secret=" + SECRET,
            "asktrail.ads.amazon.refresh-token=" + SECRET);

    @Test
    void hasNoClientWhereNothingIsConfigured() {
        nothing.withPropertyValues("asktrail.ads.amazon.client-id=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AmazonAds.class));
    }

    @Test
    void asksTheRegionsHostWithALogin() {
        configured.run(context -> {
            assertThat(context).hasSingleBean(AmazonAds.class);
            var properties = context.getBean(AmazonProperties.class);
            assertThat(properties.settings().host()).isEqualTo(URI.create("https://advertising-api-eu.amazon.com"));
            assertThat(properties.settings().loginAt()).isEqualTo(URI.create("https://api.amazon.co.uk/auth/o2/token"));
            assertThat(properties + " " + properties.settings()).doesNotContain(SECRET);
        });
    }

    @Test
    void tellsASandboxAndNobodyElseTheLogin() {
        configured
                .withPropertyValues("asktrail.ads.amazon.base-url=http://127.0.0.1:9400")
                .run(context -> assertThat(context.getBean(AmazonProperties.class)
                                .settings()
                                .loginAt())
                        .isEqualTo(URI.create("http://127.0.0.1:9400/auth/o2/token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-id", "client-secret", "refresh-token"})
    void namesThePartOfALoginThatIsMissing(String part) {
        configured
                .withPropertyValues("asktrail.ads.amazon." + part + "=")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("asktrail.ads.amazon." + part + " is empty")
                        .hasMessageNotContaining(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://advertising-api-eu.amazon.com", "ftp://127.0.0.1", "/sandbox"})
    void sendsNoLoginInTheClear(String url) {
        configured
                .withPropertyValues("asktrail.ads.amazon.base-url=" + url)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("asktrail.ads.amazon.base-url has to be an https address"));
    }
}
