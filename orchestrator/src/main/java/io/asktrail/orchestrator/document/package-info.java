/** The public API as a document: what a client made of it may send, and what it is given. */
@NullMarked
package io.asktrail.orchestrator.document;

import org.jspecify.annotations.NullMarked;
