/** Registry files as text: where they lie, what their YAML says, on which line it stands, whether the shape is right. */
@NullMarked
package io.asktrail.registry.file;

import org.jspecify.annotations.NullMarked;
