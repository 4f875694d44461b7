package io.asktrail.querying;

import io.asktrail.querying.secret.Secret;
import io.asktrail.querying.source.ConnectionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;

/**
 * Passwords that stand as they are in a file of settings, where copies, commits and error reports find them. The
 * environment, a mounted file with nothing but the secret and what the program sets itself are no such places.
 */
final class PlainSecrets {
    private PlainSecrets() {}

    /** @throws IllegalStateException naming all of them and what to write instead, never a value */
    static void refuse(Environment environment, Map<String, ConnectionSettings> connections) {
        var faults = new ArrayList<String>();
        connections.forEach((ref, settings) -> {
            if (settings.password() instanceof Secret.Plain) {
                check(environment, "asktrail.connections." + ref + ".password", faults);
            }
            settings.plainSecretOptions()
                    .forEach(
                            option -> check(environment, "asktrail.connections." + ref + ".options." + option, faults));
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Passwords do not belong into a file of settings: %s. Write env:NAME,"
                            .formatted(String.join(", ", faults))
                    + " file:/path or vault:path#key.");
        }
    }

    private static void check(Environment environment, String property, List<String> faults) {
        var name = ConfigurationPropertyName.adapt(property, '.');
        for (var source : ConfigurationPropertySources.get(environment)) {
            var found = source.getConfigurationProperty(name);
            if (found != null) {
                var isPlaceholder = String.valueOf(found.getValue()).matches("\\$\\{[^}]*}");
                if (!isPlaceholder && !"".equals(found.getValue()) && isInSettingsFile(found.getOrigin())) {
                    faults.add("%s (%s)".formatted(property, found.getOrigin()));
                }
                return;
            }
        }
    }

    private static boolean isInSettingsFile(@Nullable Origin origin) {
        if (origin instanceof OriginProvider wrapped && wrapped.getOrigin() != origin) {
            return isInSettingsFile(wrapped.getOrigin());
        }
        if (!(origin instanceof TextResourceOrigin inText) || inText.getResource() == null) {
            return false;
        }
        var file = String.valueOf(inText.getResource().getFilename()).toLowerCase(Locale.ROOT);
        return file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".properties");
    }
}
