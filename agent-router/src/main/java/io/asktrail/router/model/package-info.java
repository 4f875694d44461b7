/**
 * A language model that is asked where the rules leave words over; off unless one is set. It says which part of a task
 * each word stands for; days, names and numbers stay those that the question has.
 */
@NullMarked
package io.asktrail.router.model;

import org.jspecify.annotations.NullMarked;
