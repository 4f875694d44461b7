package io.asktrail.cli.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, and as whom. A password is never among the words: others on the machine could read it. */
final class DatabaseOptions {
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Its address: jdbc:postgresql://host:port/database; for drift also a folder of files"
                    + " (jdbc:duckdb:/folder) or Trino (jdbc:trino://host:port/catalog).")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", description = "Else ASKTRAIL_JDBC_USER.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds the password; else ASKTRAIL_JDBC_PASSWORD.")
    private @Nullable String passwordFile;

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "What the registry calls the connection; default: warehouse.")
    private @Nullable String connection;

    /** As the programs take them. */
    List<String> words() {
        var words = new ArrayList<String>();
        add(words, "--jdbc-url", url);
        add(words, "--user", user);
        add(words, "--password-file", passwordFile);
        add(words, "--connection", connection);
        return words;
    }

    static void add(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name);
            words.add(value);
        }
    }
}
