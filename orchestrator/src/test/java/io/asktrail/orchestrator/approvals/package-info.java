@NullMarked
package io.asktrail.orchestrator.approvals;

import org.jspecify.annotations.NullMarked;
