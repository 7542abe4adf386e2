package org.hehuo.imports;

import static java.util.Objects.requireNonNullElse;
import static org.hehuo.imports.ImportField.AREA;
import static org.hehuo.imports.ImportField.CONTACT_NAME;
import static org.hehuo.imports.ImportField.CONTACT_PHONE;
import static org.hehuo.imports.ImportField.CREDIT_CODE;
import static org.hehuo.imports.ImportField.INTRO;
import static org.hehuo.imports.ImportField.JOINED_ON;
import static org.hehuo.imports.ImportField.KIND;
import static org.hehuo.imports.ImportField.NAME;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.imports.Finding.Verdict;
import org.hehuo.imports.Plan.Change;
import org.hehuo.imports.Plan.Fate;
import org.hehuo.imports.TableFile.Line;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.partners.Contact;
import org.hehuo.partners.Kind;
import org.hehuo.partners.PartnerDirectory;
import org.hehuo.partners.PartnerDirectory.Known;
import org.hehuo.partners.PartnerEntry;
import org.jspecify.annotations.Nullable;

/** Works out what an import would do. It changes nothing, and says the same each time while the directory stays as it is. */
@ApplicationScoped
class Planner {
    private static final String SEPARATORS = "[；;、，,]";

    final PartnerDirectory directory;
    final Areas areas;
    final WorkCalendars calendars;
    final Time time;

    Planner(PartnerDirectory directory, Areas areas, WorkCalendars calendars, Time time) {
        this.directory = directory;
        this.areas = areas;
        this.calendars = calendars;
        this.time = time;
    }

    /** A row's meaning, before it is held against others. */
    private record Read(
            Line line,
            Cells cells,
            String name,
            @Nullable String code,
            @Nullable Kind kind,
            List<String> areas,
            String contactName,
            String phone,
            String intro,
            @Nullable LocalDate joinedOn) {

        String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    Plan plan(Draft draft) {
        var read = new ArrayList<Read>();
        var byName = areas.codesByName();
        var today = calendars.dayOf(time.instant());
        String areaAbove = "";
        for (var line : draft.body()) {
            var cells = new Cells(draft.cellsOf(line));
            read.add(read(line, cells, byName, areaAbove, today));
            if (cells.has(AREA))
                areaAbove = draft.cellsOf(line).getOrDefault(AREA, "").strip();
        }
        var known = new Directory(directory.known(
                read.stream().map(Read::code).filter(Objects::nonNull).toList(),
                read.stream().map(Read::name).toList()));
        var codes = new HashMap<String, Read>();
        var names = new HashMap<String, Read>();
        var rows = new ArrayList<Plan.Row>();
        for (var each : read) {
            var sameCode = each.code == null ? null : codes.putIfAbsent(each.code, each);
            var sameName = each.name.isEmpty() ? null : names.putIfAbsent(each.key(), each);
            rows.add(judge(each, sameCode, sameName, known, today));
        }
        return new Plan(rows);
    }

    private static Read read(
            Line line, Cells cells, Map<String, List<String>> byName, String areaAbove, LocalDate today) {
        String name = cells.required(NAME);
        String code = cells.creditCode();
        var kind = cells.kind();
        var areas = areas(cells, byName, areaAbove);
        String contact = cells.text(CONTACT_NAME);
        String phone = cells.phone();
        if (!contact.isEmpty() && !cells.has(CONTACT_PHONE)) cells.say(CONTACT_PHONE, Verdict.REJECT, "required");
        return new Read(line, cells, name, code, kind, areas, contact, phone, cells.text(INTRO), cells.joinedOn(today));
    }

    /** Several stand one behind the other, as in an export. */
    private static List<String> areas(Cells cells, Map<String, List<String>> byName, String above) {
        if (!cells.has(AREA) && !above.isEmpty()) {
            cells.say(AREA, Verdict.ASK, "blank_below", above, above);
            return List.of();
        }
        String names = cells.required(AREA);
        var written = Arrays.stream(names.split(SEPARATORS))
                .filter(name -> !name.isBlank())
                .toList();
        if (written.isEmpty() && !names.isEmpty()) cells.say(AREA, Verdict.REJECT, "area");
        return written.stream()
                .flatMap(name -> {
                    var codes = byName.getOrDefault(name.strip(), List.of());
                    if (codes.isEmpty()) cells.say(AREA, Verdict.REJECT, "area");
                    if (codes.size() > 1) cells.say(AREA, Verdict.ASK, "area_ambiguous", String.join(", ", codes));
                    return codes.stream().limit(1);
                })
                .distinct()
                .toList();
    }

    /** The entries that the rows may be about. */
    private static final class Directory {
        private final Map<String, Known> byCode = new HashMap<>();
        private final Map<String, Known> byName = new HashMap<>();

        Directory(List<Known> all) {
            for (var each : all) {
                if (each.entry().creditCode() != null) byCode.put(each.entry().creditCode(), each);
                byName.put(each.entry().name().toLowerCase(Locale.ROOT), each);
            }
        }

        @Nullable
        Known withCode(@Nullable String code) {
            return code == null ? null : byCode.get(code);
        }

        @Nullable
        Known named(String name) {
            return byName.get(name.toLowerCase(Locale.ROOT));
        }
    }

    private static Plan.Row judge(
            Read read, @Nullable Read sameCode, @Nullable Read sameName, Directory directory, LocalDate today) {
        var cells = read.cells;
        boolean doubled = false;
        if (sameCode != null) {
            doubled = true;
            cells.say(CREDIT_CODE, Verdict.REJECT, "double_code", String.valueOf(sameCode.line.number()));
        } else if (sameName != null) {
            boolean oneOrganisation = Objects.equals(sameName.code, read.code);
            doubled = oneOrganisation;
            cells.say(
                    NAME,
                    oneOrganisation ? Verdict.REJECT : Verdict.ASK,
                    oneOrganisation ? "double_name" : "same_name",
                    String.valueOf(sameName.line.number()));
        }
        var known = directory.withCode(read.code);
        var named = directory.named(read.name);
        if (known == null && named != null) {
            String code = named.entry().creditCode();
            if (read.code == null || code == null) known = named;
            else if (sameName == null) cells.say(NAME, Verdict.ASK, "known_name", named.id());
        } else if (known != null && named != null && !known.id().equals(named.id())) {
            cells.say(NAME, Verdict.REJECT, "name_taken", named.id());
        }
        if (cells.is(Verdict.REJECT)) return left(read, doubled ? Fate.DOUBLE : Fate.WRONG, known);
        if (cells.is(Verdict.ASK)) return left(read, Fate.UNCLEAR, known);
        if (known == null) return admitted(read, today);
        var entry = over(known.entry(), read);
        var changes = changes(known.entry(), entry);
        return new Plan.Row(
                read.line.number(),
                changes.isEmpty() ? Fate.SAME : Fate.CHANGED,
                read.name,
                known,
                entry,
                cells.findings,
                changes);
    }

    private static Plan.Row left(Read read, Fate fate, @Nullable Known known) {
        return new Plan.Row(read.line.number(), fate, read.name, known, null, read.cells.findings, List.of());
    }

    private static Plan.Row admitted(Read read, LocalDate today) {
        if (read.joinedOn == null) read.cells.say(JOINED_ON, Verdict.REPAIR, "today", today.toString());
        var entry = new PartnerEntry(
                read.name,
                Objects.requireNonNull(read.kind),
                read.code,
                emptyToNull(read.intro),
                read.areas,
                List.of(),
                null,
                contact(read, null),
                requireNonNullElse(read.joinedOn, today));
        return new Plan.Row(read.line.number(), Fate.NEW, read.name, null, entry, read.cells.findings, List.of());
    }

    /** What the row says over what stands there; where it says nothing, it stays. */
    private static PartnerEntry over(PartnerEntry now, Read read) {
        var areas = Stream.concat(now.areaCodes().stream(), read.areas.stream())
                .distinct()
                .sorted()
                .toList();
        return new PartnerEntry(
                read.name,
                Objects.requireNonNull(read.kind),
                read.code == null ? now.creditCode() : read.code,
                read.intro.isEmpty() ? now.intro() : read.intro,
                areas,
                now.fieldCodes(),
                now.contactPhone(),
                contact(read, now.contact()),
                requireNonNullElse(read.joinedOn, now.joinedOn()));
    }

    /** A number without a name is asked for under the organisation's. */
    private static @Nullable Contact contact(Read read, @Nullable Contact now) {
        if (read.phone.isEmpty()) return now;
        String name = !read.contactName.isEmpty() ? read.contactName : now != null ? now.name() : read.name;
        return new Contact(name.length() > CONTACT_NAME.most ? name.substring(0, CONTACT_NAME.most) : name, read.phone);
    }

    private static List<Change> changes(PartnerEntry before, PartnerEntry after) {
        var changes = new ArrayList<Change>();
        var was = spelled(before);
        spelled(after).forEach((field, value) -> {
            if (!value.equals(was.get(field)))
                changes.add(new Change(field, emptyToNull(was.getOrDefault(field, "")), value));
        });
        return changes;
    }

    private static Map<ImportField, String> spelled(PartnerEntry entry) {
        var spelled = new EnumMap<ImportField, String>(ImportField.class);
        spelled.put(NAME, entry.name());
        spelled.put(CREDIT_CODE, requireNonNullElse(entry.creditCode(), ""));
        spelled.put(KIND, entry.kind().name().toLowerCase(Locale.ROOT));
        spelled.put(AREA, String.join(", ", entry.areaCodes()));
        spelled.put(CONTACT_NAME, entry.contact() == null ? "" : entry.contact().name());
        spelled.put(
                CONTACT_PHONE, entry.contact() == null ? "" : entry.contact().phone());
        spelled.put(INTRO, requireNonNullElse(entry.intro(), ""));
        spelled.put(JOINED_ON, entry.joinedOn().toString());
        return spelled;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
