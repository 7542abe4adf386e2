/** Cloud topics: what residents say, the thread beneath, and what became of it. */
@NullMarked
package org.hehuo.topics;

import org.jspecify.annotations.NullMarked;
