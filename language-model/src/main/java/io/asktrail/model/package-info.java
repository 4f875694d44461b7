/** A language model behind OpenAI's chat completions: asked in a strict form, priced, and left alone while it is down. */
@NullMarked
package io.asktrail.model;

import org.jspecify.annotations.NullMarked;
