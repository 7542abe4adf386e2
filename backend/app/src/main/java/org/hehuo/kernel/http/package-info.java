/** What holds for every request: strict input, ETags, idempotency, headers, the contract. */
@NullMarked
package org.hehuo.kernel.http;

import org.jspecify.annotations.NullMarked;
