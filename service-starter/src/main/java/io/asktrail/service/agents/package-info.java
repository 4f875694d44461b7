/** The agents of other processes, by their addresses. */
@NullMarked
package io.asktrail.service.agents;

import org.jspecify.annotations.NullMarked;
