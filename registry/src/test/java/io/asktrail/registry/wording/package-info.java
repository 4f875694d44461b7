@org.jspecify.annotations.NullMarked
package io.asktrail.registry.wording;
