/** Pictures: taken in, made safe and small, kept, and shown to whom they may be shown. */
@NullMarked
package org.hehuo.media;

import org.jspecify.annotations.NullMarked;
