package org.hehuo.topics;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.security.Caller;

/** The port to what grew from a topic, which a higher feature knows. */
public interface TopicLinks {

    /** A project that grew from the topic. */
    @Schema(name = "ProjectLink")
    record Link(
            @Schema(required = true) String id,
            @Schema(required = true) String title,

            @Schema(required = true, examples = "in_progress")
            String state) {}

    /** Those that this caller may see, oldest first. */
    List<Link> projectsOf(String topicId, Caller caller);

    /** Ids of the topics from which grew what these partners hold or have delivered. */
    Set<String> carriedBy(Set<String> partners);
}
