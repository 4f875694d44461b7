@org.jspecify.annotations.NullMarked
package io.asktrail.insights.saying;
