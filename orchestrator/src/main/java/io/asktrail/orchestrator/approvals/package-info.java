/** What needs somebody else's consent: asked for, decided, and held to what was consented to. */
@NullMarked
package io.asktrail.orchestrator.approvals;

import org.jspecify.annotations.NullMarked;
