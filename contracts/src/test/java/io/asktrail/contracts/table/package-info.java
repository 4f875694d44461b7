@org.jspecify.annotations.NullMarked
package io.asktrail.contracts.table;
