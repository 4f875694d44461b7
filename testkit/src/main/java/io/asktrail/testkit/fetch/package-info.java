/** What the tests of data agents ask, and what they got. */
@NullMarked
package io.asktrail.testkit.fetch;

import org.jspecify.annotations.NullMarked;
