/** The trace that runs through all processes of one question. */
@NullMarked
package io.asktrail.service.tracing;

import org.jspecify.annotations.NullMarked;
