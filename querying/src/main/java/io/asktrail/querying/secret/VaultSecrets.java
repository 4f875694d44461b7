package io.asktrail.querying.secret;

/** Values in HashiCorp Vault. */
@FunctionalInterface
public interface VaultSecrets {
    /** @throws SecretUnavailable saying what is wrong, never the value */
    String read(Secret.InVault secret);
}
