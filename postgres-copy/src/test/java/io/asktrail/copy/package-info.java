@org.jspecify.annotations.NullMarked
package io.asktrail.copy;
