/** Applications (入伙申请): how an organisation becomes a partner. */
@NullMarked
package org.hehuo.applications;

import org.jspecify.annotations.NullMarked;
