/** Needs made claimable, and what is done about them. */
@NullMarked
package org.hehuo.projects;

import org.jspecify.annotations.NullMarked;
