package io.asktrail.querying.secret;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.vault.VaultException;
import org.springframework.vault.core.VaultKeyValueOperationsSupport.KeyValueBackend;
import org.springframework.vault.core.VaultOperations;
import org.springframework.web.client.RestClientException;

/** Secrets of Vault's key-value store, version 2, through the client that Spring Cloud Vault sets up and logs in. */
public final class KeyValueSecrets implements VaultSecrets {
    private final Supplier<@Nullable VaultOperations> vault;

    /** @param vault null if none is set up */
    public KeyValueSecrets(Supplier<@Nullable VaultOperations> vault) {
        this.vault = vault;
    }

    @Override
    public String read(Secret.InVault secret) {
        @Nullable VaultOperations client = vault.get();
        if (client == null) {
            throw new SecretUnavailable(
                    "A password is kept in Vault at '%s', and spring.cloud.vault.uri is not set."
                            .formatted(secret.path()),
                    null);
        }
        var slash = secret.path().indexOf('/');
        var mount = secret.path().substring(0, slash);
        var path = secret.path().substring(slash + 1);
        try {
            var found = client.opsForKeyValue(mount, KeyValueBackend.KV_2).get(path);
            @Nullable Map<String, Object> values = found == null ? null : found.getData();
            if (values == null || !(values.get(secret.key()) instanceof String text) || text.isEmpty()) {
                throw new SecretUnavailable(
                        "Vault has no text '%s' at '%s'.".formatted(secret.key(), secret.path()), null);
            }
            return text;
        } catch (VaultException | RestClientException | IllegalStateException e) {
            throw new SecretUnavailable(
                    "Vault does not give what is kept at '%s': it is away, or the login may not read it."
                            .formatted(secret.path()),
                    e);
        }
    }
}
