package org.hehuo.programme;

import static org.hehuo.kernel.security.Role.A;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/calendar")
@Tag(name = "calendar", description = "Which days are worked")
class CalendarResource {
    final CalendarService calendar;
    final CurrentCaller caller;

    CalendarResource(CalendarService calendar, CurrentCaller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Path("{year}")
    @PermitAll
    @Operation(summary = "A year's public holidays, and the weekends that are worked instead")
    public CalendarYear getCalendarYear(@Min(2000) @Max(2100) int year) {
        return calendar.year(year);
    }

    @PUT
    @Path("days/{day}")
    @RolesAllowed(A)
    @Operation(
            summary = "Say that a day is worked, or that it is not",
            description = "For promises that are given from now on.")
    public CalendarYear setCalendarDay(LocalDate day, @Valid CalendarYear.Change change) {
        return calendar.put(day, change, caller.get());
    }

    @DELETE
    @Path("days/{day}")
    @RolesAllowed(A)
    @Operation(summary = "Make it a day like others again")
    public CalendarYear clearCalendarDay(LocalDate day) {
        return calendar.clear(day, caller.get());
    }
}
