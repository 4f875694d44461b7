/** Files of answers: what is to be written, and what was. */
@NullMarked
package io.asktrail.contracts.file;

import org.jspecify.annotations.NullMarked;
