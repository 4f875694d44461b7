package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** No password stands in a tool's words: registries are committed, copied and shown. */
final class ToolsHoldNoSecrets implements LintCheck {
    // "password: env:NAME" says where one is kept and may stand.
    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b(password|passwd|pwd|secret|token|api[ _-]?key)\\s*[:=]\\s*(?!(env|file|vault):)\\S+"
                    + "|://[^\\s/@:]+:[^\\s/@]+@");

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.tools().stream()
                .flatMap(tool -> Stream.of(
                                look(tool, "/auth", tool.value().auth()),
                                look(tool, "/purpose", tool.value().purpose()),
                                look(tool, "/freshness", tool.value().freshness()))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> look(Defined<ToolDefinition> tool, String at, @Nullable String text) {
        return text == null || !SECRET.matcher(text).find()
                ? Stream.empty()
                : Stream.of(tool.at(
                        at,
                        "a secret seems to stand here: the connection's settings say where it is kept"
                                + " (env:NAME, file:/path or vault:path#key)"));
    }
}
