/** Finds and masks what belongs to a person: mail, phone, PAN, Aadhaar, GSTIN, cards. */
@NullMarked
package io.asktrail.personal;

import org.jspecify.annotations.NullMarked;
