package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.launch.Installation;
import io.asktrail.cli.launch.JavaProgram;
import io.asktrail.cli.service.TokenArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom a question is asked: the holder of a token, somebody with the given rights, else the local owner.
 *
 * @param token itself, or a file that holds it
 */
record Identity(@Nullable String token, List<String> roles, List<String> regions) {
    Identity {
        roles = List.copyOf(roles);
        regions = List.copyOf(regions);
        if (roles.isEmpty() != regions.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.USAGE,
                    "Give --role and --region together, e.g. --role analyst --region Delhi (or --region '*' for all).");
        }
    }

    String tokenFor(Installation installation) {
        if (!roles.isEmpty()) {
            return new JavaProgram(installation, TokenArguments.MAIN_CLASS, "64m")
                    .read(new TokenArguments(roles, regions, null, null).words());
        }
        return given().orElseGet(() -> ofOwner(installation));
    }

    /** For a gateway that is not ours. */
    String tokenElsewhere() {
        return given().orElseThrow(() -> new CliFailure(
                ExitCodes.UNREACHABLE, "Another gateway wants a token: give --token or set ASKTRAIL_TOKEN."));
    }

    private Optional<String> given() {
        return Optional.ofNullable(token).map(text -> inFile(text).orElse(text)).map(String::strip);
    }

    private static Optional<String> inFile(String name) {
        try {
            var file = Path.of(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (InvalidPathException notAFile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.USAGE, "The token file %s cannot be read.".formatted(name), e);
        }
    }

    private static String ofOwner(Installation installation) {
        var token = installation.text(installation.run("owner.token"));
        if (token.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.UNREACHABLE,
                    "The local owner's token is missing: ./asktrail down and ask again, and a new one is made.");
        }
        return token;
    }
}
