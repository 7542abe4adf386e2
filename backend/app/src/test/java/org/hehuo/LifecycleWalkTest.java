package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hehuo.ATopic.TopicLife;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every verb over HTTP: in each state that can be reached, as everybody. What is right stands in
 * {@code lifecycles.txt}, written from the domain and not from the code.
 */
@RealTest
class LifecycleWalkTest {
    private static final List<String> CAST =
            List.of("", "resident1", "resident2", "staff1", "street1", "staff2", "partner1", "partner2", "admin1");
    private static final List<String> SIGNED_IN = CAST.subList(1, CAST.size());
    private static final Map<String, String> PARTS = Map.of(
            "author", "resident1",
            "staff", "staff1",
            "street", "street1",
            "holder", "partner1",
            "district", "admin1");
    private static final Map<String, Map<String, ?>> BODIES = Map.ofEntries(
            Map.entry("decline", Map.of("reason", "不属于社区职责。")),
            Map.entry("resolve", Map.of("outcome", "answered", "text", "已答复。")),
            Map.entry("reopen", Map.of("text", "灯又坏了。")),
            Map.entry("ask", Map.of("question", "是哪一盏灯？")),
            Map.entry("answer", Map.of("text", "三单元二楼的。")),
            Map.entry("appeal", Map.of("text", "楼道是公用的。")),
            Map.entry("transfer", Map.of("areaCode", Town.ELSEWHERE, "reason", "灯在隔壁社区。")),
            Map.entry("hide", Map.of("reason", "含有他人隐私。")),
            Map.entry("send-back", Map.of("reason", "还差两盏。")),
            Map.entry("cancel", Map.of("reason", "改由物业处理。")),
            Map.entry("reject", Map.of("reason", "这次请了别家。")),
            Map.entry("withdraw", Map.of("reason", "人手不够。")),
            Map.entry("report-completion", AProject.completion()));

    /** Whether somebody sees things of a kind in a state: asked once. */
    private static final Map<String, Boolean> VISIBLE = new ConcurrentHashMap<>();

    /** A line of the text: what may be done, when, to what end, by which accounts. */
    record Row(String kind, String verb, Set<String> from, String to, Set<String> who) {
        static Row parse(String line) {
            String[] parts = line.split("\\|", -1);
            String[] name = parts[0].strip().split(" ");
            return new Row(name[0], name[1], words(parts[1]), parts[2].strip(), accounts(parts[3]));
        }

        private static Set<String> words(String text) {
            return Arrays.stream(text.strip().split(" +"))
                    .filter(w -> !w.isEmpty())
                    .collect(Collectors.toSet());
        }

        private static Set<String> accounts(String text) {
            return words(text).stream()
                    .flatMap(part -> part.equals("everybody") ? SIGNED_IN.stream() : Stream.of(PARTS.get(part)))
                    .collect(Collectors.toSet());
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/lifecycles.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::parse);
    }

    static Stream<String> kinds() throws IOException {
        return rows().map(Row::kind).distinct();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aVerbDoesWhatTheDomainSaysAndNothingElse(Row row) {
        Together.few(List.copyOf(states(row.kind).entrySet()), state -> {
            String thing = state.getValue().apply(state.getKey());
            for (String account : CAST) {
                boolean done = knock(row, state.getKey(), thing, new Persona(account));
                if (done) thing = state.getValue().apply(state.getKey());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsOfferedIsWhatIsAllowed(String kind) throws IOException {
        var rows = rows().filter(row -> row.kind.equals(kind)).toList();
        for (var state : states(kind).entrySet()) {
            String thing = state.getValue().apply(state.getKey());
            for (String account : CAST) {
                var seen = new Persona(account).get("/" + kind + "s/{id}", thing);
                if (seen.statusCode() == 404) continue;
                var expected = rows.stream()
                        .filter(r -> r.who.contains(account) && r.from.contains(state.getKey()))
                        .map(Row::verb)
                        .collect(Collectors.toCollection(TreeSet::new));
                var offered = new TreeSet<>(seen.jsonPath().getList("allowedActions", String.class));
                offered.removeAll(Set.of("edit", "claim", "add-progress", "report", "reassign"));
                assertEquals(expected, offered, account + " on " + kind + " in " + state.getKey());
            }
        }
    }

    /** @return whether the thing is another one now */
    private static boolean knock(Row row, String state, String thing, Persona who) {
        String cell = who.account() + " → " + row.verb + " on " + row.kind + " in " + state;
        var answer = act(row, who, thing);
        if (!row.who.contains(who.account()) || isNobodys(row, state, who)) {
            assertEquals(refusal(row, state, thing, who), answer.statusCode(), cell);
            return false;
        }
        if (!row.from.contains(state)) {
            assertEquals(409, answer.statusCode(), cell);
            var seen = who.get("/" + row.kind + "s/{id}", thing).jsonPath();
            assertEquals(seen.getString("state"), answer.path("state"), cell);
            assertEquals(seen.getList("allowedActions"), answer.path("allowedActions"), cell);
            return false;
        }
        assertEquals(200, answer.statusCode(), () -> cell + "\n" + answer.asString());
        assertEquals(row.to.equals("=") ? state : row.to, answer.path("state"), cell);
        return true;
    }

    /** Before it is claimed and after it was cancelled nobody holds a project. */
    private static boolean isNobodys(Row row, String state, Persona who) {
        boolean unheld = Set.of("draft", "open", "cancelled").contains(state);
        return row.kind.equals("project") && who.account().equals(PARTS.get("holder")) && unheld;
    }

    /** What is visible is forbidden; what is not answers like what is not there. */
    private static int refusal(Row row, String state, String thing, Persona who) {
        if (who.account().isEmpty()) return 401;
        boolean visible = VISIBLE.computeIfAbsent(
                row.kind + state + who,
                key -> who.get("/" + row.kind + "s/{id}", thing).statusCode() == 200);
        return visible ? 403 : act(row, who, missing(row.kind)).statusCode();
    }

    private static String missing(String kind) {
        return switch (kind) {
            case "topic" -> "T-2026-999999";
            case "project" -> "P-2026-999999";
            default -> "00000000-0000-7000-8000-000000000000";
        };
    }

    private static Response act(Row row, Persona who, String thing) {
        Map<String, ?> body = row.verb.equals("assign")
                ? Map.of("personId", new Persona("staff1").id())
                : BODIES.getOrDefault(row.verb, Map.of());
        if (row.kind.equals("topic") && row.verb.equals("withdraw")) body = Map.of();
        if (row.verb.equals("supervise"))
            body = Map.of("dueDate", LocalDate.now(Realm.ZONE).plusDays(30).toString(), "text", "请月底前办好。");
        if (row.verb.equals("merge")) body = Map.of("intoId", aTopic().accepted());
        return who.post("/" + row.kind + "s/{id}/" + row.verb, body, thing);
    }

    /** Each state with what brings a thing into it. */
    private static Map<String, Function<String, String>> states(String kind) {
        Town.settle();
        var states = new LinkedHashMap<String, Function<String, String>>();
        switch (kind) {
            case "topic" ->
                Arrays.stream(TopicLife.values()).forEach(life -> states.put(word(life), state -> aTopic().in(life)));
            case "project" ->
                Arrays.stream(AProject.ProjectLife.values())
                        .forEach(life ->
                                states.put(word(life), state -> aProject().in(life)));
            default -> Arrays.stream(AClaim.values()).forEach(life -> states.put(word(life), state -> life.made()));
        }
        assertTrue(states.size() > 3);
        return states;
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
