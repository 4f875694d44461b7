/** Tests of the public API's document. */
@NullMarked
package io.asktrail.orchestrator.document;

import org.jspecify.annotations.NullMarked;
