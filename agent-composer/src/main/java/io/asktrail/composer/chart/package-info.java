/** The picture: a Vega-Lite specification chosen by the shape of the data. */
@NullMarked
package io.asktrail.composer.chart;

import org.jspecify.annotations.NullMarked;
