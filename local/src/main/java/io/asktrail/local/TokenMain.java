package io.asktrail.local;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.gateway.login.LocalTokens;
import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a token: {@code --role ROLE… --region REGION… [--sub SUB] [--ttl HOURS|PT8H]}. It is signed with the key of this
 * home, or with that in the file {@code ASKTRAIL_LOGIN_KEY}.
 */
public final class TokenMain {
    private TokenMain() {}

    public static void main(String[] args) {
        try {
            System.out.println(new Options().read(args).mint(loginKey(System.getenv())));
        } catch (LocalFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        }
    }

    private static Path loginKey(Map<String, String> environment) {
        var named = environment.get("ASKTRAIL_LOGIN_KEY");
        return named == null ? Home.from(environment).prepare().loginKey() : Path.of(named);
    }

    private static final class Options {
        private static final int MAX_HOURS = 24 * 31;

        private final List<Role> roles = new ArrayList<>();
        private final List<String> regions = new ArrayList<>();
        private String sub = "local-user";
        private long hours = 12;

        Options read(String[] args) {
            for (var i = 0; i < args.length; i += 2) {
                if (i + 1 == args.length) {
                    throw new LocalFailure("%s needs a value.".formatted(args[i]));
                }
                option(args[i], args[i + 1]);
            }
            return this;
        }

        private void option(String name, String value) {
            switch (name) {
                case "--role" -> roles.add(role(value));
                case "--region" -> regions.add(value);
                case "--sub" -> sub = value;
                case "--ttl" -> hours = hours(value);
                default -> throw new LocalFailure("There is no option %s.".formatted(name));
            }
        }

        private static Role role(String text) {
            try {
                return Role.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new LocalFailure(
                        "There is no role '%s': use viewer, analyst, manager or admin.".formatted(text), unknown);
            }
        }

        private static long hours(String text) {
            try {
                var hours = text.startsWith("P") ? Duration.parse(text).toHours() : Long.parseLong(text);
                return Math.clamp(hours, 1, MAX_HOURS);
            } catch (NumberFormatException | DateTimeParseException notATime) {
                throw new LocalFailure("--ttl takes hours, such as 8 or PT8H, not '%s'.".formatted(text), notATime);
            }
        }

        String mint(Path loginKey) {
            var caller = new Caller(sub, roles, regions, List.of(), List.of());
            return LocalTokens.open(loginKey, Clock.systemUTC()).mint(caller, Duration.ofHours(hours));
        }
    }
}
