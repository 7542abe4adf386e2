package org.hehuo.evaluations;

import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** The port to things whose result people may rate; a feature with such things implements it. */
public interface Rateable {

    /** The kind of its things, as in {@code Ref}. */
    String kind();

    /**
     * Whether its result may be rated now.
     *
     * @throws Problem {@code not_found} for what the caller may not see
     */
    boolean isOpenForRating(String id, Caller caller);

    /** Whether it concerns the person: author, supporter, or one who took part. */
    boolean concerns(String id, UUID person);

    /** Those whose names are kept from others in what concerns it. */
    Set<UUID> unnamed(String id);

    /** A refusal that says in which state it is and what this caller may do with it now. */
    Problem refusal(ApiError error, String id, Caller caller);

    /** The area whose staff reads the comments. */
    String areaOf(String id);
}
