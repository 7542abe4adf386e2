package org.hehuo.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.Courier;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes what is to be carried in the very transaction that told it, so that nothing is lost between the two; its key lets
 * nothing be noted twice.
 */
@ApplicationScoped
class Noted implements Courier {
    final Jdbi jdbi;
    final MailCarrier mail;
    final SmsCarrier sms;
    final Time time;
    final ZoneId zone;
    final LocalTime evening;

    Noted(
            Jdbi jdbi,
            MailCarrier mail,
            SmsCarrier sms,
            Time time,
            @ConfigProperty(name = "hehuo.time-zone") String zone,
            @ConfigProperty(name = "hehuo.delivery.daily-at") LocalTime evening) {
        this.jdbi = jdbi;
        this.mail = mail;
        this.sms = sms;
        this.time = time;
        this.zone = ZoneId.of(zone);
        this.evening = evening;
    }

    @Override
    public void note(Collection<UUID> events, Collection<UUID> people) {
        if (!mail.isOn() && !sms.isOn()) return;
        jdbi.useHandle(h -> h.createUpdate("""
                insert into delivery (notification_id, channel, person_id, due_at)
                select n.id, way.channel, n.person_id, case when way.daily then cast(:evening as timestamptz) else cast(:now as timestamptz) end
                from notification n
                join delivery_settings s on s.person_id = n.person_id
                join delivery_choice c on c.person_id = n.person_id and c.kind = n.kind
                cross join lateral (select exists (select from staff_area a where a.person_id = n.person_id)
                    or exists (select from membership m where m.person_id = n.person_id) as so) vouched
                cross join lateral (values
                    ('mail', :mail and s.confirmed and c.mail <> 'off', c.mail = 'daily'),
                    ('sms', :sms and c.sms and vouched.so, false)) way (channel, wanted, daily)
                where n.event_id = any(:events) and n.person_id = any(:people) and way.wanted
                on conflict do nothing
                """)
                .bind("now", time.instant())
                .bind("evening", evening(time.instant()))
                .bind("mail", mail.isOn())
                .bind("sms", sms.isOn())
                .bind("events", events.toArray(UUID[]::new))
                .bind("people", people.toArray(UUID[]::new))
                .execute());
    }

    private Instant evening(Instant now) {
        var today = now.atZone(zone).with(evening);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
