/** Words in the reader's language, and clean text from anybody. */
@NullMarked
package org.hehuo.kernel.text;

import org.jspecify.annotations.NullMarked;
