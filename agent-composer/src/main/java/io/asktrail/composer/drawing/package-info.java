/** Pictures on the server: the same record that Vega-Lite is written from, drawn as PNG or SVG. */
@NullMarked
package io.asktrail.composer.drawing;

import org.jspecify.annotations.NullMarked;
