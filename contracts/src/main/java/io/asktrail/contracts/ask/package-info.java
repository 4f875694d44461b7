/** What a client sends when it asks in words. */
@NullMarked
package io.asktrail.contracts.ask;

import org.jspecify.annotations.NullMarked;
