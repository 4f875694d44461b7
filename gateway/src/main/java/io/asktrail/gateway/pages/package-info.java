/** What browsers are served: the web page's files, and the description of the API with pages to read it. */
@NullMarked
package io.asktrail.gateway.pages;

import org.jspecify.annotations.NullMarked;
