package org.hehuo.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;
import org.jspecify.annotations.Nullable;

/** Scenes in the order of their time. One that the product cannot play, or that breaks a rule, is left out and counted. */
final class DemoScript {
    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /** @param to the state in which something is afterwards, if it is a step of its life */
    private record Scene(Instant at, @Nullable String to, Runnable play) {

        /** The story tells of a step that the product takes by itself, with the step before. */
        boolean isPlayedAlready(Problem problem) {
            return problem.error() == ApiError.WRONG_STATE && Objects.equals(to, problem.state());
        }
    }

    void add(Instant at, Runnable play) {
        step(at, null, play);
    }

    void step(Instant at, @Nullable String to, Runnable play) {
        scenes.add(new Scene(at, to, play));
    }

    /** Plays all that happened before now; returns how many scenes were played. */
    int play(Time time) {
        int played = 0;
        scenes.sort(Comparator.comparing(Scene::at));
        for (var scene : scenes) {
            try {
                time.at(scene.at, scene.play);
                played++;
            } catch (Problem problem) {
                if (!scene.isPlayedAlready(problem)) leaveOut(problem.getMessage() + " " + problem.state());
            } catch (Unplayable e) {
                leaveOut(e.getMessage());
            }
        }
        return played;
    }

    private void leaveOut(@Nullable String why) {
        leftOut.merge(Objects.requireNonNullElse(why, "?"), 1, Integer::sum);
    }

    Map<String, Integer> leftOut() {
        return leftOut;
    }
}
