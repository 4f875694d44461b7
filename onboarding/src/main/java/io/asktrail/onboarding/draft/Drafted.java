package io.asktrail.onboarding.draft;

import java.util.List;

/** A registry that nobody has looked at yet, and what whoever looks should know. */
public record Drafted(List<DraftedFile> files, Report report) {
    public Drafted {
        files = List.copyOf(files);
    }
}
