/** What the router made of a question: understood, asked back, or out of scope. */
@NullMarked
package io.asktrail.contracts.reading;

import org.jspecify.annotations.NullMarked;
