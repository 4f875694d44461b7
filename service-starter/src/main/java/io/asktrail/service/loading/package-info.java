/** What commands that load files share: where they write, what they tell while they work, how they see text. */
@NullMarked
package io.asktrail.service.loading;

import org.jspecify.annotations.NullMarked;
