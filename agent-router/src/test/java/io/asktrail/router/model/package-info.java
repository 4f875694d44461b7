@NullMarked
package io.asktrail.router.model;

import org.jspecify.annotations.NullMarked;
