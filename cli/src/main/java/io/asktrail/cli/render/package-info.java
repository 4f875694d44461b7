/** Answers as text: tables, numbers, paragraphs, as wide as the terminal. */
@NullMarked
package io.asktrail.cli.render;

import org.jspecify.annotations.NullMarked;
