package org.hehuo.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;

/** Scenes in the order of their time. One that the product cannot play, or that breaks a rule, is left out and counted. */
final class DemoScript {
    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    private record Scene(Instant at, Runnable play) {}

    void add(Instant at, Runnable play) {
        scenes.add(new Scene(at, play));
    }

    /** Plays all that happened before now; returns how many scenes were played. */
    int play(Time time) {
        int played = 0;
        scenes.sort(Comparator.comparing(Scene::at));
        for (var scene : scenes) {
            try {
                time.at(scene.at, scene.play);
                played++;
            } catch (Problem | Unplayable e) {
                leftOut.merge(e.getMessage(), 1, Integer::sum);
            }
        }
        return played;
    }

    Map<String, Integer> leftOut() {
        return leftOut;
    }
}
