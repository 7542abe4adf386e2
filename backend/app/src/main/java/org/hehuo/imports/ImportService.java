package org.hehuo.imports;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hehuo.imports.ImportStore.Carried;
import org.hehuo.imports.Plan.Fate;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.partners.PartnerDirectory;
import org.jspecify.annotations.Nullable;

/** Tries a table, takes it over whole or not at all, and takes it back. */
@ApplicationScoped
class ImportService {
    private static final int AT_ONCE = 500;
    private static final int PATIENCE_IN_SECONDS = 3;
    private static final int MOST_NAMED = 20;

    final ImportStore store;
    final ImportQueries queries;
    final ImportProgress progress;
    final Planner planner;
    final PartnerDirectory directory;
    final MergePatch patches;
    final Lifecycle lifecycle;
    final Timeline timeline;

    /** One table at a time is in an instance's memory. */
    private final Semaphore place = new Semaphore(1, true);

    ImportService(
            ImportStore store,
            ImportQueries queries,
            ImportProgress progress,
            Planner planner,
            PartnerDirectory directory,
            MergePatch patches,
            Lifecycle lifecycle,
            Timeline timeline) {
        this.store = store;
        this.queries = queries;
        this.progress = progress;
        this.planner = planner;
        this.directory = directory;
        this.patches = patches;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
    }

    @Idempotent(status = 201)
    @Transactional
    public ImportView upload(String fileName, byte[] file, boolean dryRun, Caller caller) {
        return alone(() -> {
            var draft = Draft.of(TableFile.read(file));
            var plan = planner.plan(draft);
            var id = store.keep(fileName, file, draft, plan, caller);
            var made = store.lock(id);
            timeline.record(made, "create", null, made.state(), caller, null);
            if (!dryRun) carryOut(made, plan, caller);
            return queries.view(id, caller);
        });
    }

    /** Other columns, cells put right; without either, the same table against the directory as it is now. */
    @Transactional
    public ImportView change(UUID id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        return alone(() -> {
            var now = store.lock(id);
            if (now.state() != PartnerImportState.TRIED) {
                throw Action.<PartnerImport, PartnerImportState>refusal(
                        ApiError.WRONG_STATE, PartnerImportAction.values(), now, caller);
            }
            IfMatch.check(ifMatch, now.version());
            var draft = store.draft(id);
            var form = patches.apply(ImportChange.of(draft), patch, ImportChange.class);
            draft = form.over(draft);
            store.change(id, draft, planner.plan(draft));
            return queries.view(id, caller);
        });
    }

    /** Does what was shown and nothing else: if the directory has changed since, it is to be looked at again. */
    @Transactional
    public ImportView commit(UUID id, Caller caller) {
        return alone(() -> {
            var tried = store.lock(id);
            PartnerImportAction.COMMIT.check(tried, caller);
            var plan = planner.plan(store.draft(id));
            if (!plan.digest().equals(tried.digest())) {
                throw Action.<PartnerImport, PartnerImportState>refusal(
                        ApiError.IMPORT_OUTDATED, PartnerImportAction.values(), tried, caller);
            }
            carryOut(tried, plan, caller);
            return queries.view(id, caller);
        });
    }

    private void carryOut(PartnerImport tried, Plan plan, Caller caller) {
        var rows = plan.rows().stream().filter(Plan.Row::isCarriedOut).toList();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            store.carried(tried.id(), carryOut(some, caller));
            progress.tell(tried.id(), from + some.size());
        }
        lifecycle.apply(tried, PartnerImportAction.COMMIT, caller, null);
        store.forgetFile(tried.id());
    }

    private Map<Integer, Carried> carryOut(List<Plan.Row> rows, Caller caller) {
        var carried = new HashMap<Integer, Carried>();
        var admitted = rows.stream().filter(row -> row.fate() == Fate.NEW).toList();
        var ids = directory.admit(
                admitted.stream()
                        .map(row -> Objects.requireNonNull(row.entry()))
                        .toList(),
                caller);
        for (int i = 0; i < ids.size(); i++) carried.put(admitted.get(i).line(), new Carried(ids.get(i), 0));
        for (var row : rows) {
            if (row.fate() != Fate.CHANGED) continue;
            var known = Objects.requireNonNull(row.known());
            directory.amend(known.id(), Objects.requireNonNull(row.entry()), caller);
            carried.put(row.line(), new Carried(known.id(), known.version() + 1));
        }
        return carried;
    }

    /** As if it had never been; not while somebody has built on it. */
    @Transactional
    public ImportView undo(UUID id, Caller caller) {
        var done = store.lock(id);
        PartnerImportAction.UNDO.check(done, caller);
        var rows = store.undone(id);
        var touched = rows.stream()
                .filter(row -> !row.untouched())
                .map(ImportStore.Undo::partner)
                .toList();
        if (!touched.isEmpty()) {
            throw Problem.of(ApiError.IMPORT_STANDS)
                    .saying(touched.stream().limit(MOST_NAMED).collect(joining(", ")));
        }
        var admitted = rows.stream()
                .filter(row -> row.fate() == Fate.NEW)
                .map(ImportStore.Undo::partner)
                .toList();
        for (int from = 0; from < admitted.size(); from += AT_ONCE) {
            directory.expel(admitted.subList(from, Math.min(from + AT_ONCE, admitted.size())));
        }
        rows.stream()
                .filter(row -> row.fate() == Fate.CHANGED)
                .forEach(row -> directory.amend(row.partner(), Objects.requireNonNull(row.before()), caller));
        lifecycle.apply(done, PartnerImportAction.UNDO, caller, null);
        return queries.view(id, caller);
    }

    private <T> T alone(Supplier<T> work) {
        boolean admitted;
        try {
            admitted = place.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admitted = false;
        }
        if (!admitted) throw Problem.of(ApiError.UNAVAILABLE);
        try {
            return work.get();
        } finally {
            place.release();
        }
    }
}
