package io.asktrail.cli.launch;

/** How the services run. */
public enum Form {
    LOCAL("io.asktrail.local.LocalMain", "local.jsa", "one process"),
    SPLIT("io.asktrail.local.SplitMain", "split.jsa", "separate processes");

    private final String mainClass;
    private final String archive;
    private final String words;

    Form(String mainClass, String archive, String words) {
        this.mainClass = mainClass;
        this.archive = archive;
        this.words = words;
    }

    String mainClass() {
        return mainClass;
    }

    /** The file in which the JVM of its program keeps the classes that it has loaded: written when the first one ends. */
    String archive() {
        return archive;
    }

    public String words() {
        return words;
    }
}
