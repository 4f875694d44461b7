/** The web page as people use it: in a real Chromium, against the running product. */
@NullMarked
package io.asktrail.evals.page;

import org.jspecify.annotations.NullMarked;
