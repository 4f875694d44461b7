/** Asynchronous reports: what may be asked, how one comes to be, and its rows. */
@NullMarked
package io.asktrail.demo.sandbox.report;

import org.jspecify.annotations.NullMarked;
