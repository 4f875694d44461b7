/**
 * Faults injected between a whole orchestrator and its agents, over real HTTP and a real PostgreSQL. Every one is run
 * twice: with the protection it proves, and with that protection switched off, when the damage must be done.
 */
@NullMarked
package io.asktrail.orchestrator.faults;

import org.jspecify.annotations.NullMarked;
