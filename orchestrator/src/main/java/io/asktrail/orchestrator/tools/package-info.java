/** What stands between a run and a tool: kept results, its quota, its breaker, and when a call may be repeated. */
@NullMarked
package io.asktrail.orchestrator.tools;

import org.jspecify.annotations.NullMarked;
