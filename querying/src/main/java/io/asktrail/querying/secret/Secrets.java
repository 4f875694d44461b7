package io.asktrail.querying.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fetches secrets from where they are kept, anew each time: what was rotated is found at the next login. */
public final class Secrets {
    private static final long MOST_BYTES = 64 * 1024;

    private final UnaryOperator<@Nullable String> environment;
    private final Optional<VaultSecrets> vault;

    /** @param environment the value of a variable, null if it is not set */
    public Secrets(UnaryOperator<@Nullable String> environment, Optional<VaultSecrets> vault) {
        this.environment = environment;
        this.vault = vault;
    }

    /** Those of this process, its files, and Vault if it is set up. */
    public static Secrets ofThisProcess(Optional<VaultSecrets> vault) {
        return new Secrets(System::getenv, vault);
    }

    /** @throws SecretUnavailable naming the place, never the value */
    public String read(Secret secret) {
        return switch (secret) {
            case Secret.Plain(var text) -> text;
            case Secret.InEnvironment(var name) -> inEnvironment(name);
            case Secret.InFile(var file) -> inFile(file);
            case Secret.InVault inVault ->
                vault.orElseThrow(() -> new SecretUnavailable(
                                "A password is kept in Vault at '%s', and Vault is not set up: build with -Pvault and set"
                                                .formatted(inVault.path())
                                        + " spring.cloud.vault.uri and a way to log in.",
                                null))
                        .read(inVault);
        };
    }

    private String inEnvironment(String name) {
        @Nullable String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new SecretUnavailable(
                    "A password is kept in the environment variable %s, which is not set.".formatted(name), null);
        }
        return value;
    }

    // Editors and echo end a file with a line end, which belongs to no password.
    private static String inFile(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SecretUnavailable(
                        "A password is kept in the file %s, which is too large for one.".formatted(file), null);
            }
            var text = Files.readString(file).replaceFirst("\\R\\z", "");
            if (text.isEmpty()) {
                throw new SecretUnavailable("A password is kept in the file %s, which is empty.".formatted(file), null);
            }
            return text;
        } catch (IOException e) {
            throw new SecretUnavailable("A password is kept in the file %s, which cannot be read.".formatted(file), e);
        }
    }
}
