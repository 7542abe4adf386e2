/** The joint meeting, and the rounds in which its projects are claimed. */
@NullMarked
package org.hehuo.meetings;

import org.jspecify.annotations.NullMarked;
