@org.jspecify.annotations.NullMarked
package io.asktrail.service.presence;
