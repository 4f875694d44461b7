/** Databases of tests, in the server that all tests of a JVM share. */
@NullMarked
package io.asktrail.testkit.database;

import org.jspecify.annotations.NullMarked;
