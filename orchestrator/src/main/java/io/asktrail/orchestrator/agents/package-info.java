/** The agents as the orchestrator calls them: each call in a span of its own. */
@NullMarked
package io.asktrail.orchestrator.agents;

import org.jspecify.annotations.NullMarked;
