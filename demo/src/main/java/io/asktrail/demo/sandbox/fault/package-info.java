/** What can be made to go wrong. */
@NullMarked
package io.asktrail.demo.sandbox.fault;

import org.jspecify.annotations.NullMarked;
