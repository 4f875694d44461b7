package io.asktrail.cli.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the program that makes tokens is told. */
public record TokenArguments(
        List<String> roles,
        List<String> regions,
        @Nullable String subject,
        @Nullable String ttl) {
    public static final String MAIN_CLASS = "io.asktrail.local.TokenMain";

    public TokenArguments {
        roles = List.copyOf(roles);
        regions = List.copyOf(regions);
    }

    /** As command-line words. */
    public List<String> words() {
        var words = new ArrayList<String>();
        roles.forEach(role -> words.addAll(List.of("--role", role)));
        regions.forEach(region -> words.addAll(List.of("--region", region)));
        if (subject != null) {
            words.addAll(List.of("--sub", subject));
        }
        if (ttl != null) {
            words.addAll(List.of("--ttl", ttl));
        }
        return words;
    }
}
