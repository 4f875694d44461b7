package io.asktrail.files.shelf;

import io.asktrail.contracts.file.ExportedFile;

/**
 * What is known of a file, kept beside it, and for a while longer than it: who comes late is told that it was there.
 *
 * @param owner the subject it was written for
 * @param gone whether its owner had it deleted
 */
record About(String owner, ExportedFile file, boolean gone) {}
