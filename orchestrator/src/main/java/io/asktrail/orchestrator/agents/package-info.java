/** The agents as they are reached: as beans of this process or by HTTP. */
@NullMarked
package io.asktrail.orchestrator.agents;

import org.jspecify.annotations.NullMarked;
