package org.hehuo.moderation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** Reporting a post, and deciding about what was reported. */
@ApplicationScoped
public class ReportService {
    final ReportStore store;
    final ReportQueries queries;
    final Reports reports;
    final Newcomers newcomers;
    final List<Moderated> features;

    ReportService(
            ReportStore store,
            ReportQueries queries,
            Reports reports,
            Newcomers newcomers,
            @All List<Moderated> features) {
        this.store = store;
        this.queries = queries;
        this.reports = reports;
        this.newcomers = newcomers;
        this.features = features;
    }

    /** Once a person and post, whatever became of it. */
    @Transactional
    ReportView create(NewReport report, Caller caller) {
        if (report.cause() == Cause.OTHER && report.text() == null) throw Problem.invalid("text", "required");
        return report(new Ref(report.thingKind(), report.thingId()), report.cause(), report.text(), caller);
    }

    @Transactional
    public ReportView report(Ref thing, Cause cause, @Nullable String text, Caller caller) {
        var post = feature(thing.kind()).find(thing, caller);
        if (caller.isPerson(post.author())) throw Problem.of(ApiError.FORBIDDEN);
        newcomers.admit(caller);
        return queries.view(reports.submit(post, cause, text, caller), caller);
    }

    private Moderated feature(String kind) {
        return features.stream()
                .filter(feature -> feature.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("thingKind", "unknown"));
    }

    /** The post is hidden, or stays so. */
    @Transactional
    public ReportView uphold(UUID id, Hiding why, Caller caller) {
        var report = store.find(id, caller);
        ReportAction.UPHOLD.check(report, caller);
        // The post before its reports, as whoever hides it takes them.
        feature(report.thing().kind()).hide(report.thing(), why.reason(), why.cause(), caller);
        return queries.view(id, caller);
    }

    /** There is nothing in it: the post stays, or is shown for the first time. */
    @Transactional
    public ReportView dismiss(UUID id, String reason, Caller caller) {
        var report = store.find(id, caller);
        ReportAction.DISMISS.check(report, caller);
        if (!feature(report.thing().kind()).release(report.thing(), caller, reason)) {
            reports.settle(report.thing(), report.areaCode(), ReportAction.DISMISS, reason, caller);
        }
        return queries.view(id, caller);
    }
}
