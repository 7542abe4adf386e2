package org.hehuo.projects;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.hehuo.partners.Level;
import org.jspecify.annotations.Nullable;

/** The port to the claims on projects, which a higher feature knows. Each call joins the transaction that it is made in. */
public interface Undertakings {

    /** A partner that holds a project. */
    @Schema(name = "Holder")
    record Holder(
            @Schema(required = true) Identified partner,
            @Schema(required = true) String claimId,
            @Schema(required = true) Instant since,
            @Nullable Instant begunAt,

            @Schema(description = "When it said that its part is done") @Nullable
            Instant reportedAt) {}

    /** By project; for all rows of a list at once. */
    Map<String, List<Holder>> holders(Collection<String> projectIds);

    /** Ids of the projects that the partners hold or have delivered; the newest 1,000. */
    Set<String> carriedBy(Collection<String> partnerIds);

    /** Ids of all partners that stand behind the project, holding or waiting. */
    Set<String> partnersBehind(String projectId);

    /** Those of the partners whose credit has not reached the level. */
    Set<String> below(Level level, Collection<String> partnerIds);

    /** The partner has begun. */
    void begin(String projectId, String partnerId);

    /** Whether another partner has said that its part is done. */
    boolean isReportedByOthers(String projectId, String partnerId);

    /**
     * The partner says that its part is done.
     *
     * @return whether all who hold the project have said so
     */
    boolean report(String projectId, String partnerId);

    /** What was reported is not enough yet. */
    void sendBack(String projectId);

    /** The result was accepted: claims are fulfilled, who waits or was not chosen is let go. */
    void fulfil(String projectId);

    /** The project will not be: every claim is let go, without a mark. */
    void letGo(String projectId);
}
