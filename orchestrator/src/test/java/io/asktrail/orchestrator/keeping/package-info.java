/** What people keep and what operators see, through the addresses of a running orchestrator. */
@NullMarked
package io.asktrail.orchestrator.keeping;

import org.jspecify.annotations.NullMarked;
