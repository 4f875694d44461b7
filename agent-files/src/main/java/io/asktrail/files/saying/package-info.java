/** What a file says beside its rows, with one file of sentences a language. */
@NullMarked
package io.asktrail.files.saying;

import org.jspecify.annotations.NullMarked;
