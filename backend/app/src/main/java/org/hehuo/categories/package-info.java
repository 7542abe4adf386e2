/** What topics, projects and capabilities are about: two levels of categories in four fields, with promised days. */
@NullMarked
package org.hehuo.categories;

import org.jspecify.annotations.NullMarked;
