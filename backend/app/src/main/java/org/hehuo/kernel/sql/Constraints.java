package org.hehuo.kernel.sql;

import java.util.Map;
import org.hehuo.kernel.problem.ApiError;

/** A feature's word on what it means when one of its table's constraints refuses a write. An unmapped one is a bug (500). */
public interface Constraints {

    /** By constraint name. */
    Map<String, ApiError> meanings();
}
