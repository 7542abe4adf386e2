package org.hehuo.capabilities;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.capabilities.CapabilityUse.Used;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what partners can give. */
@ApplicationScoped
class CapabilityQueries {
    private static final String SHOWN = Capability.COLUMNS + """
            , k.kind, k.title, k.description, k.categories, k.areas, k.quantity, k.monthly, k.unit, k.availability, k.charge,
            k.created_at
            """;
    private static final Sort NEWEST = Sort.descending("k.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("k.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final Photos photos;
    final CapabilityUse use;
    final WorkCalendars calendars;
    final Time time;

    CapabilityQueries(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Categories categories,
            Photos photos,
            CapabilityUse use,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.photos = photos;
        this.use = use;
        this.calendars = calendars;
        this.time = time;
    }

    private record Row(Capability capability, CapabilityForm form, Instant createdAt) {
        String id() {
            return capability.ref().id();
        }
    }

    Page<CapabilityView> page(String partner, CapabilityQuery query, Caller caller) {
        boolean insider = caller.speaksFor(partner) || caller.is(Role.ADMIN);
        var list = Select.of(SHOWN, "from capability k")
                .where("k.partner_id = :partner", "partner", partner)
                .where("k.state = any(:state)", "state", query.state())
                .when(
                        !insider,
                        "k.state = 'active' and exists (select from partner p where p.id = k.partner_id and p.state = 'active')");
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var pictures =
                photos.of(Capability.KIND, rows.items().stream().map(Row::id).toList(), Photos.Place.SHOWN);
        var used = used(partner);
        return rows.map(row -> view(row, pictures.getOrDefault(row.id(), List.of()), used, caller));
    }

    CapabilityView view(String partner, UUID id, Caller caller) {
        var row = row(partner, id, caller);
        return view(row, photos.of(Capability.KIND, row.id(), Photos.Place.SHOWN), used(partner), caller);
    }

    /** What may be edited, as it is. */
    CapabilityForm editable(Capability capability, Caller caller) {
        var row = row(capability.partner(), capability.id(), caller);
        var pictures = photos.of(Capability.KIND, row.id(), Photos.Place.SHOWN);
        return row.form.with(pictures.stream().map(PhotoView::id).toList());
    }

    private Row row(String partner, UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select " + SHOWN + " from capability k where k.id = :id and k.partner_id = :partner")
                .bind("id", id)
                .bind("partner", partner)
                .map((rs, ctx) -> row(rs))
                .findOne()
                .filter(row -> row.capability.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private static Row row(ResultSet rs) throws SQLException {
        var form = new CapabilityForm(
                word(rs, "kind", CapabilityKind.class),
                rs.getString("title"),
                rs.getString("description"),
                texts(rs, "categories"),
                texts(rs, "areas"),
                rs.getBigDecimal("quantity"),
                rs.getBigDecimal("monthly"),
                rs.getString("unit"),
                rs.getString("availability"),
                word(rs, "charge", Charge.class),
                List.of());
        return new Row(Capability.read(rs), form, instant(rs, "created_at"));
    }

    private Map<UUID, Used> used(String partner) {
        var month = calendars.dayOf(time.instant()).withDayOfMonth(1);
        return use.of(partner, calendars.startOf(month));
    }

    private CapabilityView view(Row row, List<PhotoView> pictures, Map<UUID, Used> used, Caller caller) {
        var capability = row.capability;
        var form = row.form;
        var taken = form.unit() == null ? null : used.getOrDefault(capability.id(), Used.NOTHING);
        return new CapabilityView(
                capability.id(),
                capability.partner(),
                capability.state(),
                form.kind(),
                form.title(),
                form.text(),
                form.categoryCodes().stream()
                        .map(code -> categories.ref(code, caller.language()))
                        .toList(),
                form.areaCodes().stream()
                        .map(code -> new Coded(code, areas.ref(code).name()))
                        .toList(),
                form.quantity(),
                form.monthly(),
                form.unit(),
                taken == null ? null : taken.inAll(),
                taken == null ? null : left(form, taken),
                form.availability(),
                form.charge(),
                pictures,
                Action.allowed(CapabilityAction.values(), capability, caller),
                row.createdAt,
                capability.version());
    }

    private static @Nullable BigDecimal left(CapabilityForm form, Used taken) {
        return Stream.of(remainder(form.quantity(), taken.inAll()), remainder(form.monthly(), taken.thisMonth()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Optional<BigDecimal> remainder(@Nullable BigDecimal amount, BigDecimal taken) {
        return Optional.ofNullable(amount).map(all -> all.subtract(taken).max(BigDecimal.ZERO));
    }
}
