/** Where callers come in and answers go out. It checks who asks, how often and how much, and knows no metric. */
@NullMarked
package io.asktrail.gateway;

import org.jspecify.annotations.NullMarked;
