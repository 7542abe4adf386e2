/** What residents may do about a decision that they do not accept. */
@NullMarked
package org.hehuo.moderation;

import org.jspecify.annotations.NullMarked;
