package org.hehuo.notifications;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** Asks each feature for the titles of its things. */
@ApplicationScoped
public class Titles {
    final List<Titled> features;

    Titles(@All List<Titled> features) {
        this.features = features;
    }

    public Map<Ref, String> of(Collection<Ref> things, Caller caller) {
        var titles = new HashMap<Ref, String>();
        for (var feature : features) {
            var ids = things.stream()
                    .filter(t -> t.kind().equals(feature.kind()))
                    .map(Ref::id)
                    .collect(Collectors.toSet());
            if (ids.isEmpty()) continue;
            feature.titles(ids, caller).forEach((id, title) -> titles.put(new Ref(feature.kind(), id), title));
        }
        return titles;
    }

    /** What has no title of its own is called like another thing: by its id. */
    public Map<String, String> like(Map<String, Ref> others, Caller caller) {
        var known = of(others.values(), caller);
        var titles = new HashMap<String, String>();
        others.forEach((id, other) -> {
            if (known.containsKey(other)) titles.put(id, known.get(other));
        });
        return titles;
    }

    /** The thing with this id, whatever its kind. */
    Ref find(String id, Caller caller) {
        return features.stream()
                .filter(Titled::canBeFollowed)
                .filter(f -> f.titles(List.of(id), caller).containsKey(id))
                .findFirst()
                .map(f -> new Ref(f.kind(), id))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
    }
}
