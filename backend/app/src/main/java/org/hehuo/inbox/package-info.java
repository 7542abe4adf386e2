/** What waits for a community worker: how much lies in each tray, the numbers of the day, and what they look for again and again. */
@NullMarked
package org.hehuo.inbox;

import org.jspecify.annotations.NullMarked;
