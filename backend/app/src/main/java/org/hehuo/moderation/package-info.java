/** Posts that should not stand: reported by readers, or held by the product until somebody has looked at them. */
@NullMarked
package org.hehuo.moderation;

import org.jspecify.annotations.NullMarked;
