package io.asktrail.cli.launch;

/** How the services run. */
public enum Form {
    LOCAL("io.asktrail.local.LocalMain", "one process"),
    SPLIT("io.asktrail.local.SplitMain", "separate processes");

    private final String mainClass;
    private final String words;

    Form(String mainClass, String words) {
        this.mainClass = mainClass;
        this.words = words;
    }

    String mainClass() {
        return mainClass;
    }

    public String words() {
        return words;
    }
}
