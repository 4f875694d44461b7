package io.asktrail.onboarding.draft;

/**
 * One file of a draft.
 *
 * @param path inside the registry's folder, with {@code /} between folders
 */
public record DraftedFile(String path, String text) {}
