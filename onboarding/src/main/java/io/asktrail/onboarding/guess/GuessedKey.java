package io.asktrail.onboarding.guess;

import io.asktrail.live.LiveName;

/**
 * A column here that names one row there.
 *
 * @param declared whether the database says so itself
 */
public record GuessedKey(String column, LiveName references, String referencedColumn, boolean declared, String why) {}
