@org.jspecify.annotations.NullMarked
package io.asktrail.guardrails.saying;
