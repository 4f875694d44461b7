package io.asktrail.local.data;

import io.asktrail.local.home.LocalFailure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The seller's login at Amazon Ads, from the environment: {@code ASKTRAIL_ADS_CLIENT_ID}, {@code _CLIENT_SECRET} and
 * {@code _REFRESH_TOKEN}, with {@code _REGION} (EU) and {@code _BASE_URL} (the region's own).
 */
public record AmazonLogin(Map<String, String> properties) {
    private static final String ENVIRONMENT = "ASKTRAIL_ADS_";
    private static final String PROPERTIES = "asktrail.ads.amazon.";

    public AmazonLogin {
        properties = Map.copyOf(properties);
    }

    /** Whether the environment holds the id of an application at Amazon: with it the demo needs no Amazon of its own. */
    static boolean isGiven(Map<String, String> environment) {
        return given(environment, "CLIENT_ID").isPresent();
    }

    /**
     * Empty if none is given, or the workspace is the demo: nothing of a seller's may meet it.
     *
     * @throws LocalFailure if it is given in part
     */
    public static Optional<AmazonLogin> from(Map<String, String> environment, Workspace workspace) {
        if (workspace == Workspace.DEMO || !isGiven(environment)) {
            return Optional.empty();
        }
        var properties = new TreeMap<String, String>();
        for (var needed : new String[] {"CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN"}) {
            properties.put(
                    property(needed),
                    given(environment, needed)
                            .orElseThrow(() -> new LocalFailure(
                                    "%sCLIENT_ID is set and %s%s is not: Amazon wants both. Set it, or unset the first."
                                            .formatted(ENVIRONMENT, ENVIRONMENT, needed))));
        }
        for (var optional : new String[] {"REGION", "BASE_URL"}) {
            given(environment, optional).ifPresent(value -> properties.put(property(optional), value));
        }
        return Optional.of(new AmazonLogin(properties));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(ENVIRONMENT + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String property(String name) {
        return PROPERTIES + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "AmazonLogin" + properties.keySet();
    }
}
