/** What tests of several modules share: the architecture's rules, and the product started as its users start it. */
@NullMarked
package io.asktrail.testkit;

import org.jspecify.annotations.NullMarked;
