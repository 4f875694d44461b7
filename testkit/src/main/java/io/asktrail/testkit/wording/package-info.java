/** Looks at the sentences that modules say to people. */
@NullMarked
package io.asktrail.testkit.wording;

import org.jspecify.annotations.NullMarked;
