/** What to look at next in a diagnosis, by playbooks: files that say which questions lead from what was seen. */
@NullMarked
package io.asktrail.planner.playbook;

import org.jspecify.annotations.NullMarked;
