/** What those see who keep the service going: from the audit, and from how things stand now. */
@NullMarked
package io.asktrail.orchestrator.operations;

import org.jspecify.annotations.NullMarked;
