package org.hehuo.meetings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;

/** A joint meeting as a calendar takes it over. */
final class MeetingCalendar {
    private static final Duration USUAL = Duration.ofHours(2);

    private MeetingCalendar() {}

    /** @param page the address of the meeting's page */
    static String of(MeetingView meeting, String page) {
        var event = new VEvent(meeting.startsAt(), end(meeting), meeting.title());
        event.add(new Uid(meeting.id() + "@hehuo"));
        event.add(new Sequence((int) meeting.version()));
        event.add(new Location(meeting.area().name() + " · " + meeting.place()));
        event.add(new Description(String.join("\n", meeting.agenda())));
        event.add(new Url(URI.create(page)));
        event.add(new Status(meeting.state() == MeetingState.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        return new Calendar()
                .withProdId("-//Hehuo//Hehuo//ZH")
                .withDefaults()
                .withComponent(event)
                .getFluentTarget()
                .toString();
    }

    private static Instant end(MeetingView meeting) {
        var usual = meeting.startsAt().plus(USUAL);
        return meeting.rounds().stream()
                .map(RoundView::closesAt)
                .filter(usual::isBefore)
                .max(Instant::compareTo)
                .orElse(usual);
    }
}
