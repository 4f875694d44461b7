@org.jspecify.annotations.NullMarked
package io.asktrail.orchestrator.saying;
