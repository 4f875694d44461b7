/** What comes in and goes out over HTTP, apart from the server that carries it. */
@NullMarked
package io.asktrail.demo.sandbox.http;

import org.jspecify.annotations.NullMarked;
